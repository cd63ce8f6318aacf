"""What an instructor wants done in a learner's workspace, done once."""

from __future__ import annotations

import contextlib
import sys

from workshop.course.renew import catch_up, reset_lesson
from workshop.desk.orders import Deed, Orders
from workshop.desk.spool import Event, Spool, desk_folder
from workshop.lab.workspace import Workspace
from workshop.lessons import find_lesson
from workshop.processes.whole_file import write_whole


class Deeds:
    """Does what orders ask for; which was the last is kept in the workspace.

    Args:
        workspace: the learner's.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._file = desk_folder(workspace.state) / "deeds"

    def obey(self, orders: Orders) -> None:
        """Do what isn't done yet, in its order. What fails is said on standard error, and left."""
        for each in orders.deeds:
            if each.number <= self._last():
                continue
            try:
                # First: what fails, or is cut short, is not tried again and again.
                write_whole(self._file, f"{each.number}")
                self._do(each)
            except OSError as error:
                print(f"{each.what} of {each.lesson} failed: {error}", file=sys.stderr)

    def _do(self, deed: Deed) -> None:
        lesson = find_lesson(deed.lesson)
        if lesson is None:
            return
        spool = Spool(self._workspace.state)
        if deed.what == "reset":
            reset_lesson(self._workspace, lesson)
            spool.append(Event("reset", lesson.name))
            return
        for each in catch_up(self._workspace, lesson):
            spool.append(Event("given", each))

    def _last(self) -> int:
        with contextlib.suppress(OSError, ValueError):
            return int(self._file.read_text())
        return 0
