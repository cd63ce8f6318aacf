"""Learners' modules: files in ``work/``, written by a cell, imported afresh.

The workflow sandbox imports a workflow's module again for every run, so a workflow must live in
a file. A cell that begins with ``%%module order_workflow`` is ``work/order_workflow.py``.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.machinery
import keyword
import sys
from pathlib import Path
from types import ModuleType

from workshop.errors import LabError
from workshop.processes.deadline import DeadlineError, deadline
from workshop.processes.whole_file import write_whole

#: Seconds that the import of a learner's module may take on a quiet machine. Measured: 0.5 with the
#: SDK, once.
IMPORT_DEADLINE = 8.0


class ModuleNameError(LabError):
    """The name cannot be a module of ``work/``; the message says why."""


class EndlessImportError(LabError):
    """The import of a learner's module does not end; the message says at which line it was."""


def require_usable_name(name: str, folder: Path) -> None:
    """Raise `ModuleNameError` unless ``name`` can be a module in ``folder``."""
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ModuleNameError(
            f"'{name}' cannot be the name of a module. Use letters, digits and _, "
            "as in: %%module order_workflow"
        )
    if name in sys.builtin_module_names or _found_elsewhere(name, folder):
        raise ModuleNameError(
            f"There is a module named '{name}' already, and yours would hide it. "
            f"Choose another name, for example: %%module my_{name}"
        )


def _found_elsewhere(name: str, folder: Path) -> bool:
    for path in sys.path:
        if path and Path(path).resolve() != folder.resolve():
            found = importlib.machinery.PathFinder.find_spec(name, [path])
            if found is not None and found.origin is not None:
                return True
    return False


def write_module(name: str, source: str, folder: Path) -> Path:
    """Write ``source`` as a module of ``folder`` and return its path.

    Another notebook's worker may import it at that moment, as the sandbox does for every run: it
    gets the old file or the new one, and never half of it.

    Raises:
        ModuleNameError: the name is not usable.
        SyntaxError: ``source`` is not Python. It is written all the same: what is checked or
            served later has to be what the cell says.
    """
    require_usable_name(name, folder)
    path = folder / f"{name}.py"
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, source)
    # Python takes a cached module for fresh when file time (in seconds) and size are unchanged:
    # a digit edited within a second would go unseen.
    for cached in (folder / "__pycache__").glob(f"{name}.*.pyc"):
        cached.unlink(missing_ok=True)
    compile(source, str(path), "exec", dont_inherit=True)
    return path


def as_cell(name: str, source: str) -> str:
    """Return a module's source as a cell: below the line with the magic."""
    return f"%%module {name}\n{source}"


def as_file(name: str, cell: str) -> str:
    """Return what a cell is as a file: line 12 of the file is line 12 of the cell."""
    return f"# %%module {name}\n{cell}"


def read_cell(name: str, folder: Path) -> str | None:
    """Return the source of a module of ``folder`` without the magic's line; None if it is not there.

    A file that somebody has written without a cell is returned as it is.
    """
    try:
        source = (folder / f"{name}.py").read_text(encoding="utf-8")
    except FileNotFoundError:
        return None
    return source.removeprefix(as_file(name, ""))


def import_afresh(name: str) -> ModuleType:
    """Import a module from its file, whatever was imported before under that name.

    Raises:
        EndlessImportError: the import did not end within `IMPORT_DEADLINE`.
    """
    importlib.invalidate_caches()
    previous = sys.modules.pop(name, None)
    try:
        with deadline(IMPORT_DEADLINE, f"{name}.py"):
            module = importlib.import_module(name)
    except BaseException as error:
        if previous is not None:
            sys.modules[name] = previous
        if isinstance(error, DeadlineError):
            where = f"It was at line {error.line} of your cell. " if error.line else ""
            raise EndlessImportError(
                f"Importing work/{name}.py did not end within {error.seconds:.0f} s. {where}What stands "
                "at the top level of a module runs when the module is imported."
            ) from None
        raise
    module.__dict__["__workshop_digest__"] = _digest(module)
    return module


def import_current(name: str) -> ModuleType:
    """Return the module as its file is now: imported afresh only if the file has changed."""
    module = sys.modules.get(name)
    if module is not None and module.__dict__.get("__workshop_digest__") == _digest(module):
        return module
    return import_afresh(name)


def _digest(module: ModuleType) -> str | None:
    try:
        return hashlib.sha256(Path(module.__file__ or "").read_bytes()).hexdigest()
    except OSError:
        return None


def public_names(module: ModuleType) -> dict[str, object]:
    """Return what ``from module import *`` would bring."""
    names = module.__dict__.get("__all__") or [n for n in vars(module) if not n.startswith("_")]
    return {name: getattr(module, name) for name in names}


def defined_names(module: ModuleType) -> list[str]:
    """Return the public classes and functions that the module itself defines, in order."""
    return [
        name
        for name, value in public_names(module).items()
        if getattr(value, "__module__", None) == module.__name__
    ]
