"""``workshop progress``: the course, what is done, what is next."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from workshop.exercises.engine.progress import read_given, read_progress, where_to_go_on
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.notebook import built


def show_progress(folder: Path) -> None:
    """Print each lesson with its exercises and the outcome each had last."""
    console = Console(highlight=False)
    workspace = Workspace(folder.resolve())
    progress = read_progress(workspace)
    for lesson in COURSE:
        outcomes = {
            exercise.name: progress.get(f"{lesson.name}.{exercise.name}", Outcome.NOT_ATTEMPTED)
            for exercise in lesson.exercises
        }
        done = sum(outcome is Outcome.DONE for outcome in outcomes.values())
        console.print(
            f"{lesson.number:02d} {lesson.title} · {lesson.minutes} minutes · "
            f"{done} of {len(outcomes)} exercises"
        )
        for name, outcome in outcomes.items():
            console.print(f"   {outcome.value} {name}")
    following = where_to_go_on(progress, read_given(workspace))
    if following is None:
        console.print("\nAll exercises are done.")
    else:
        console.print(f"\nNext: {following}, in {built.places()[following]}")
