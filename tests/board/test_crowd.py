"""Two hundred learners at one board, which is killed in between."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.board.crowd import a_crowd
from tests.boards import a_board
from tests.families import wait_until

LEARNERS, CHECKS = 200, 6


@pytest.mark.timeout(300)
def test_a_full_room_loses_nothing_and_tells_nothing_twice(tmp_path: Path) -> None:
    state = tmp_path / "room"
    state.mkdir()
    with a_board(state) as board:
        assert wait_until(lambda: board.answers, 60)

        def kept() -> list[tuple[str, str]]:
            with contextlib.closing(sqlite3.connect(state / "board.db")) as db:
                return db.execute(
                    "SELECT learner, title FROM events ORDER BY learner, number"
                ).fetchall()

        with a_crowd(tmp_path, board, LEARNERS) as crowd:
            for number in range(CHECKS):
                for learner in crowd.learners:
                    crowd.check(learner, f"{number}")
                if number == CHECKS // 2:
                    assert wait_until(lambda: len(kept()) > LEARNERS, 120)
                    board.program.kill()
            expected = [(who, f"{number}") for who in crowd.learners for number in range(CHECKS)]
            assert wait_until(lambda: len(kept()) >= len(expected), 180)
        assert kept() == expected
