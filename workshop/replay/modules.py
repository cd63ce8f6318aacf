"""Importing a project's modules as the project's own worker does, whatever their files are called.

A folder that holds a ``queue.py`` must not come before the standard library, and the sandbox
imports a workflow's module by name once more, so the name has to be one that Python's ``import``
takes. Hence two finders instead of an entry in ``sys.path``: one gives a file a name, one offers a
folder's other modules.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import keyword
import os
import re
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, ClassVar, NoReturn

from temporalio.worker.workflow_sandbox import SandboxRestrictions


class CannotImport(Exception):
    """A module that cannot be imported; the message says why and what to do."""


def imported(named: str) -> ModuleType:
    """Import a module by its file (``app/flows.py``) or its dotted name (``app.flows``).

    Raises:
        CannotImport: there is none, or it raises or exits.
    """
    here = Path.cwd()
    _offer(here)
    path = Path(named)
    if not named.endswith(".py") and named.partition(".")[0] in sys.stdlib_module_names:
        beside = here.joinpath(*named.split(".")).with_suffix(".py")
        path = beside if beside.is_file() else path
    if path.suffix == ".py":
        if not path.is_file():
            raise CannotImport(f"There is no file {named}. Name a module or its file.")
        name = _named_by_its_place(path.resolve())
    else:
        name = named
    with undisturbed(named):
        try:
            return importlib.import_module(name)
        except SystemExit as end:
            raise CannotImport(
                f"The module {named} ends the program when it is imported: sys.exit({end.code!r}). "
                'Move what only a start needs below `if __name__ == "__main__":`.'
            ) from end
        except Exception as error:
            raise CannotImport(
                f"The module {named} cannot be imported: {type(error).__name__}: {error}. Run this "
                "in the folder from which your worker imports it."
            ) from error


@contextlib.contextmanager
def undisturbed(program: str) -> Iterator[None]:
    """Run other people's code: it sees no arguments of ours, and prints where errors go.

    ``os._exit`` would end us with an exit code that reads as a verdict: it raises instead.
    """
    arguments, leave = sys.argv, os._exit
    sys.argv, os._exit = [program], _leave
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        sys.argv, os._exit = arguments, leave


def _leave(status: int) -> NoReturn:
    raise SystemExit(status)


def _named_by_its_place(file: Path) -> str:
    """Make a file importable, and return the name under which it is."""
    parts, root = [file.stem], file.parent
    while (root / "__init__.py").is_file() or len(parts) <= _climbs(file):
        if root == root.parent:
            break
        parts.insert(0, root.name)
        root = root.parent
    _offer(root)
    first = parts[0]
    names = [re.sub(r"\W", "_", part) for part in parts]
    names = [
        f"_{name}" if name[:1].isdigit() or keyword.iskeyword(name) else name for name in names
    ]
    if first in _reserved():
        names[0] += "_replayed"
    for depth in range(1, len(parts)):
        _name(".".join(names[:depth]), root.joinpath(*parts[:depth]))
    _name(".".join(names), file)
    return ".".join(names)


def _climbs(file: Path) -> int:
    """Return how many packages up the module's relative imports reach."""
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError):
        return 0  # the import will say it better
    return max(
        (node.level for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)), default=0
    )


def _reserved() -> set[str]:
    """Return the names that are taken: by Python, by what runs here, by the sandbox."""
    loaded = {name for name in sys.modules if "." not in name} - _Named.tops()
    passed_through = SandboxRestrictions.passthrough_modules_default
    return {*sys.stdlib_module_names, *loaded, *(name.partition(".")[0] for name in passed_through)}


def _name(name: str, place: Path) -> None:
    _Named.places[name] = place
    if not any(isinstance(finder, _Named) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Named())


def _offer(folder: Path) -> None:
    if not any(isinstance(f, _Folder) and f.folder == folder for f in sys.meta_path):
        sys.meta_path.insert(0, _Folder(folder))


class _Named(MetaPathFinder):
    """Finds modules and packages by names that we gave them."""

    places: ClassVar[dict[str, Path]] = {}

    @classmethod
    def tops(cls) -> set[str]:
        return {name.partition(".")[0] for name in cls.places}

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002  # the names are Python's
        target: Any = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        place = self.places.get(fullname)
        if place is None:
            return None
        if place.is_file():
            return spec_from_file_location(fullname, place)
        own = place / "__init__.py"
        if own.is_file():
            return spec_from_file_location(fullname, own, submodule_search_locations=[str(place)])
        spec = ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = [str(place)]
        return spec


class _Folder(MetaPathFinder):
    """Finds a folder's modules and packages, but none that would replace one of Python's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: Any = None
    ) -> ModuleSpec | None:
        if path is not None or fullname in sys.stdlib_module_names:
            return None
        return PathFinder.find_spec(fullname, [str(self.folder)], target)
