import uuid
from datetime import timedelta

import pytest
from temporalio.worker import Worker

from shop_approval import ApprovalWorkflow


@pytest.fixture
async def worker(env):
    async with Worker(env.client, task_queue="a", workflows=[ApprovalWorkflow]) as worker:
        yield worker


async def test_24_hours(env, worker):
    handle = await env.client.start_workflow(
        ApprovalWorkflow.run, "order-1", id=str(uuid.uuid4()), task_queue="a"
    )
    assert await handle.result() == "auto_rejected"
    timers = [
        each.timer_started_event_attributes.start_to_fire_timeout.ToTimedelta()
        async for each in handle.fetch_history_events()
        if each.HasField("timer_started_event_attributes")
    ]
    assert sum(timers, timedelta()) == timedelta(hours=24)


@pytest.mark.parametrize("hours", [0, 1, 23])
@pytest.mark.parametrize("answer", [True, False])
async def test_answers(env, worker, hours, answer):
    with env.with_time_skipping_disabled():
        handle = await env.client.start_workflow(
            ApprovalWorkflow.run, "order-1", id=str(uuid.uuid4()), task_queue="a"
        )
    if hours:
        await env.fast_forward(handle, timedelta(hours=hours))
    await handle.signal(ApprovalWorkflow.approve, answer)
    assert await handle.result() == ("approved" if answer else "rejected")
