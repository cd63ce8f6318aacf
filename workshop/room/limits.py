"""The memory that a seat may have, where systemd sees to it.

A scope is a group of processes with a limit of its own (``systemd.resource-control``, ``MemoryMax``).
``systemd-run --scope`` puts itself into a new one and becomes the program it was given.
"""

from __future__ import annotations

import subprocess

from workshop.room.users import is_root


def scope(megabytes: int, user: int | None = None) -> list[str]:
    """Return what stands before a command so that it and all below it have at most so much memory.

    Args:
        megabytes: the limit.
        user: the number of the user whose the command is to be; None: ours.
    """
    return [
        *("systemd-run", "--scope", "--quiet", "--collect"),
        *([] if is_root() else ["--user"]),
        *(["--uid", str(user), "--gid", str(user)] if user is not None else []),
        *("--property", f"MemoryMax={megabytes}M", "--property", "MemorySwapMax=0"),
        "--",
    ]


def trouble_with_limits(megabytes: int) -> str:
    """Return why seats can't be limited; nothing if they can."""
    try:
        done = subprocess.run(
            [*scope(megabytes), "true"], capture_output=True, text=True, timeout=20, check=False
        )
    except FileNotFoundError:
        return "this system has no systemd"
    except subprocess.TimeoutExpired:
        return "systemd does not answer"
    if not done.returncode:
        return ""
    return (done.stderr.strip().splitlines() or ["systemd-run failed"])[-1]
