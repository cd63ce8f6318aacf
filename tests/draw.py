"""Which of the thorough tests a run of CI can afford: `pytest --drawn`.

There are more answers than CI has minutes. Those that the change touches come first; of the rest a
third is drawn by the commit's own hash, so that three runs see nearly all and a run that is
repeated sees the same. `make test-all` runs every one.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from workshop.exercises import Exercise
from workshop.exercises.own_tests.mutants import TestsExercise
from workshop.exercises.programs.program import ProgramExercise
from workshop.lessons import COURSE, Lesson

ROOT = Path(__file__).parents[1]

#: How much may be chosen; a common answer counts as 1, and takes 2 to 4 s on one of two processors.
AFFORDABLE = 90

#: What others count: answers by their exercise, and other thorough tests by their module.
WEIGHTS = {
    "order_platform": 8,
    "mocked_order": 4,
    "never_hangs": 4,
    "day_in_a_test": 3,
    "queue_consumer": 2,
    "failed_undo": 2,
    "four_timeouts": 2,
    "long_work": 2,
    "test_run_all": 15,
    "test_in_a_namespace": 8,
    "test_bundle": 20,
    "test_room": 45,
    "test_capstone": 60,
    "test_openapi": 15,
    "test_kills": 10,
}

#: Of what the change does not touch, one of so many is drawn.
ONE_OF = 3

#: How far back the change reaches where nobody says which commit it stands on.
SECONDS_OF_A_CHANGE = 4 * 3600

#: Rooms of the engine that only some exercises stand on.
STAND_ON = {
    "workshop/exercises/own_tests/": TestsExercise,
    "workshop/exercises/programs/": ProgramExercise,
}


@dataclass(frozen=True)
class Candidate:
    """A test: its id, its lesson, and for an answer its exercise and its file."""

    id: str
    weight: int = 1
    lesson: str | None = None
    exercise: str | None = None
    file: str | None = None

    @classmethod
    def of(cls, item: pytest.Item) -> Candidate:
        """Return what is known of a collected test."""
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        if isinstance(answer := parameters.get("answer"), Path):
            path = answer.relative_to(ROOT)
            lesson, exercise = path.parts[2], path.parts[4]
            weight = WEIGHTS.get(exercise, 1)
            return cls(item.nodeid, weight, lesson, exercise, path.as_posix())
        if isinstance(exercise_of := parameters.get("exercise"), Exercise):
            weight = WEIGHTS.get(exercise_of.name, 1)
            return cls(item.nodeid, weight, exercise_of.lesson, exercise_of.name)
        lesson_of = parameters.get("lesson")
        lesson = lesson_of.name if isinstance(lesson_of, Lesson) else item.path.parent.name
        return cls(item.nodeid, WEIGHTS.get(item.path.stem, 1), lesson)


def choose(candidates: Sequence[Candidate], changed: Iterable[str], commit: str) -> set[str]:
    """Return the ids of the tests to run.

    Args:
        candidates: all thorough tests.
        changed: the files that the change touches, from the project's root.
        commit: the hash of the commit that is tested.
    """
    files = set(changed)
    touched = _touched(files)
    third = int(commit[:8], 16) % ONE_OF

    def rank(each: Candidate) -> int | None:
        if each.file in files:
            return 0
        if (each.lesson, each.exercise) in touched or (each.lesson, None) in touched:
            return 1
        return 2 if _number(each.id) % ONE_OF == third else None

    ranked = [(found, _number(each.id), each) for each in candidates
              if (found := rank(each)) is not None]  # fmt: skip
    chosen, left = set[str](), AFFORDABLE
    for _, _, each in sorted(ranked, key=lambda it: it[:2]):
        if each.weight <= left:
            chosen.add(each.id)
            left -= each.weight
    return chosen


def changed_files() -> list[str]:
    """Return the files touched since CI_BASE or, without it, within hours of the newest commit."""
    try:
        base = _git("merge-base", os.environ.get("CI_BASE", ""), "HEAD")
    except subprocess.CalledProcessError:  # not given, or of a branch that is new or was rewritten
        newest = int(_git("log", "-1", "--format=%ct"))
        base = _git("rev-list", "-1", f"--before={newest - SECONDS_OF_A_CHANGE}", "HEAD")
    return _git("diff", "--name-only", base or "HEAD", "HEAD").splitlines()


def tested_commit() -> str:
    """Return the hash of the commit that is checked out."""
    return _git("rev-parse", "HEAD")


def _touched(files: set[str]) -> set[tuple[str, str | None]]:
    """Return the pairs of lesson and exercise that these files belong to; None: all of a lesson."""
    names = {exercise.name for lesson in COURSE for exercise in lesson.exercises}
    touched = set[tuple[str, str | None]]()
    for path in files:
        parts = path.split("/")
        if path.startswith("workshop/lessons/") and len(parts) > 3:
            own = parts[3].removesuffix(".py")
            touched.add((parts[2], own if own in names else None))
        for lesson in COURSE:
            if parts[-1] == lesson.notebook:
                touched.add((lesson.name, "notebook"))
            for exercise in lesson.exercises:
                for room, kind in STAND_ON.items():
                    if path.startswith(room) and isinstance(exercise, kind):
                        touched.add((lesson.name, exercise.name))
    return touched


def _number(text: str) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest()[:12], 16)


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
    return run.stdout.strip()
