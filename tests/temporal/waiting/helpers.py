from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest
from temporalio.client import Client
from temporalio.worker import Worker

from workshop.patience import wait_patiently
from workshop.temporal.waiting import Diagnosis, WorkflowStuckError

from . import shop_workflows as shop

WORKFLOWS: Sequence[type] = [
    shop.Quick,
    shop.Misspelt,
    shop.RollsDice,
    shop.NeverYields,
    shop.CountsApples,
    shop.WaitsForSignal,
    shop.WaitsADay,
    shop.CallsActivity,
    shop.FallsSilent,
    shop.SendsText,
    shop.HasChild,
]


def shop_worker(client: Client, task_queue: str, **changes: Any) -> Worker:
    settings: dict[str, Any] = {
        "workflows": WORKFLOWS,
        "activities": [
            shop.process_payment,
            shop.pay_slowly,
            shop.decline_payment,
            shop.ask_a_person,
            shop.refund,
        ],
        **changes,
    }
    return Worker(client, task_queue=task_queue, **settings)


async def stuck(wait: Awaitable[object], within: float = 20) -> Diagnosis:
    """Await what must end in WorkflowStuckError within so many seconds of a quiet machine."""
    with pytest.raises(WorkflowStuckError) as caught:
        await wait_patiently(wait, within)
    return caught.value.diagnosis


async def until(condition: Callable[[], object], within: float = 15) -> None:
    """Wait for a condition of this process."""
    deadline = time.monotonic() + within
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.02)
