from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta

import pytest
from temporalio.client import Client

from workshop.temporal.waiting import Diagnosis, diagnose

from . import shop_workflows as shop
from .helpers import shop_worker, until


async def first_task_done(client: Client, workflow_id: str) -> None:
    handle = client.get_workflow_handle(workflow_id)
    async for event in handle.fetch_history_events(wait_new_event=True):
        if event.HasField("workflow_task_completed_event_attributes"):
            return


async def test_a_timer_is_told_once_and_late(
    client: Client, told: list[Diagnosis], unique: str
) -> None:
    async with shop_worker(client, unique):
        began = time.monotonic()
        wait = asyncio.ensure_future(
            client.execute_workflow(shop.WaitsADay.run, id=unique, task_queue=unique)
        )
        await until(lambda: told)
        assert time.monotonic() - began > 4.5
        assert told[0].what == f"Your workflow '{unique}' waits for a timer of 24 h."
        assert told[0].evidence.startswith("Nothing is wrong.")
        wait.cancel()
        with pytest.raises(asyncio.CancelledError):
            await wait
    assert len(told) == 1


async def test_a_workflow_that_waits_for_a_signal_says_so(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
        await first_task_done(client, unique)
        found = await diagnose(client, unique)
    assert found is not None
    assert found.what == f"Your workflow '{unique}' waits for a signal or an update."


async def test_a_delayed_start_says_so(client: Client, unique: str) -> None:
    await client.start_workflow(
        shop.Quick.run, id=unique, task_queue=unique, start_delay=timedelta(hours=1)
    )
    found = await diagnose(client, unique)
    assert found is not None
    assert found.what == f"Your workflow '{unique}' waits for the time it is to begin."


async def test_a_closed_workflow_needs_no_diagnosis(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        await client.execute_workflow(shop.Quick.run, id=unique, task_queue=unique)
    assert await diagnose(client, unique) is None


async def test_a_signal_ends_a_watched_wait(
    explaining: Callable[..., Client], told: list[Diagnosis], unique: str
) -> None:
    client = explaining()
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
        wait = asyncio.ensure_future(handle.result())
        await until(lambda: told)
        await handle.signal(shop.WaitsForSignal.confirm)
        assert await wait == "confirmed"
