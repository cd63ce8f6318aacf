"""How much memory programs take."""

from __future__ import annotations

import contextlib

import psutil

MB = 2**20


def family_of(process: psutil.Process) -> list[psutil.Process]:
    """Return a process with everything below it; nothing if it has ended."""
    with contextlib.suppress(psutil.Error):
        return [process, *process.children(recursive=True)]
    return []


def megabytes_of(process: psutil.Process) -> float:
    """Return the megabytes that a process takes; 0 if it has ended.

    What several processes share counts in parts (PSS) where the system tells these, as Linux does;
    elsewhere it is left out (USS).
    """
    try:
        memory = process.memory_full_info()
        return float(getattr(memory, "pss", memory.uss)) / MB
    except psutil.Error:
        return 0.0
