"""The events of a workspace that its room is told: one line of a file for each."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from workshop.processes.whole_file import write_whole

#: The environment variable that JupyterLab, its kernels and its terminals have in a room.
IN_ROOM = "WORKSHOP_IN_ROOM"

#: What a learner is told before the first event is.
WHAT_IS_TOLD = (
    "This lab is part of a room: your instructor sees which exercises you have checked, when, and "
    "which check isn't met yet. Never your code, its values, its errors or its output. To stop "
    "that: lab.tell_room(False)."
)

Kind = Literal["check", "hand", "given", "reset", "feedback"]


@dataclass(frozen=True)
class Event:
    """What a room is told of one moment. All of it is ours: no code, no value, no text of a learner.

    Args:
        kind: ``check``: an exercise was checked; ``hand``: the learner's hand went up or down;
            ``given``: an exercise's solution was given; ``reset``: a lesson was begun anew;
            ``feedback``: a question about a lesson was answered.
        exercise: ``lesson.exercise``; for a reset and for feedback the lesson; empty for a hand.
        outcome: of a check, as `Outcome` names it, in lower case; ``raised`` or ``lowered``; of
            feedback, which question it was.
        title: of the check that isn't met; empty if there is none. Of feedback, the answer: one of
            those that were offered.
        at: seconds since 1970, UTC.
    """

    kind: Kind
    exercise: str = ""
    outcome: str = ""
    title: str = ""
    at: float = field(default_factory=time.time)


class Spool:
    """The file of events. Each has a number, that of its line; the first one is 1.

    Args:
        state: where the workspace keeps what belongs to the kit.
    """

    def __init__(self, state: Path) -> None:
        self._folder = desk_folder(state)
        self._file = self._folder / "spool.jsonl"
        self._silent = self._folder / "silent"
        self._said = self._folder / "said"

    def create(self) -> None:
        """Make the file, if there is none. Its first line gives the spool a name of its own, so that
        the events of another one, with the same numbers, are not taken for these.

        Raises:
            OSError: it can't be made.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        if not self._file.exists():
            write_whole(self._file, json.dumps({"spool": secrets.token_hex(8)}) + "\n")

    @property
    def name(self) -> str:
        """The spool's name; empty if the file isn't there or is damaged."""
        with (
            contextlib.suppress(OSError, ValueError, KeyError, TypeError),
            self._file.open() as file,
        ):
            return str(json.loads(file.readline())["spool"])
        return ""

    @property
    def size(self) -> int:
        """How long the file is, in bytes."""
        with contextlib.suppress(OSError):
            return self._file.stat().st_size
        return 0

    @property
    def tells(self) -> bool:
        """Whether what happens is told. A learner can turn it off."""
        return not self._silent.exists()

    @tells.setter
    def tells(self, value: bool) -> None:
        if value:
            self._silent.unlink(missing_ok=True)
        else:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            self._silent.touch(mode=0o600)

    def first_time(self) -> bool:
        """Whether this is asked for the first time in this workspace."""
        try:
            self._said.touch(mode=0o600, exist_ok=False)
        except OSError:
            return False
        return True

    def append(self, event: Event) -> None:
        """Add an event, unless it is a check and the learner has turned that off.

        Without a spool, or with a full disk, it is dropped: nothing waits for it.
        """
        if event.kind == "check" and not self.tells:
            return
        line = json.dumps(asdict(event), ensure_ascii=False, separators=(",", ":")) + "\n"
        with (
            contextlib.suppress(OSError),
            open(self._file, "r+b", buffering=0, opener=_appending) as file,
        ):
            # What a full disk has cut off would swallow this one. A line that another notebook is
            # writing just now can look like that: then there is an empty line, a number without event.
            file.seek(-1, os.SEEK_END)
            file.write(line.encode() if file.read(1) == b"\n" else f"\n{line}".encode())

    def read(self, after: int = 0) -> list[tuple[int, Event]]:
        """Return the events with a higher number, each with its number. Damaged lines are left out."""
        try:
            lines = self._file.read_bytes().split(b"\n")[1:-1]
        except OSError:
            return []
        found = []
        for number, line in enumerate(lines, start=1):
            if number > after:
                with contextlib.suppress(ValueError, TypeError):
                    found.append((number, Event(**json.loads(line))))
        return found

    def tries(self, exercise: str) -> int:
        """Return how many checks of ``lesson.exercise`` said that it isn't done yet."""
        return sum(
            event.exercise == exercise and event.outcome == "not_yet" for _, event in self.read()
        )


def desk_folder(state: Path) -> Path:
    """Return the folder for what a workspace and the desk tell each other.

    Args:
        state: where the workspace keeps what belongs to the kit.
    """
    return state / "room"


def room_of(state: Path) -> Spool | None:
    """Return the spool of a workspace whose lab is part of a room; None if it isn't."""
    return Spool(state) if os.environ.get(IN_ROOM) else None


def _appending(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_APPEND)
