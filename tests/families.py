"""Looking at processes: which of a family still live, and waiting until none does."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

import psutil


def family_of(pid: int) -> list[psutil.Process]:
    """Return the process and everything it started, directly or not."""
    process = psutil.Process(pid)
    return [process, *process.children(recursive=True)]


def command_of(process: psutil.Process) -> list[str]:
    """Return a process's command line; nothing if it has ended meanwhile, as those of a family do."""
    try:
        return process.cmdline()
    except psutil.NoSuchProcess:
        return []


def name_of(process: psutil.Process) -> str:
    """Return a process's name; nothing if it has ended meanwhile."""
    try:
        return process.name()
    except psutil.NoSuchProcess:
        return ""


def living(processes: Iterable[psutil.Process]) -> list[psutil.Process]:
    """Return those that still run; a zombie waits for its parent only and does not count."""
    found = []
    for process in processes:
        try:
            if process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.NoSuchProcess:
            pass
    return found


def wait_until(condition: Callable[[], object], seconds: float) -> bool:
    """Wait for a condition, at most so long; return whether it came."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def wait_until_gone(processes: Iterable[psutil.Process], seconds: float) -> list[str]:
    """Wait until none of the processes lives; return the command lines of those that still do."""
    processes = list(processes)
    wait_until(lambda: not living(processes), seconds)
    return [" ".join(command_of(process)[:6]) for process in living(processes)]
