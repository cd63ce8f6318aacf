"""How much memory a room takes: each seat with all that was started in it, and the room itself."""

from __future__ import annotations

import contextlib
from pathlib import Path

import psutil

MB = 2**20

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


def megabytes(process: psutil.Process) -> float:
    """Return the memory of a process and of all below it.

    What several of them share counts in parts (PSS) where the system tells these, as Linux does;
    elsewhere it is left out.
    """
    with contextlib.suppress(psutil.Error):
        return sum(map(_of_one, [process, *process.children(recursive=True)]))
    return 0.0


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


def _of_one(process: psutil.Process) -> float:
    try:
        memory = process.memory_full_info()
        return float(getattr(memory, "pss", memory.uss)) / MB
    except psutil.Error:  # it has ended meanwhile
        return 0.0
