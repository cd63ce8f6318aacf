"""A full room in front of a board: as many couriers as learners, each telling of checks."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from tests.boards import ABoard
from workshop.desk.courier import Courier
from workshop.desk.spool import Event, Spool


class Crowd:
    """Learners whose workspaces are folders below one.

    Args:
        learners: each one's state folder, by name.
    """

    def __init__(self, learners: dict[str, Path]) -> None:
        self.learners = learners

    def check(self, learner: str, title: str) -> None:
        """A learner checks an exercise, and is told that this isn't met."""
        Spool(self.learners[learner]).append(Event("check", "saga.refunds", "not_yet", title))


@contextlib.contextmanager
def a_crowd(folder: Path, board: ABoard, count: int) -> Iterator[Crowd]:
    """Bring so many learners; send them away in the end."""
    crowd = Crowd({f"learner-{number:03}": folder / f"{number}" for number in range(count)})
    couriers = []
    for name, state in crowd.learners.items():
        state.mkdir()
        couriers.append(Courier(state, board.desk(name)))
    try:
        yield crowd
    finally:
        for each in couriers:
            each.close()
