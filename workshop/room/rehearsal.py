"""``workshop room rehearse``: a room of its own, full of learners who aren't there.

They come in at the same moment, run the worked notebooks of a few lessons and press Check, as a
class does at nine in the morning. What it prints is what the evening before is for: what broke,
what the machine has to give, and how long people wait.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from workshop.lessons import COURSE
from workshop.notebook.built import course_folder
from workshop.processes.ports import free_port
from workshop.room.footprint import available_megabytes, shares_of
from workshop.room.guest import Guest, GuestError
from workshop.room.room import Room

#: Seconds that a cell may take while a whole class runs the same one.
PATIENCE = 600.0

Say = Callable[[str], None]


@dataclass
class Rehearsal:
    """What came of it.

    Args:
        learners: how many there were.
        seats: seconds that each waited for JupyterLab.
        lessons: by the lesson's number, the seconds that each learner's notebook took.
        memory: by what the learners had done, the megabytes of each seat.
        own: megabytes of the room without its seats.
        broke: a sentence for everything that did not go as it should.
    """

    learners: int
    seats: list[float] = field(default_factory=list)
    lessons: dict[int, list[float]] = field(default_factory=dict)
    memory: dict[str, list[float]] = field(default_factory=dict)
    own: float = 0.0
    broke: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            f"Seats     {len(self.seats)} of {self.learners}: "
            + (_spread(self.seats, "s") if self.seats else "nobody got one")
        ]
        lines += [
            f"Lesson {number:02} {len(seconds)} of {self.learners}"
            + (f": {_spread(seconds, 's')}" if seconds else "")
            for number, seconds in self.lessons.items()
        ]
        lines += [
            f"Memory    {when}: {_spread(each, 'MB')} for a learner, {sum(each):.0f} MB for all"
            for when, each in self.memory.items()
            if each
        ]
        lines.append(f"          the room itself: {self.own:.0f} MB")
        lines.append("")
        if self.broke:
            lines += ["What broke:", *(f"  {each}" for each in self.broke)]
        else:
            lines.append("Nothing broke.")
        return "\n".join(lines)


def rehearse(learners: int, lessons: Sequence[int], say: Say) -> Rehearsal:
    """Open a room in a folder of its own, let so many learners work in it, and close it.

    Args:
        learners: how many.
        lessons: the numbers of the lessons they take.
        say: gets a sentence at each step.

    Raises:
        RoomError, OSError: the room can't be opened.
    """
    with tempfile.TemporaryDirectory(prefix="workshop-rehearsal-") as folder:
        found = Rehearsal(learners)
        room = Room(
            Path(folder).resolve(),
            address="127.0.0.1",
            port=free_port(None),
            say=found.broke.append,
        )
        try:
            asyncio.run(_fill(room, found, lessons, say))
        finally:
            room.close()
    return found


async def _fill(room: Room, found: Rehearsal, lessons: Sequence[int], say: Say) -> None:
    learners = found.learners
    names = [f"learner {number:02}" for number in range(1, learners + 1)]
    guests = [Guest(room.url, name) for name in names]
    before = available_megabytes()
    try:
        say(f"{learners} learners come in …")
        code = room.seats.code
        arrived = await asyncio.gather(*(_arrive(guest, code, found) for guest in guests))
        there = [guest for guest, is_there in zip(guests, arrived, strict=True) if is_there]
        await _measure(found, "with JupyterLab open")
        for number in lessons:
            say(f"{len(there)} of them take lesson {number:02} …")
            cells = list(cells_of(number))
            found.lessons[number] = []
            await asyncio.gather(*(_take(guest, number, cells, found) for guest in there))
            await _measure(found, f"after lesson {number:02}")
        for guest in there:
            found.broke += [
                f"{guest.name}: {method} {path} was answered with {status}"
                for method, path, status in guest.refused
            ]
    finally:
        for guest in guests:
            await guest.close()
    say(f"Memory to be had: {before:.0f} MB before, {available_megabytes():.0f} MB in the end.")


async def _arrive(guest: Guest, code: str, found: Rehearsal) -> bool:
    try:
        await guest.come_in(code)
        found.seats.append(await guest.sit_down())
    except GuestError as error:
        found.broke.append(f"{guest.name} got no seat: {error}")
        return False
    return True


async def _take(guest: Guest, number: int, cells: Sequence[Cell], found: Rehearsal) -> None:
    seconds = 0.0
    for cell in cells:
        what = f"{guest.name}, lesson {number:02}, `{cell.source.strip().splitlines()[0]}`"
        try:
            ran = await guest.run(cell.source, PATIENCE)
        except GuestError as error:
            found.broke.append(f"{what}: {error}")
            return
        seconds += ran.seconds
        if ran.error and not cell.may_raise:
            found.broke.append(f"{what}: {ran.error}")
            return
        if ".check()" in cell.source and "✗" in ran.text:
            found.broke.append(f"{what}: {ran.text.strip()}")
    found.lessons[number].append(seconds)


@dataclass(frozen=True)
class Cell:
    """A cell of a worked notebook, and whether the lesson is about the error that it raises."""

    source: str
    may_raise: bool


def cells_of(number: int) -> Iterator[Cell]:
    """Yield the cells of a lesson's worked notebook."""
    notebook = next(each.notebook for each in COURSE if each.number == number)
    built = json.loads((course_folder("solutions") / notebook).read_text(encoding="utf-8"))
    for cell in built["cells"]:
        if cell["cell_type"] == "code":
            tags = cell["metadata"].get("tags", ())
            yield Cell("".join(cell["source"]), "raises-exception" in tags)


async def _measure(found: Rehearsal, when: str) -> None:
    found.own, found.memory[when] = await asyncio.to_thread(shares_of, psutil.Process())


def _spread(values: Sequence[float], unit: str) -> str:
    digits = 1 if unit == "s" else 0
    median, worst = statistics.median(values), max(values)
    return f"median {median:.{digits}f} {unit}, at most {worst:.{digits}f} {unit}"
