"""What is watched while a lab is open: room on its disk, and the memory that its programs take.

A watch's `look` returns what is the matter, and nothing while all is well. JupyterLab shows that as
a notification, of which it cuts off what is longer than `SHOWN`.
"""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from typing import Protocol

import psutil

from workshop.processes.memory import MB, family_of, megabytes_of

#: Bytes. With less, what the server and the shop have to write does not fit any more.
FULL = 2 * 2**20

#: Characters (@jupyterlab/apputils, ``Notification``).
SHOWN = 140

#: Of the memory that one may have: from where on it is said, and below what no longer.
MUCH, ENOUGH = 0.8, 0.7

#: Seconds between two looks at the memory: each asks the system about some fifteen processes.
BETWEEN = 5.0


class Watch(Protocol):
    """Sees when something is the matter."""

    def look(self) -> str:
        """Return what is the matter; nothing while all is well."""


class DiskWatch:
    """Sees when the disk under a running lab is full, and when there is room again.

    What writes there then fails with words of its own: the server's are "shard status unknown".

    Args:
        root: the workspace's folder.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._is_full = False

    def look(self) -> str:
        """Look how much room there is; return what is the matter."""
        try:
            free = shutil.disk_usage(self._root).free
        except OSError:  # the folder was moved
            return ""
        self._is_full = free < FULL or (self._is_full and free <= 2 * FULL)
        if not self._is_full:
            return ""
        return (
            "The disk is full: notebooks can't be saved, and calls to Temporal and the shop fail. "
            "Make room; the lab then goes on."
        )


class MemoryWatch:
    """Sees when the programs of a lab take most of the memory that they may have.

    Args:
        limit: the megabytes that they may have.
        process: the one that has started them.
    """

    def __init__(self, limit: float, process: psutil.Process | None = None) -> None:
        self._limit = limit
        self._process = process or psutil.Process()
        self._next = 0.0
        self._said = ""

    def look(self) -> str:
        """Look how much they take, every few seconds; return what is the matter."""
        if time.monotonic() < self._next:
            return self._said
        self._next = time.monotonic() + BETWEEN
        taken = sum(map(megabytes_of, family_of(self._process)))
        if taken < (ENOUGH if self._said else MUCH) * self._limit:
            self._said = ""
        elif not self._said:
            self._said = (
                f"{taken:.0f} of your {self._limit:.0f} MB are taken. Shut down notebooks you don't "
                "use: the ■ in the left bar. Without memory, a program dies."
            )
        return self._said


def limit_of(environment: str) -> float:
    """Return the megabytes that JupyterHub's ``MEM_LIMIT``, in bytes, leaves; 0: it sets none."""
    return float(environment) / MB if environment.isdecimal() else 0.0
