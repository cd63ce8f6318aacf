"""How much memory a room takes: each seat with all that was started in it, and the room itself."""

from __future__ import annotations

import contextlib
from pathlib import Path

import psutil

from workshop.processes.memory import MB, family_of, megabytes_of

#: Where a cgroup says how much memory its processes may have, and have (kernel.org, cgroup-v2).
_CGROUP = Path("/sys/fs/cgroup")


def seats_below(process: psutil.Process) -> dict[str, psutil.Process]:
    """Return the seats that run below a process, by the name of their folder."""
    found = {}
    for each in process.children(recursive=True):
        with contextlib.suppress(psutil.Error):
            if each.cmdline()[1:3] == ["-m", "workshop.room.seat"]:
                found[Path(each.cwd()).name] = each
    return found


def shares_of(process: psutil.Process) -> tuple[float, list[float]]:
    """Return the megabytes that a room takes for itself, and those of each of its seats.

    Args:
        process: the room's, with everything below it.
    """
    seats = [family_of(seat) for seat in seats_below(process).values()]
    others = {*family_of(process)}.difference(*seats)
    return sum(map(megabytes_of, others)), [sum(map(megabytes_of, seat)) for seat in seats]


def available_megabytes() -> float:
    """Return how much memory is still to be had: on this machine, or in the container around us."""
    free: float = psutil.virtual_memory().available / MB
    with contextlib.suppress(OSError, ValueError):  # "max": the container sets no limit
        limit = int((_CGROUP / "memory.max").read_text())
        used = int((_CGROUP / "memory.current").read_text())
        kept = dict(
            line.split() for line in (_CGROUP / "memory.stat").read_text().splitlines()
        ).get("inactive_file", "0")
        free = min(free, (limit - used + int(kept)) / MB)
    return free
