"""Prove that the course holds together; what ``python -m workshop.build --check`` does."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import nbformat

from workshop.build.notebooks import as_bytes, notebook_for
from workshop.build.source import read_source
from workshop.course import course_folder, solution, starter
from workshop.exercises import Exercise
from workshop.exercises.report import Outcome
from workshop.lessons import COURSE, Lesson


def prove(lessons: Sequence[Lesson]) -> int:
    """Print every fault of the lessons and return 1 if there is one, else 0."""
    faults = [*in_exercises(lessons), *_strays()]
    for lesson in lessons:
        faults += [*in_built_files(lesson), *_in_cells(lesson)]
    faults += asyncio.run(_in_answers(lessons))
    for fault in faults:
        print(f"✗ {fault}")
    print(
        f"{len(lessons)} lessons, {sum(len(each.exercises) for each in lessons)} exercises, ",
        end="",
    )
    print(f"{len(faults)} faults")
    return 1 if faults else 0


def in_exercises(lessons: Iterable[Lesson]) -> Iterator[str]:
    """Yield the faults that show without running anything."""
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


def _strays() -> Iterator[str]:
    expected = {lesson.notebook for lesson in COURSE}
    for kind in ("notebooks", "solutions"):
        for path in course_folder(kind).iterdir():
            if path.suffix == ".ipynb" and path.name not in expected:
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
            yield f"{kind}/{lesson.notebook} is out of date: run python -m workshop.build"


def _without_outputs(path: Path) -> bytes:
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return as_bytes(notebook)


def _in_cells(lesson: Lesson) -> Iterator[str]:
    learners = nbformat.read(course_folder("notebooks") / lesson.notebook, as_version=4)
    for cell in learners.cells:
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count):
            yield f"notebooks/{lesson.notebook}: cell {cell.id} has outputs"
    for cell in nbformat.read(course_folder("solutions") / lesson.notebook, as_version=4).cells:
        if cell.cell_type == "code" and not cell.execution_count:
            yield f"solutions/{lesson.notebook}: cell {cell.id} was never run"


async def _in_answers(lessons: Iterable[Lesson]) -> list[str]:
    """Try each starter and each solution as an answer, on a server."""
    from workshop.opening import open_lab

    faults = []
    with tempfile.TemporaryDirectory(prefix="temporal-workshop-proof-") as folder:
        os.environ["WORKSHOP_WORKSPACE"] = folder
        lab = await open_lab()
        for lesson in lessons:
            for exercise in lesson.exercises:
                # A line more than the starter has, so that it is tried and not just recognised.
                outcome = await _outcome(exercise, starter(exercise.name) + "\n_tried = True\n")
                if outcome is not Outcome.NOT_YET:
                    faults.append(f"the starter of {exercise.name} is {outcome.name}")
                outcome = await _outcome(exercise, solution(exercise.name))
                if outcome is not Outcome.DONE:
                    faults.append(f"the solution of {exercise.name} is {outcome.name}")
        lab.close()
    return faults


async def _outcome(exercise: Exercise, source: str) -> Outcome:
    from workshop.notebook.modules import write_module
    from workshop.opening import open_lab

    write_module(exercise.module, source, (await open_lab()).workspace.work)
    return (await exercise.check()).outcome
