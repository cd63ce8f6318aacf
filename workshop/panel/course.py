"""The course as a learner has it: lessons, minutes, what is done, and where to go on."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from workshop.desk.feedback import answers, questions
from workshop.desk.orders import is_raised, orders_of
from workshop.desk.spool import room_of
from workshop.exercises.engine.progress import (
    read_given,
    read_hints,
    read_progress,
    where_to_go_on,
)
from workshop.exercises.engine.report import Outcome
from workshop.lab.notice import noticed
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.notebook import built


def course_of(workspace: Workspace, root: Path) -> dict[str, Any]:
    """Return the course as JSON: `ICourse` in ``panel/src/course.ts`` names the fields.

    Args:
        workspace: the learner's.
        root: the folder that the Jupyter server shows.
    """
    outcomes, hints = read_progress(workspace), read_hints(workspace)
    given = read_given(workspace)
    following = where_to_go_on(outcomes, given)
    lessons: list[dict[str, Any]] = []
    for lesson in COURSE:
        exercises = []
        for cell in built.exercises_in(lesson.notebook):
            full_name = f"{lesson.name}.{cell.name}"
            outcome = outcomes.get(full_name, Outcome.NOT_ATTEMPTED)
            is_given = full_name in given and outcome is not Outcome.DONE
            seen = min(hints.get(full_name, 0), cell.hints)
            exercises.append(
                {
                    "name": cell.name,
                    "lesson": lesson.name,
                    "outcome": "given" if is_given else outcome.name.lower(),
                    "hints": {"given": seen, "total": cell.hints},
                    "buildsOn": cell.builds_on,
                }
            )
        lessons.append(
            {
                "number": lesson.number,
                "title": lesson.title,
                "notebook": lesson.notebook,
                "minutes": lesson.minutes,
                "exercises": exercises,
            }
        )
    # JupyterLab as `workshop lab` starts it has the Web UI on its own origin; a cluster has another.
    own, clusters = (os.environ.get(f"WORKSHOP_{each}") for each in ("UI_PATH", "TEMPORAL_UI"))
    folder = os.path.relpath(workspace.root, root)
    return {
        "lessons": lessons,
        "next": {"exercise": following, "notebook": built.places()[following]}
        if following
        else None,
        "webUi": own or clusters,
        "namespace": "default" if own else os.environ.get("TEMPORAL_NAMESPACE", "default"),
        "notice": noticed(workspace),
        "room": _room(workspace, lessons),
        "folder": "" if folder == "." else Path(folder).as_posix(),
    }


def _room(workspace: Workspace, lessons: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return what the instructor's desk has for the learner, and what it is told; None without one."""
    spool = room_of(workspace.state)
    if spool is None:
        return None
    orders = orders_of(workspace.state)
    return {
        "messages": [asdict(each) for each in orders.messages],
        "pinned": orders.pinned,
        "helped": orders.helped,
        "raised": is_raised(workspace.state),
        "reached": orders.reached and not orders.revoked,
        "tells": spool.tells,
        "asks": _asked(answers(workspace.state), lessons),
    }


def _asked(
    said: Mapping[str, Mapping[str, str]], lessons: list[dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    """Return the questions about each lesson that is done, by its notebook, until all are answered."""
    asked = {}
    for lesson in lessons:
        notebook = lesson["notebook"]
        outcomes = {each["outcome"] for each in lesson["exercises"]}
        if "done" not in outcomes or outcomes - {"done", "given"}:
            continue
        own = said.get(built.lesson(notebook), {})
        offered = questions(built.sections(notebook))
        if offered.keys() - own.keys():
            asked[notebook] = [
                {"question": each, "answers": offered[each], "said": own.get(each)}
                for each in offered
            ]
    return asked
