"""A lesson begun anew, and lessons caught up with: what a learner, or their instructor, may ask for."""

from __future__ import annotations

import shutil
from pathlib import Path

from workshop.course.copies import replace_copy
from workshop.exercises.engine.progress import forget_progress, read_progress, record_given
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE, Lesson
from workshop.modules.files import write_module
from workshop.notebook import built


def reset_lesson(workspace: Workspace, lesson: Lesson) -> Path:
    """Put a lesson's notebook back as it came, and take its modules away; return the backup's folder.

    Raises:
        OSError: something can't be moved or written.
    """
    backup = workspace.place_for_backup(lesson.name)
    backup.mkdir()
    modules = [workspace.work / f"{cell.module}.py" for cell in built.exercises_in(lesson.notebook)]
    for path in (workspace.root / lesson.notebook, *modules):
        if path.exists():
            shutil.move(path, backup / path.name)
    replace_copy(workspace, lesson.notebook)
    forget_progress(workspace, lesson.name)
    return backup


def catch_up(workspace: Workspace, until: Lesson) -> list[str]:
    """Give the solutions of the exercises before a lesson whose modules aren't there.

    What a learner has written stays as it is, and notebooks aren't touched.

    Returns:
        What was given, each as ``lesson.exercise``, in the course's order.

    Raises:
        OSError: something can't be written.
    """
    progress, given = read_progress(workspace), []
    for lesson in COURSE[: until.number]:
        for cell in built.exercises_in(lesson.notebook):
            full_name = f"{lesson.name}.{cell.name}"
            there = (workspace.work / f"{cell.module}.py").exists()
            if there or progress.get(full_name) is Outcome.DONE:
                continue
            write_module(cell.module, built.solution(cell.name), workspace.work)
            given.append(full_name)
    if given:
        record_given(workspace, given)
    return given
