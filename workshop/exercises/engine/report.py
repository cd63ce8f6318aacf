"""The verdict on an answer: a value, and its text."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from workshop.exercises.engine.finding import CouldNotJudge, NotYet

#: The title of what comes before all checks: the answer is there, and it is code.
CAN_BE_RUN = "can be run"


class Outcome(Enum):
    """What became of a check, or of a whole exercise."""

    DONE = "✓"
    NOT_YET = "✗"
    NOT_ATTEMPTED = "–"
    NOT_JUDGED = "?"


@dataclass(frozen=True)
class Line:
    """One check of a report: its title and its outcome.

    ``finding`` says what is not done yet, ``obstacle`` why it could not be judged.
    """

    title: str
    outcome: Outcome
    finding: NotYet | None = None
    obstacle: CouldNotJudge | None = None

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        """What there is to say besides the title: a word for each paragraph, and its text."""
        if self.obstacle:
            return [
                ("could not be judged", self.obstacle.obstacle),
                ("next", f"{self.obstacle.next_step} This says nothing about your answer."),
            ]
        if self.finding:
            return [
                ("expected", self.finding.expected),
                ("happened", self.finding.happened),
                ("think", self.finding.think),
            ]
        return []


@dataclass(frozen=True)
class Following:
    """What comes after an exercise that is done.

    ``done`` of ``total`` exercises of the course are done. ``exercise`` is the next that is not,
    None if there is none; ``notebook`` is the file it is in, ``lesson`` that notebook's title, both
    None where that is the one at hand.
    """

    done: int
    total: int
    exercise: str | None = None
    notebook: str | None = None
    lesson: str | None = None

    @property
    def count(self) -> str:
        """How far one is in the course."""
        return f"{self.done} of {self.total} exercises done."


@dataclass(frozen=True, repr=False)
class Report:
    """The verdict on one exercise.

    ``message`` stands in place of the lines when there was nothing to try; ``note`` below them.
    ``following`` says what is next once it is done.
    """

    exercise: str
    lines: Sequence[Line] = ()
    message: str | None = None
    note: str | None = None
    following: Following | None = None

    @property
    def outcome(self) -> Outcome:
        """The outcome of the exercise as a whole."""
        if self.message is not None:
            return Outcome.NOT_ATTEMPTED
        outcomes = {line.outcome for line in self.lines}
        if Outcome.NOT_JUDGED in outcomes:
            return Outcome.NOT_JUDGED
        return Outcome.DONE if outcomes <= {Outcome.DONE} else Outcome.NOT_YET

    @property
    def finding(self) -> NotYet | None:
        """The finding that the learner should look at next."""
        return next((line.finding for line in self.lines if line.finding), None)

    @property
    def heading(self) -> str:
        """The first line: outcome, exercise, count."""
        if self.message is not None:
            return f"{self.outcome.value} {self.exercise} · not attempted"
        done = sum(line.outcome is Outcome.DONE for line in self.lines)
        return f"{self.outcome.value} {self.exercise} · {done} of {len(self.lines)}"

    @property
    def compare(self) -> str:
        """How to see our answer beside one's own."""
        return f"To compare: `{self.exercise}.solution()` shows ours."

    def __repr__(self) -> str:
        rows = [self.heading]
        if self.message is not None:
            rows.append(textwrap.indent(self.message, "  "))
        for line in self.lines:
            rows.append(f"  {line.outcome.value} {line.title}")
            rows += [
                _paragraph(_AS_TEXT.get(word, "{}").format(text)) for word, text in line.paragraphs
            ]
        if self.note:
            rows.append(_paragraph(self.note))
        if self.following:
            rows.append(f"  {_next_step(self.following)}  {self.compare}")
        return "\n".join(rows)


def _next_step(following: Following) -> str:
    if following.exercise is None:
        return f"{following.count} That was the last one."
    where = f", in {following.lesson} ({following.notebook})" if following.notebook else ""
    return f"{following.count} Next: {following.exercise}{where}."


#: How a paragraph's word and text are said as plain text.
_AS_TEXT = {
    "expected": "expected {}",
    "think": "Think: {}",
    "could not be judged": "could not be judged: {}",
}


def _paragraph(text: str) -> str:
    """Return ``text`` wrapped and indented; its own line breaks stay."""
    return "\n".join(
        textwrap.fill(row, 94, initial_indent="      ", subsequent_indent="      ")
        for row in text.splitlines()
    )
