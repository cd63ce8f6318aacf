"""The built notebooks, as the kit itself reads them: starters, solutions, copies for workspaces.

In a clone they lie in ``notebooks/`` and ``solutions/``; a wheel carries both inside the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parents[1]

#: The sections that a lesson ends with.
ENDS = ("What you saw", "Try it yourself")

#: The headings of a lesson's sections, in a Markdown cell.
SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


def course_folder(kind: str) -> Path:
    """Return the folder of the built ``"notebooks"`` or ``"solutions"``."""
    packaged = _PACKAGE / "built" / kind
    return packaged if packaged.is_dir() else _PACKAGE.parent / kind


def starter(exercise: str) -> str:
    """Return the source of an exercise's cell as learners get it, without the magic's line."""
    return _sources("notebooks")[exercise]


def solution(exercise: str) -> str:
    """Return the source of an exercise's worked cell, without the magic's line."""
    return _sources("solutions")[exercise]


@dataclass(frozen=True)
class ExerciseCell:
    """What a built notebook knows of an exercise.

    ``notebook`` is the file it is in, ``module`` what its cell is, ``hints`` how many there are, and
    ``builds_on`` the exercise whose answer is the beginning of this one's.
    """

    name: str
    notebook: str
    module: str
    hints: int
    builds_on: str | None


@lru_cache
def exercise_cells() -> tuple[ExerciseCell, ...]:
    """Return what the notebooks know of the exercises, in the course's order."""
    return tuple(
        ExerciseCell(
            cell["metadata"]["exercise"],
            path.name,
            "".join(cell["source"]).partition("\n")[0].removeprefix("%%module "),
            cell["metadata"]["workshop"]["hints"],
            cell["metadata"]["workshop"]["builds_on"],
        )
        for path in sorted(course_folder("notebooks").glob("*.ipynb"))
        for cell in _cells(path)
        if "exercise" in cell["metadata"]
    )


def exercises_in(notebook: str) -> list[ExerciseCell]:
    """Return what a notebook knows of its exercises, in their order."""
    return [each for each in exercise_cells() if each.notebook == notebook]


def places() -> dict[str, str]:
    """Return the notebook of each exercise, by its file name; exercises in the course's order."""
    return {each.name: each.notebook for each in exercise_cells()}


def lesson(notebook: str) -> str:
    """Return the name of the lesson that a notebook belongs to, by its file name."""
    return Path(notebook).stem.partition("_")[2]


def title(notebook: str) -> str:
    """Return a notebook's title, for example ``02 Activities``."""
    first = _cells(course_folder("notebooks") / notebook)[0]
    return "".join(first["source"]).partition("\n")[0].removeprefix("# ")


@lru_cache
def sections(notebook: str) -> tuple[str, ...]:
    """Return the headings of a lesson's sections with something to run, by its file name."""
    return tuple(sections_of(_cells(course_folder("notebooks") / notebook)))


def sections_of(cells: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the headings of the sections with something to run, up to the lesson's end."""
    found: list[str] = []
    section = ""
    for cell in cells:
        if cell["cell_type"] == "code" and section not in ("", *found):
            found.append(section)
        elif cell["cell_type"] == "markdown":
            section = (SECTION.findall("".join(cell["source"])) or [section])[-1]
        if section in ENDS:
            break
    return found


def given_module(name: str) -> str:
    """Return the source of a module that a lesson gives in a cell of its own.

    Raises:
        LookupError: no lesson does.
    """
    first_line = f"%%module {name}\n"
    for path in sorted(course_folder("notebooks").glob("*.ipynb")):
        for cell in _cells(path):
            source = "".join(cell["source"])
            if source.startswith(first_line):
                return source.removeprefix(first_line)
    raise LookupError(f"no lesson has a cell that begins with %%module {name}")


@lru_cache
def _sources(kind: str) -> dict[str, str]:
    return {
        cell["metadata"]["exercise"]: "".join(cell["source"]).partition("\n")[2]
        for path in sorted(course_folder(kind).glob("*.ipynb"))
        for cell in _cells(path)
        if "exercise" in cell["metadata"]
    }


def _cells(path: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return cells
