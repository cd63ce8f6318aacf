"""What the events mean: where each learner stands, and on which check how many are stuck.

Values only: nothing here reads a clock, a file or the network.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import Any

from workshop.desk.feedback import questions
from workshop.lessons import find_lesson
from workshop.notebook import built
from workshop.room.board.store import Received

#: As many checks in a row that end with the same title: they turn in a circle.
SPINNING = 4

#: Seconds without a check after which somebody has done something else in between.
AWAY = 45 * 60.0


@dataclass
class Attempt:
    """A learner at an exercise.

    Args:
        outcome: of the newest check; ``done`` stays.
        tries: how many checks weren't met.
        since: when the learner turned to it: at the check before, if that wasn't long ago, else at
            its own first.
        began, last: when the first check of an answer and the newest check came; `ended`, when it was done.
        title: of the check that isn't met.
        same: how often in a row it has been this one.
    """

    outcome: str = "not_attempted"
    tries: int = 0
    since: float = 0.0
    began: float = 0.0
    last: float = 0.0
    ended: float | None = None
    title: str = ""
    same: int = 0

    @property
    def is_done(self) -> bool:
        """Whether it was done once."""
        return self.ended is not None

    @property
    def minutes(self) -> float | None:
        """How long it took, with what was read before it; None if it isn't done."""
        return None if self.ended is None else (self.ended - self.since) / 60


@dataclass
class Standing:
    """Where a learner is.

    Args:
        learner: the seat.
        attempts: by ``lesson.exercise``, in the order in which they were begun.
        raised: when the hand went up; None: it is down.
        last: when the newest event happened.
        answers: to the questions at a lesson's end: by lesson and question, the newest.
    """

    learner: str
    attempts: dict[str, Attempt] = field(default_factory=dict)
    raised: float | None = None
    last: float = 0.0
    answers: dict[str, dict[str, str]] = field(default_factory=dict)

    def take(self, received: Received) -> None:
        """Follow one more event."""
        event, before = received.event, self.last
        self.last = max(self.last, event.at)
        if event.kind == "hand":
            self.raised = event.at if event.outcome == "raised" else None
            return
        if event.kind == "feedback":
            self.answers.setdefault(event.exercise, {})[event.outcome] = event.title
            return
        since = before if before and event.at - before < AWAY else event.at
        if event.kind == "reset":
            anew = f"{event.exercise}."
            self.attempts = {n: a for n, a in self.attempts.items() if not n.startswith(anew)}
            return
        if event.kind == "given":
            given = Attempt(outcome="given", since=event.at, began=event.at, last=0.0)
            self.attempts.setdefault(event.exercise, given)
            return
        new = Attempt(since=since, began=event.at)
        attempt = self.attempts.setdefault(event.exercise, new)
        attempt.last = event.at
        if attempt.is_done:
            return
        if not attempt.tries:  # a cell that is still as it came is no try yet
            attempt.began = event.at
        attempt.outcome = event.outcome
        if event.outcome == "done":
            attempt.ended, attempt.title, attempt.same = event.at, "", 0
        elif event.outcome == "not_yet":
            attempt.tries += 1
            attempt.same = attempt.same + 1 if event.title == attempt.title else 1
            attempt.title = event.title

    @property
    def at(self) -> str | None:
        """The exercise that was checked last; None if none was."""
        return max(self.attempts, key=lambda name: self.attempts[name].last, default=None)

    def as_json(self) -> dict[str, Any]:
        """Return it as the page takes it; times are seconds since 1970."""
        return {
            "learner": self.learner,
            "raised": self.raised,
            "last": self.last,
            "at": self.at,
            "attempts": {
                name: {
                    "outcome": "done" if each.is_done else each.outcome,
                    "tries": each.tries,
                    "began": each.began,
                    "ended": each.ended,
                    "title": each.title,
                    "spinning": each.same >= SPINNING,
                }
                for name, each in self.attempts.items()
            },
        }


@dataclass(frozen=True)
class Stuck:
    """Learners whose newest check has ended with the same title of the same exercise."""

    exercise: str
    title: str
    learners: tuple[str, ...]


def stuck_on(standings: Iterable[Standing]) -> list[Stuck]:
    """Group those who aren't done with their exercise by what isn't met; the largest group first."""
    groups: dict[tuple[str, str], list[str]] = {}
    for each in standings:
        if each.at is None:
            continue
        attempt = each.attempts[each.at]
        if not attempt.is_done and attempt.title:
            groups.setdefault((each.at, attempt.title), []).append(each.learner)
    found = [Stuck(*key, tuple(sorted(learners))) for key, learners in groups.items()]
    return sorted(found, key=lambda group: (-len(group.learners), group.exercise, group.title))


def results(standings: Iterable[Standing]) -> list[dict[str, str | int | float]]:
    """Return a row for each exercise that each learner has checked.

    ``seat``, ``exercise``, ``outcome``, ``checks`` and, once it is done, ``minutes`` and ``done`` (when,
    as ISO 8601 in UTC); empty texts before.
    """
    return [
        {
            "seat": each.learner,
            "exercise": exercise,
            "outcome": "done" if attempt.is_done else attempt.outcome,
            "checks": attempt.tries + attempt.is_done,
            "minutes": "" if attempt.minutes is None else round(attempt.minutes, 1),
            "done": ""
            if attempt.ended is None
            else datetime.fromtimestamp(attempt.ended, timezone.utc).isoformat(timespec="seconds"),
        }
        for each in sorted(standings, key=lambda standing: standing.learner)
        for exercise, attempt in each.attempts.items()
    ]


def answered(standings: Iterable[Standing]) -> list[dict[str, str | int]]:
    """Return how many gave which answer: ``lesson``, ``question``, ``answer``, ``people``.

    Without names. A lesson's questions stand together; the answer most gave comes first. What isn't
    one of the answers, because a seat says something else than its panel would, counts for nothing.
    """
    counts = Counter(
        (lesson, question, answer)
        for each in standings
        for lesson, answers in each.answers.items()
        for question, answer in answers.items()
        if answer in _offered(lesson).get(question, ())
    )
    return [
        {"lesson": lesson, "question": question, "answer": answer, "people": people}
        for (lesson, question, answer), people in sorted(
            counts.items(), key=lambda item: (item[0][:2], -item[1], item[0][2])
        )
    ]


def _offered(name: str) -> dict[str, list[str]]:
    lesson = find_lesson(name)
    return questions(built.sections(lesson.notebook)) if lesson else {}


def hands(standings: Iterable[Standing]) -> list[str]:
    """Return whose hands are up; who has waited longest comes first."""
    up = [(each.raised, each.learner) for each in standings if each.raised is not None]
    return [learner for _, learner in sorted(up)]
