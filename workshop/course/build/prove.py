"""Prove that the course holds together; what ``python -m workshop.course.build --check`` does.

Whether the starters and solutions are what they should be is for the tests to say: they run them
beside all other answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import nbformat

from workshop.course.build import decks
from workshop.course.build.notebooks import as_bytes, notebook_for
from workshop.course.build.source import read_source
from workshop.course.build.wording import in_words
from workshop.lessons import COURSE, Lesson
from workshop.notebook.built import course_folder

#: The minutes that a lesson may take: longer ones are cut in two.
LONGEST = 60

#: The lines of an exercise's cell that aren't blank: learners read what's new, and change one place.
MOST_LINES = 35


def prove(lessons: Sequence[Lesson]) -> int:
    """Print every fault of the lessons and return 1 if there is one, else 0."""
    faults = [*in_exercises(lessons), *_strays(), *in_words()]
    for lesson in lessons:
        faults += [*in_minutes(lesson), *in_built_files(lesson), *in_cells(lesson)]
        faults += in_slides(lesson)
    for fault in faults:
        print(f"✗ {fault}")
    print(
        f"{len(lessons)} lessons, {sum(len(each.exercises) for each in lessons)} exercises, ",
        end="",
    )
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def in_exercises(lessons: Iterable[Lesson]) -> Iterator[str]:
    """Yield the faults of the exercises: two of a name, no hints, no checks."""
    exercises = [exercise for lesson in lessons for exercise in lesson.exercises]
    for kind in ("name", "module"):
        counts = Counter(getattr(exercise, kind) for exercise in exercises)
        for value, count in counts.items():
            if count > 1:
                yield f"the {kind} {value} belongs to {count} exercises"
    for exercise in exercises:
        if not exercise.hints or not all(hint.strip() for hint in exercise.hints):
            yield f"{exercise.name} has no hints, or an empty one"
        if not exercise.checks:
            yield f"{exercise.name} has no checks"


def in_minutes(lesson: Lesson) -> Iterator[str]:
    """Yield where a lesson's minutes disagree, or are more than an hour."""
    lead = lesson.source.read_text(encoding="utf-8").partition("```{code-cell}")[0]
    stated = re.search(r"In about (\d+) minutes", lead)
    if not stated or int(stated[1]) != lesson.minutes:
        yield f"{lesson.name} does not begin with its {lesson.minutes} minutes"
    parts = [int(each) for each in re.findall(r"\((\d+) minutes?\)", lead)]
    if parts and sum(parts) != lesson.minutes:
        yield f"the parts of {lesson.name} take {sum(parts)} minutes, the lesson {lesson.minutes}"
    if lesson.minutes > LONGEST:
        yield f"{lesson.name} takes {lesson.minutes} minutes, and no lesson may take over {LONGEST}"


def _strays() -> Iterator[str]:
    expected = {name for lesson in COURSE for name in (lesson.notebook, lesson.slides)}
    for kind in ("notebooks", "solutions", "slides"):
        for path in course_folder(kind).iterdir():
            if path.suffix in (".ipynb", ".json") and path.name not in expected:
                yield f"{kind}/{path.name} belongs to no lesson"


def in_built_files(lesson: Lesson) -> Iterator[str]:
    """Yield the built files that differ from their source.

    What the cells of a solution print is not compared here: nbval does that, cell by cell.
    """
    source = read_source(lesson)
    for kind, role in (("notebooks", "starter"), ("solutions", "solution")):
        path = course_folder(kind) / lesson.notebook
        if not path.exists() or _without_outputs(path) != as_bytes(
            notebook_for(role, lesson, source)
        ):
            yield f"{kind}/{lesson.notebook} is out of date: run python -m workshop.course.build"


def in_slides(lesson: Lesson) -> Iterator[str]:
    """Yield the faults of a lesson's slides and the instructor's notes."""
    source = read_source(lesson)
    if faults := list(decks.faults_of(lesson, source)):
        yield from faults
        return
    path = course_folder("slides") / lesson.slides
    if not path.exists() or path.read_bytes() != decks.as_bytes(decks.deck_of(lesson, source)):
        yield f"slides/{path.name} is out of date: run python -m workshop.course.build --slides"


def _without_outputs(path: Path) -> bytes:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return as_bytes(notebook)


def in_cells(lesson: Lesson) -> Iterator[str]:
    """Yield learners' cells that show something or are long, and solutions' not run or not right."""
    learners = nbformat.read(course_folder("notebooks") / lesson.notebook, as_version=4)
    for cell in learners.cells:
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count):
            yield f"notebooks/{lesson.notebook}: cell {cell.id} has outputs"
        lines = sum(1 for line in cell.source.splitlines() if line.strip())
        if "exercise" in cell.metadata and lines > MOST_LINES:
            yield f"the cell of {cell.metadata.exercise} has {lines} lines, more than {MOST_LINES}"
    for cell in nbformat.read(course_folder("solutions") / lesson.notebook, as_version=4).cells:
        if cell.cell_type == "code" and not cell.execution_count:
            yield f"solutions/{lesson.notebook}: cell {cell.id} was never run"
        elif cell.cell_type == "code" and ".check()" in cell.source and not _shows_a_tick(cell):
            yield f"solutions/{lesson.notebook}: the check in cell {cell.id} shows no ✓"


def _shows_a_tick(cell: Any) -> bool:
    shown = [output.get("data", {}).get("text/plain", "") for output in cell.outputs]
    return any(text.startswith("✓") for text in shown)
