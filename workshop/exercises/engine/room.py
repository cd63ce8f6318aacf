"""What a room is told of a verdict."""

from __future__ import annotations

import sys

from workshop.desk.spool import WHAT_IS_TOLD, Event, room_of
from workshop.exercises.engine.report import Outcome, Report
from workshop.lab.workspace import Workspace


def tell_room(workspace: Workspace, exercise: str, report: Report) -> None:
    """Tell the room, if there is one, what came of ``lesson.exercise``; say so the first time.

    The title is that of the check which isn't met: a sentence of the course. What was found stays
    here.
    """
    spool = room_of(workspace.state)
    if spool is None:
        return
    if spool.tells and spool.first_time():
        print(WHAT_IS_TOLD, file=sys.stderr)
    not_met = (line.title for line in report.lines if line.outcome is Outcome.NOT_YET)
    spool.append(Event("check", exercise, report.outcome.name.lower(), next(not_met, "")))
