"""A certificate: what was done, by whom, when."""

from __future__ import annotations

from datetime import datetime

import pytest

from workshop.desk.spool import Event
from workshop.lessons import COURSE
from workshop.room.board.completion import achieved, certificate
from workshop.room.board.standings import Standing
from workshop.room.board.store import Received

LESSON = COURSE[5]
DONE, TRIED = (f"{LESSON.name}.{each.name}" for each in LESSON.exercises)
DAY = datetime(2026, 3, 9, 15, 30).timestamp()


def standing(*events: Event) -> Standing:
    found = Standing("ada")
    for each in events:
        found.take(Received("ada", each.at, each))
    return found


def test_only_what_was_done_counts() -> None:
    found = achieved(
        standing(
            Event("given", f"{COURSE[1].name}.{COURSE[1].exercises[0].name}", at=DAY),
            Event("check", DONE, "done", at=DAY),
            Event("check", TRIED, "not_yet", "refunds", at=DAY + 86400),
        ),
        "Ada <b>",
    )
    page = certificate(found)
    assert found.lessons == [(LESSON, 1, 2)]
    assert "<h1>Ada &lt;b&gt;</h1>" in page
    assert f"<td>{LESSON.title}</td><td>1 of 2</td>" in page
    assert "<p>9 March 2026</p>" in page
    assert COURSE[1].title not in page


def test_who_has_done_nothing_gets_none() -> None:
    with pytest.raises(LookupError, match="Ada hasn't done an exercise yet"):
        certificate(achieved(standing(Event("check", TRIED, "not_yet", "x", at=DAY)), "Ada"))
