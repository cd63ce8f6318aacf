"""What a learner in a room is asked at a lesson's end: three questions with answers to choose from.

An answer is one of ours, so nothing that a learner has typed leaves the workspace. The last question's
are the lesson's own sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workshop.desk.spool import Event, Spool

#: The questions, each with its answers.
QUESTIONS = {
    "How was the pace?": ["too slow", "about right", "too fast"],
    "Could you explain it to a colleague?": ["yes", "in part", "not yet"],
}

#: The last one, and its answer for somebody who needs nothing.
AGAIN, NOTHING = "What should we go over again?", "nothing"


class AnswerError(ValueError):
    """That wasn't asked, or isn't one of the answers; the message says which."""


def questions(sections: Sequence[str]) -> dict[str, list[str]]:
    """Return the questions about a lesson with these sections, each with its answers."""
    return {**QUESTIONS, AGAIN: [NOTHING, *sections]}


def answer(spool: Spool, lesson: str, sections: Sequence[str], question: str, said: str) -> None:
    """Tell the room an answer.

    Args:
        spool: of the learner's workspace.
        lesson: its name.
        sections: the lesson's, to choose from.
        question: one of `questions`.
        said: one of its answers.

    Raises:
        AnswerError: it is something else.
    """
    if said not in questions(sections).get(question, ()):
        raise AnswerError(f"{said!r} is no answer to {question!r} about {lesson}")
    spool.append(Event("feedback", lesson, question, said))


def answers(state: Path) -> dict[str, dict[str, str]]:
    """Return what a workspace has answered: by lesson, for each question the newest answer.

    Args:
        state: where the workspace keeps what belongs to the kit.
    """
    found: dict[str, dict[str, str]] = {}
    for _, event in Spool(state).read():
        if event.kind == "feedback":
            found.setdefault(event.exercise, {})[event.outcome] = event.title
    return found
