"""The cell magic ``%%module NAME``: the cell is the file ``work/NAME.py``."""

from __future__ import annotations

import ast
import linecache
import traceback
from types import ModuleType

from IPython.core.magic import Magics, cell_magic, magics_class

from workshop.errors import LabError
from workshop.modules.files import (
    as_file,
    defined_names,
    import_afresh,
    public_names,
    write_module,
)


class CellSyntaxError(LabError):
    """The cell is not Python: the line, a caret, the message.

    Not the `SyntaxError` itself: IPython would show its own frames above the line.
    """

    def __init__(self, error: SyntaxError) -> None:
        super().__init__(f"{error.msg} (line {error.lineno} of the cell)")
        self._line = error.lineno
        self._shown = "".join(traceback.format_exception_only(error)).partition("\n")[2].rstrip()

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows."""
        return [f"Line {self._line} of the cell is not Python:", self._shown]


@magics_class
class ModuleMagics(Magics):
    """Cell magics of the workshop."""

    @cell_magic
    def module(self, line: str, cell: str) -> None:
        """Write the cell as ``work/NAME.py``, import it, and bring its public names here.

        Usage: ``%%module NAME`` in the first line of the cell.
        """
        __tracebackhide__ = True  # IPython leaves frames with this name out of tracebacks
        from workshop.lab.opening import opened_lab

        name = line.strip()
        lab = opened_lab()
        if lab is None:
            raise LabError("No lab is open. Run the cell with `await open_lab()` first.")
        try:
            path = write_module(name, as_file(name, cell), lab.workspace.work)
        except SyntaxError as error:
            raise CellSyntaxError(error) from None
        linecache.checkcache(str(path))
        if line_number := starts_by_itself(cell):
            raise LabError(
                f"Line {line_number + 1} starts the program as soon as the file is imported, and "
                "this cell imports it. The file is written. Put that line under "
                'if __name__ == "__main__": and run the cell again.'
            )
        module = _import_without_our_frames(name)
        assert self.shell is not None
        self.shell.push(public_names(module))
        print(f"work/{name}.py: {', '.join(defined_names(module)) or 'nothing public'}")
        for worker in lab.workers_of(name):
            print(
                f"The worker on '{worker.task_queue}' was started with the code from before: "
                "run its cell again."
            )


def starts_by_itself(source: str) -> int | None:
    """Return the line in which a module calls ``asyncio.run`` on being imported, if it does."""
    for statement in ast.parse(source).body:
        called = statement.value if isinstance(statement, (ast.Expr, ast.Assign)) else None
        if isinstance(called, ast.Call) and ast.unparse(called.func) in ("asyncio.run", "run"):
            return statement.lineno
    return None


def magic_first(lines: list[str]) -> list[str]:
    """Move ``%%module`` to the top of its cell: IPython knows a magic only in the first line.

    The comments and empty lines that stood above it follow it, so line numbers below stay.
    """
    for place, line in enumerate(lines):
        if line.startswith("%%module "):
            return [line, *lines[:place], *lines[place + 1 :]]
        if line.strip() and not line.startswith("#"):
            break
    return lines


def _import_without_our_frames(name: str) -> ModuleType:
    """Import the module; let an error's traceback begin in the learner's file."""
    __tracebackhide__ = True
    try:
        return import_afresh(name)
    except Exception as error:
        frames = error.__traceback__
        while frames and not frames.tb_frame.f_code.co_filename.endswith(f"{name}.py"):
            frames = frames.tb_next
        shown = "".join(traceback.format_exception_only(error)).rstrip()
        lines = [
            f"Line {each.lineno} of the cell:  {each.line}"
            for each in traceback.extract_tb(frames)
            if each.filename.endswith(f"{name}.py")
        ]
        # IPython asks an error for its rendering.
        error._render_traceback_ = lambda: [shown, *lines]  # type: ignore[attr-defined]
        raise error.with_traceback(frames) from None
