"""Row 6: where a history of 10,000 events and the code part, against the SDK's own replay.

The code differs in the last activity, so that all of the history is replayed and compared.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from temporalio.worker import Replayer

from bench.rows import Row
from tests.replay import steps
from workshop.replay import replay
from workshop.temporal.messages import tidy_messages

#: Six events an activity.
ACTIVITIES = 1666


def measure_replay(repetitions: int) -> Row:
    """Replay a long history with code that parts from it at its end, ``repetitions`` times."""
    tidy_messages()  # the SDK logs the failure of each replay
    history = steps.long_history(ACTIVITIES)
    steps.script[:] = ["a"] * (ACTIVITIES - 1) + ["b"]

    async def with_the_workshop() -> None:
        repr(await replay(history, steps.Scripted))

    async def by_the_sdk() -> None:
        await Replayer(workflows=[steps.Scripted]).replay_workflow(
            history.for_replay(), raise_on_replay_failure=False
        )

    explained, bare = [], []
    for _ in range(repetitions):
        explained.append(_seconds(with_the_workshop))
        bare.append(_seconds(by_the_sdk))
    return Row(
        f"replay of {len(history.events):,} events, explained",
        explained,
        "the SDK's `Replayer`",
        bare,
        at_most=5,
    )


def _seconds(work: Callable[[], Coroutine[Any, Any, None]]) -> float:
    began = time.perf_counter()
    asyncio.run(work())
    return time.perf_counter() - began
