"""A process that must not outlive its parent, however the parent dies.

`atexit`, signal handlers and `finally` blocks do not run on `kill -9`. The operating system does one
thing whatever happens: it closes the files of a dead process. So the parent starts the child with
`stdin=subprocess.PIPE` and keeps the write end of that pipe, without ever writing to it. The child
reads its end in a thread: the read blocks for as long as the parent lives, and gives end-of-file the
moment the parent is gone, or closes the pipe on purpose.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable

_STDIN = 0

#: What prctl(2) calls the signal that a process gets when its parent dies.
_PR_SET_PDEATHSIG = 1


def end_with_parent(pipe: int | None = None, end: Callable[[], None] = lambda: os._exit(0)) -> None:
    """End this process, at once and quietly, when standard input ends.

    Call it first thing in a child whose standard input is a pipe held by its parent. No clean-up
    runs, so the caller must be safe to stop at any moment.

    Args:
        pipe: another pipe that the parent holds.
        end: what ends the process, and what it has started; by default `os._exit(0)`.
    """
    # A copy: some programs (pytest) put something else in the place of standard input.
    pipe = os.dup(_STDIN if pipe is None else pipe)
    threading.Thread(
        target=_call_at_end_of_input, args=(pipe, end), name="end-with-parent", daemon=True
    ).start()


def die_with_starting_thread() -> None:
    """Be killed when the thread that has started this process ends: on Linux, elsewhere nothing.

    A process that is frozen (SIGSTOP) can't read from a pipe, but it can be killed. Only for a
    child that is started by a thread which lives as long as the child is wanted: prctl(2) has
    it that "the parent" is the thread, not the process.
    """
    if sys.platform.startswith("linux"):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _call_at_end_of_input(pipe: int, end: Callable[[], None]) -> None:
    try:
        while os.read(pipe, 1024):
            pass
    finally:  # a standard input that cannot be read has no parent behind it either
        end()
