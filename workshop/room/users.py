"""A user of the operating system for each seat, where the room was started as root.

Nobody makes accounts for them: a process can be of a user that has only a number. So the files of
learners are apart, and their processes. Their ports are not.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

#: The number of the first one. Systems give theirs to people, services and containers far below it
#: (systemd.io, "Users, Groups, UIDs and GIDs on systemd systems").
FIRST = 1_900_000_000


def is_root() -> bool:
    """Whether we may start processes as other users."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def as_user(number: int) -> Callable[[], None]:
    """Return what a new process does first to be of that user and no group of ours."""

    def become() -> None:
        os.setgroups([])
        os.setgid(number)
        os.setuid(number)

    return become


def trouble_with_users(folder: Path) -> str:
    """Return why seats can't have users of their own; nothing if they can.

    Args:
        folder: the room's.
    """
    trial = "import os, sys; os.stat(sys.argv[1] + '/.'); import workshop.room.seat"
    try:
        done = subprocess.run(
            [sys.executable, "-c", trial, str(folder)],
            cwd="/",
            env={**os.environ, "HOME": "/"},
            preexec_fn=as_user(FIRST),
            capture_output=True,
            text=True,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        return f"they can't start {sys.executable} ({error})"
    if not done.returncode:
        return ""
    why = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
    return f"they can't use what is here ({why})"


def give(folder: Path, number: int) -> None:
    """Make a folder with all that is in it a user's, unless it is already."""
    if folder.lstat().st_uid == number:
        return
    for place, folders, files in os.walk(folder):
        for each in (*folders, *files):
            os.chown(Path(place) / each, number, number, follow_symlinks=False)
    os.chown(folder, number, number)
