"""The course: its lessons in their order.

A lesson is a package here that names its exercises in their order (``EXERCISES``). ``lesson.md`` is
the source of both its notebooks; each exercise has a file under its own name, with its hints and what
it has to show; ``evidence.py`` has what several of them look for. A new
lesson is such a package and a line in `COURSE`.
"""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.exercises import Exercise


@dataclass(frozen=True)
class Lesson:
    """One lesson of the course.

    Args:
        number: its place in the course.
        name: its package.
        title: what learners read.
        minutes: what it takes, exercises and all.
        practice: the minutes of them that each exercise takes, in their order. Estimates; what a room
            needed is in its board's results.
    """

    number: int
    name: str
    title: str
    minutes: int
    practice: tuple[int, ...]

    @property
    def notebook(self) -> str:
        """The file name of its notebook."""
        return f"{self.number:02d}_{self.name}.ipynb"

    @property
    def slides(self) -> str:
        """The file name of its slides."""
        return f"{self.number:02d}_{self.name}.json"

    @property
    def source(self) -> Path:
        """The file that its notebooks are built from."""
        return Path(__file__).parent / self.name / "lesson.md"

    @property
    def exercises(self) -> list[Exercise]:
        """Its exercises in their order."""
        package = importlib.import_module(f"workshop.lessons.{self.name}")
        exercises: tuple[Exercise, ...] = package.EXERCISES
        return list(exercises)


COURSE = (
    Lesson(0, "start_here", "Start here", minutes=10, practice=(3,)),
    Lesson(1, "workflow_definition", "Workflow definition", minutes=50, practice=(6, 6, 12)),
    Lesson(2, "messages", "Messages", minutes=50, practice=(5, 10, 9)),
    Lesson(3, "activities", "Activities", minutes=60, practice=(6, 6, 7, 10)),
    Lesson(4, "worker_and_client", "Worker and client", minutes=60, practice=(8, 8, 7, 6)),
    Lesson(5, "saga_compensation", "Saga compensation", minutes=50, practice=(10, 8)),
    Lesson(6, "saga_cancellation", "Cancelling a saga", minutes=55, practice=(10,)),
    Lesson(7, "lasting_undos", "Undos that last", minutes=50, practice=(9, 9)),
    Lesson(8, "timers", "Timers", minutes=46, practice=(9, 7)),
    Lesson(
        9, "entities_and_schedules", "Entity workflows and schedules", minutes=58, practice=(12, 9)
    ),
    Lesson(
        10, "anti_patterns", "Anti-patterns and replay failures", minutes=60, practice=(7, 10, 5)
    ),
    Lesson(11, "testing", "Testing", minutes=60, practice=(8, 6, 7, 7, 5)),
    Lesson(12, "key_decisions", "Key decisions", minutes=55, practice=(12,)),
    Lesson(13, "service_outages", "Service outages", minutes=33, practice=(12,)),
    Lesson(14, "capstone", "Capstone", minutes=60, practice=(42,)),
)

#: Ways through the course, for a session that hasn't the time for all of it: numbers of lessons, each
#: with what it needs before it.
TRACKS = {
    "first-steps": (0, 1, 2),
    "reliability": (0, 1, 2, 3, 4, 5, 6, 7),
    "time": (0, 1, 2, 8, 9, 13),
    "operations": (0, 1, 2, 3, 4, 8, 10, 11, 12),
    "everything": tuple(lesson.number for lesson in COURSE),
}


def find_lesson(wanted: str) -> Lesson | None:
    """Return the lesson with that number ("1", "01"), name or notebook's name, or None."""
    for lesson in COURSE:
        names = (str(lesson.number), f"{lesson.number:02d}", lesson.name)
        if wanted in (*names, lesson.notebook, lesson.notebook.removesuffix(".ipynb")):
            return lesson
    return None
