"""A deadline for code that runs in the main thread and does not await: a learner's import.

Python can be interrupted there by a signal only. Where there is none of that kind (Windows, or
another thread than the main one) the block runs as long as it likes, and ■ ends it.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from workshop.patience import Countdown


class DeadlineError(BaseException):
    """The block did not end in time. No ``except Exception`` on the way can stop this.

    Args:
        line: the line of the watched file that was running; None if none was.
        seconds: the real seconds that it had.
    """

    def __init__(self, line: int | None, seconds: float) -> None:
        super().__init__(line, seconds)
        self.line = line
        self.seconds = seconds


@contextlib.contextmanager
def deadline(seconds: float, file: str) -> Iterator[None]:
    """Raise `DeadlineError` in the block unless it ends within the seconds.

    Args:
        seconds: as a `Countdown` counts them, on a machine that does nothing else.
        file: the name of the file whose line the error is to give.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not (in_main_thread and hasattr(signal, "setitimer")):
        yield
        return

    countdown = Countdown(seconds)

    def look(_signal: int, frame: FrameType | None) -> None:
        if countdown.is_over:
            raise DeadlineError(line_in(file, frame), countdown.elapsed)
        signal.setitimer(signal.ITIMER_REAL, countdown.next_look)

    handler = signal.signal(signal.SIGALRM, look)
    left, interval = signal.setitimer(signal.ITIMER_REAL, countdown.next_look)
    try:
        yield
    finally:
        # The timer of before (a test's own deadline) goes on.
        signal.setitimer(signal.ITIMER_REAL, left, interval)
        signal.signal(signal.SIGALRM, handler)


def line_in(file: str, frame: FrameType | None) -> int | None:
    """Return the line of that file, by its name, that a frame or one below it is at."""
    while frame is not None:
        if Path(frame.f_code.co_filename).name == file:
            return frame.f_lineno
        frame = frame.f_back
    return None
