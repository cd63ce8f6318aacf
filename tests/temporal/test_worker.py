"""Workers beside a notebook: they serve while a cell blocks, and say why they cannot start."""

from __future__ import annotations

import asyncio
import uuid
from datetime import timedelta

import pytest

from tests.temporal.workflows import SleepyWorkflow, ThreadWorkflow, done, name_of_the_thread
from workshop.lab.lab import Lab
from workshop.temporal.connect import connect
from workshop.temporal.time_travel import TimeSkippingError
from workshop.temporal.worker import BackgroundWorker, WorkerStartError


@pytest.fixture
def unique() -> str:
    return f"t-{uuid.uuid4().hex[:8]}"


async def test_a_worker_runs_on_its_own_thread(lab: Lab, unique: str) -> None:
    await lab.worker(unique, workflows=[ThreadWorkflow], activities=[name_of_the_thread])
    assert (
        await lab.client.execute_workflow(ThreadWorkflow.run, id=unique, task_queue=unique)
        == f"worker {unique}"
    )


async def test_a_worker_serves_while_the_cell_blocks(lab: Lab, unique: str) -> None:
    await lab.worker(unique, workflows=[ThreadWorkflow], activities=[name_of_the_thread])
    done.clear()
    await lab.client.start_workflow(ThreadWorkflow.run, id=unique, task_queue=unique)
    assert done.wait(10)  # blocks the event loop, which is the point


async def test_a_second_worker_on_a_task_queue_replaces_the_first(lab: Lab, unique: str) -> None:
    first = await lab.worker(unique, workflows=[SleepyWorkflow])
    second = await lab.worker(unique, workflows=[ThreadWorkflow], activities=[name_of_the_thread])
    assert not first.is_running
    assert second.is_running
    assert repr(second) == f"worker on '{unique}' · running · ThreadWorkflow, name_of_the_thread"


async def test_a_class_that_is_no_workflow_is_refused_where_it_is_given(
    lab: Lab, unique: str
) -> None:
    class NoWorkflow:
        pass

    with pytest.raises(
        WorkerStartError, match=f"The worker on '{unique}' cannot start.*NoWorkflow"
    ):
        await lab.worker(unique, workflows=[NoWorkflow])
    assert unique not in lab.task_queues()


async def test_a_worker_whose_start_is_called_off_ends_and_says_nothing(
    lab: Lab, unique: str, capsys: pytest.CaptureFixture[str]
) -> None:
    worker = BackgroundWorker(
        lambda: connect(lab.address.temporal), unique, workflows=[SleepyWorkflow]
    )
    start = asyncio.ensure_future(worker.start())
    await asyncio.sleep(0)
    start.cancel()
    with pytest.raises(asyncio.CancelledError):
        await start
    await worker.stop()
    assert not worker.is_running
    assert capsys.readouterr().err == ""


async def test_a_day_passes_in_a_second(lab: Lab, unique: str) -> None:
    await lab.worker(unique, workflows=[SleepyWorkflow])
    day = timedelta(hours=24)
    handle = await lab.client.start_workflow(
        SleepyWorkflow.run, day.total_seconds(), id=unique, task_queue=unique
    )
    await lab.history(handle, until=lambda history: history.timers)
    await lab.skip(handle, day)
    assert await handle.result() == "slept"
    assert (await lab.history(handle)).time_skips


async def test_the_time_of_a_closed_workflow_cannot_be_skipped(lab: Lab, unique: str) -> None:
    await lab.worker(unique, workflows=[SleepyWorkflow])
    handle = await lab.client.start_workflow(SleepyWorkflow.run, 0.01, id=unique, task_queue=unique)
    await handle.result()
    with pytest.raises(TimeSkippingError, match="is not running"):
        await lab.skip(handle, timedelta(hours=1))
