"""What the interceptor must not do: cost, leak, swallow, break."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

import pytest
from temporalio.client import (
    Client,
    WorkflowHistoryEventAsyncIterator,
    WorkflowHistoryEventFilterType,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.service import RPCError
from temporalio.testing import WorkflowEnvironment

from workshop.temporal.waiting import Diagnosis, ExplainWaiting, watcher

from . import shop_workflows as shop
from .helpers import shop_worker, until


async def test_a_quick_wait_asks_the_server_nothing_more(
    client: Client, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def never(*args: object, **kwargs: object) -> None:
        pytest.fail("a look at a wait that ended at once")

    monkeypatch.setattr(watcher, "take_snapshot", never)
    async with shop_worker(client, unique):
        await client.execute_workflow(shop.Quick.run, id=unique, task_queue=unique)


async def test_a_cancel_passes_and_leaves_no_task(
    explaining: Callable[..., Client], told: list[Diagnosis], unique: str
) -> None:
    client = explaining(patience=None)
    handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
    before = asyncio.all_tasks()
    waits: list[Callable[[], Coroutine[Any, Any, object]]] = [
        handle.result,
        lambda: handle.query(shop.WaitsForSignal.is_confirmed),
    ]
    for wait in waits:
        told.clear()
        waiting = asyncio.ensure_future(wait())
        await until(lambda: told)
        waiting.cancel()
        await asyncio.wait({waiting}, timeout=10)  # what it waits for never comes
        assert waiting.cancelled()
        assert asyncio.all_tasks() <= before


async def test_a_cancel_before_the_first_look_passes_too(client: Client, unique: str) -> None:
    handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
    before = asyncio.all_tasks()
    with pytest.raises(asyncio.TimeoutError):
        await asyncio.wait_for(handle.result(), 0.1)
    assert asyncio.all_tasks() <= before


async def test_a_cancelled_update_raises_what_the_sdk_raises(client: Client, unique: str) -> None:
    handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
    waiting = asyncio.ensure_future(handle.execute_update(shop.WaitsForSignal.ask))
    assert not (await asyncio.wait([waiting], timeout=0.2))[0]
    waiting.cancel()
    with pytest.raises(WorkflowUpdateRPCTimeoutOrCancelledError):
        await waiting


async def test_errors_of_the_wait_itself_come_through(client: Client, unique: str) -> None:
    with pytest.raises(RPCError, match="not found"):
        await client.get_workflow_handle(unique).result()


async def test_a_watcher_that_breaks_does_not_break_the_wait(
    plain_client: Client, unique: str, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Iterable[str]:
        raise ZeroDivisionError

    config = plain_client.config()
    config["interceptors"] = [ExplainWaiting(known_task_queues=broken)]
    client = Client(**config)
    with caplog.at_level(logging.CRITICAL):
        wait = asyncio.ensure_future(
            client.execute_workflow(shop.Quick.run, id=unique, task_queue=unique)
        )
        assert not (await asyncio.wait([wait], timeout=1.5))[0]
        async with shop_worker(client, unique):
            assert await wait == "done"


async def test_a_listener_that_breaks_does_not_break_the_wait(
    plain_client: Client, unique: str, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[Diagnosis] = []

    def broken(diagnosis: Diagnosis) -> None:
        heard.append(diagnosis)
        raise ZeroDivisionError

    config = plain_client.config()
    config["interceptors"] = [ExplainWaiting(tell=broken, patience=None)]
    client = Client(**config)
    wait = asyncio.ensure_future(
        client.execute_workflow(shop.Quick.run, id=unique, task_queue=unique)
    )
    await until(lambda: heard)
    async with shop_worker(client, unique):
        assert await wait == "done"
    assert "Could not tell why" in caplog.text


async def test_the_default_listener_prints_to_stderr(
    plain_client: Client, unique: str, capsys: pytest.CaptureFixture[str]
) -> None:
    config = plain_client.config()
    config["interceptors"] = [ExplainWaiting()]
    client = Client(**config)
    wait = asyncio.ensure_future(
        client.execute_workflow(shop.Quick.run, id=unique, task_queue=unique)
    )
    assert not (await asyncio.wait([wait], timeout=2))[0]
    async with shop_worker(client, unique):
        assert await wait == "done"
    assert f"no worker polls the task queue '{unique}'" in capsys.readouterr().err


async def test_the_iterator_of_events_is_still_the_sdks(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
        events = handle.fetch_history_events(
            wait_new_event=True, event_filter_type=WorkflowHistoryEventFilterType.CLOSE_EVENT
        )
        assert isinstance(events, WorkflowHistoryEventAsyncIterator)
        assert events.current_page is None
        await events.fetch_next_page()
        assert len([event async for event in events]) == 1
        assert events.current_page
        assert events.current_page_index == 1
        assert events.next_page_token is None


async def test_an_update_in_good_health_gives_its_result(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
        assert await handle.execute_update(shop.WaitsForSignal.ask) == "yes"
        assert await handle.query(shop.WaitsForSignal.is_confirmed) is False


async def test_a_server_that_goes_away_is_named_and_the_wait_goes_on(
    told: list[Diagnosis], unique: str
) -> None:
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
        dev_server_log_level="error",
        interceptors=[ExplainWaiting(tell=told.append)],
    ) as environment:
        handle = await environment.client.start_workflow(
            shop.Quick.run, id=unique, task_queue=unique
        )
        wait = asyncio.ensure_future(handle.result())
        assert not (await asyncio.wait([wait], timeout=0.1))[0]
    await until(lambda: any(diagnosis.kind == "server-silent" for diagnosis in told))
    assert not wait.done()
    wait.cancel()
    with pytest.raises(asyncio.CancelledError):
        await wait
