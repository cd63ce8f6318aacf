"""What is asked at a lesson's end: answers of ours, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.desk.feedback import AGAIN, NOTHING, AnswerError, answer, answers, questions
from workshop.desk.spool import Spool

SECTIONS = ["Ask: a query", "Tell: a signal"]


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    spool = Spool(tmp_path)
    spool.create()
    return spool


def test_three_questions_are_asked_and_the_last_is_about_the_lessons_sections() -> None:
    asked = questions(SECTIONS)
    assert len(asked) == 3
    assert asked[AGAIN] == [NOTHING, *SECTIONS]


def test_the_newest_answer_counts(spool: Spool, tmp_path: Path) -> None:
    for said in ("too slow", "too fast"):
        answer(spool, "messages", SECTIONS, "How was the pace?", said)
    answer(spool, "messages", SECTIONS, AGAIN, SECTIONS[1])
    assert answers(tmp_path) == {"messages": {"How was the pace?": "too fast", AGAIN: SECTIONS[1]}}


@pytest.mark.parametrize(
    ("question", "said"),
    [("How was the pace?", "secret"), ("What is your name?", "yes"), (AGAIN, "too fast")],
)
def test_what_was_not_offered_is_not_told(spool: Spool, question: str, said: str) -> None:
    with pytest.raises(AnswerError):
        answer(spool, "messages", SECTIONS, question, said)
    assert spool.read() == []


def test_it_is_told_though_checks_are_not(spool: Spool, tmp_path: Path) -> None:
    spool.tells = False
    answer(spool, "messages", SECTIONS, "How was the pace?", "too fast")
    assert answers(tmp_path)
