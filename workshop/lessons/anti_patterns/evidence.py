"""What the exercises of this lesson share."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from temporalio.client import RPCError

from workshop.exercises import Trial
from workshop.history import History, read_history
from workshop.lessons.anti_patterns.deployments import (
    begun,
    expect_it_replays,
    is_paid,
)


async def expect_replays_of(trial: Trial, version: type) -> None:
    """Raise `NotYet` unless the answer replays what this version leaves behind."""

    def has_ended(history: History) -> bool:
        return history.status != "running"

    runs = {
        "an order that was paid": begun(trial, version, is_paid),
        "an order that was being paid": begun(
            trial, version, asked_for("process_payment"), slow="charge"
        ),
        "an order that was sent": begun(trial, version, has_ended, packed=True),
        "an order that was declined": begun(trial, version, has_ended, declined=True),
    }
    for what, run in zip(runs, await asyncio.gather(*runs.values()), strict=True):
        await expect_it_replays(trial, await read_history(run.handle), what)
        with contextlib.suppress(RPCError):  # some have ended
            await run.handle.terminate("seen")


def asked_for(activity: str) -> Callable[[History], bool]:
    """Whether the order has asked for this activity."""
    return lambda history: bool(history.scheduled(activity))
