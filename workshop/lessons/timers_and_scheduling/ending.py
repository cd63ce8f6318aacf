"""Wait for a run that should end now, and say what it still waits for when it does not."""

from __future__ import annotations

import asyncio

from workshop.exercises import NotYet, Run
from workshop.history import History, read_history
from workshop.history.words import span
from workshop.patience import slowness


def soon() -> float:
    """Return the seconds that a workflow gets to do what it has to do by now. Measured: 0.1."""
    return 5.0 * slowness()


async def end_soon(run: Run, expected: str, more: float = 0.0) -> None:
    """Wait until the run has ended; raise `NotYet` if it takes longer than `soon`, and ``more``."""
    try:
        await asyncio.wait_for(run.end(), soon() + more)
    except asyncio.TimeoutError:
        raise NotYet(
            expected=expected,
            happened=f"it is still running; {timers_that_run(await read_history(run.handle))}.",
            think="what run() waits for at this moment, and what would wake it.",
        ) from None


def timers_that_run(history: History) -> str:
    """Say which timers the workflow has that have neither fired nor been cancelled."""
    running = [span(timer.duration) for timer in history.timers if timer.status == "running"]
    if running:
        return f"the history shows a timer of {' and one of '.join(running)} that has not fired"
    return "the history shows no timer that runs"
