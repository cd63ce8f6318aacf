"""A session laid out: what is taught, practised and rested when, in the minutes that there are."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from statistics import quantiles
from typing import Literal

from workshop.errors import LabError
from workshop.lessons import COURSE, TRACKS, Lesson
from workshop.notebook import built

#: Minutes of a break, and the most that people sit before one.
BREAK, SITTING = 10, 75

#: Minutes of the lunch break, in a session of at least so many.
LUNCH, LONG_SESSION = 45, 300

#: So few have to have done an exercise before what they needed says anything.
ENOUGH = 3

#: The file of an agenda, in the folder that a room keeps its own files in.
AGENDA = "agenda.json"

Kind = Literal["teaching", "exercise", "break", "lunch", "questions"]


class AgendaError(LabError):
    """The session can't be laid out; the message says why, and what to leave out."""


@dataclass(frozen=True)
class Slot:
    """A stretch of a session.

    Args:
        kind: what it is for.
        minutes: how long it is.
        lesson: the number of its lesson; None for what belongs to none.
        exercise: ``lesson.exercise``, or nothing.
    """

    kind: Kind
    minutes: int
    lesson: int | None = None
    exercise: str = ""


def agenda(
    minutes: int,
    track: str,
    *,
    without: Collection[int] = (),
    needed: Mapping[str, int] | None = None,
) -> list[Slot]:
    """Lay out a session; what is left at its end is for questions. The slots add up to it.

    Args:
        minutes: of the whole session, breaks included.
        track: one of `TRACKS`.
        without: numbers of lessons to leave out.
        needed: the minutes that exercises took, in place of the course's estimates.

    Raises:
        AgendaError: it doesn't fit.
    """
    lessons = [COURSE[number] for number in TRACKS[track] if number not in without]
    slots = _with_breaks(lessons, minutes, needed or {})
    left = minutes - _sum(slots)
    if not lessons:
        raise AgendaError("That leaves nothing to teach.")
    if left < 0:
        raise AgendaError(_what_to_leave_out(lessons, minutes, track, without, needed or {}))
    return [*slots, *([Slot("questions", left)] if left else [])]


def needed_minutes(results: Iterable[Mapping[str, str]]) -> dict[str, int]:
    """Return the minutes that the slowest quarter of a room needed at least, for each exercise.

    Those that fewer than `ENOUGH` have done are left out.

    Args:
        results: rows of the board's results.

    Raises:
        KeyError, ValueError: they aren't.
    """
    took: dict[str, list[float]] = {}
    for row in results:
        if row["minutes"]:
            took.setdefault(row["exercise"], []).append(float(row["minutes"]))
    return {
        exercise: max(1, round(quantiles(minutes, n=4, method="inclusive")[2]))
        for exercise, minutes in took.items()
        if len(minutes) >= ENOUGH
    }


def read_results(file: Path) -> list[dict[str, str]]:
    """Return the rows of the results that a board has given out.

    Raises:
        AgendaError: it can't be read, or is something else.
    """
    try:
        with file.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
        needed_minutes(rows)
    except (OSError, KeyError, ValueError, csv.Error):
        raise AgendaError(f"{file} isn't a board's results.") from None
    return rows


def as_json(slots: Iterable[Slot]) -> str:
    """Return it as the board's page takes it: each slot, and its ``title``."""
    return json.dumps([{**asdict(slot), "title": title_of(slot)} for slot in slots])


def title_of(slot: Slot) -> str:
    """Return what a slot is called on a sheet."""
    if slot.kind in ("break", "lunch", "questions"):
        return {"break": "Break", "lunch": "Lunch", "questions": "Questions"}[slot.kind]
    lesson = COURSE[slot.lesson or 0]
    if slot.kind == "exercise":
        return f"Exercise: {slot.exercise.rpartition('.')[2]}"
    return f"{lesson.number:02d} {lesson.title}"


def _sum(slots: Iterable[Slot]) -> int:
    return sum(slot.minutes for slot in slots)


def _slots_of(lesson: Lesson, needed: Mapping[str, int]) -> list[Slot]:
    """Return a lesson's stretches: what leads to each exercise, the exercise, and what is after it."""
    teaching = _shared_out(lesson.minutes - sum(lesson.practice), _weights(lesson.notebook))
    names = [each.name for each in built.exercises_in(lesson.notebook)]
    slots: list[Slot] = []
    for taught, name, minutes in zip(teaching, names, lesson.practice, strict=False):
        exercise = f"{lesson.name}.{name}"
        slots.append(Slot("teaching", taught, lesson.number))
        slots.append(Slot("exercise", needed.get(exercise, minutes), lesson.number, exercise))
    slots.append(Slot("teaching", teaching[-1], lesson.number))
    return [slot for slot in slots if slot.minutes]


@lru_cache
def _weights(notebook: str) -> tuple[int, ...]:
    """Return how many cells lead to each exercise of a notebook, and how many come after the last."""
    cells = json.loads((built.course_folder("notebooks") / notebook).read_text(encoding="utf-8"))[
        "cells"
    ]
    weights = [0]
    for cell in cells:
        weights[-1] += 1
        if "exercise" in cell["metadata"]:
            weights.append(0)
    return tuple(weights)


def _shared_out(minutes: int, weights: Sequence[int]) -> list[int]:
    """Share minutes out by weight: whole ones that add up."""
    shares, given, seen = [], 0, 0
    for weight in weights:
        seen += weight
        until = round(minutes * seen / sum(weights))
        shares.append(until - given)
        given = until
    return shares


def _with_breaks(lessons: Iterable[Lesson], minutes: int, needed: Mapping[str, int]) -> list[Slot]:
    """Return the lessons' slots, with a break before people would sit for more than `SITTING`.

    In a long session with enough to fill it, the break that is nearest to the middle is lunch.
    """
    slots: list[Slot] = []
    sat = 0
    for stretch in (each for lesson in lessons for each in _stretches(_slots_of(lesson, needed))):
        if sat and sat + _sum(stretch) > SITTING:
            slots.append(Slot("break", BREAK))
            sat = 0
        slots += stretch
        sat += _sum(stretch)
    breaks = [index for index, slot in enumerate(slots) if slot.kind == "break"]
    whole = _sum(slots) - BREAK + LUNCH
    if min(minutes, whole) >= LONG_SESSION and breaks:
        middle = min(breaks, key=lambda index: abs(_sum(slots[:index]) - whole / 2))
        slots[middle] = Slot("lunch", LUNCH)
    return slots


def _stretches(slots: Iterable[Slot]) -> Iterator[list[Slot]]:
    """Yield what no break comes into: what leads to an exercise, and the exercise."""
    stretch: list[Slot] = []
    for slot in slots:
        stretch.append(slot)
        if slot.kind == "exercise":
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _what_to_leave_out(
    lessons: list[Lesson],
    minutes: int,
    track: str,
    without: Collection[int],
    needed: Mapping[str, int],
) -> str:
    takes = _sum(_with_breaks(lessons, minutes, needed))
    kept = list(lessons)
    while kept and _sum(_with_breaks(kept, minutes, needed)) > minutes:
        kept.pop()
    if not kept:
        return (
            f"{minutes} minutes are too few for {lessons[0].title}: it takes {lessons[0].minutes}."
        )
    out = lessons[len(kept) :]
    named = ", ".join(f"{lesson.number:02d} {lesson.title}" for lesson in out)
    left_out = sorted({*without, *(lesson.number for lesson in out)})
    numbers = ",".join(f"{number:02d}" for number in left_out)
    return (
        f"The track {track} takes {takes} minutes, breaks included, and you have {minutes}. "
        f"Leave out {named}:\n\n"
        f"  workshop agenda --minutes {minutes} --track {track} --without {numbers}"
    )
