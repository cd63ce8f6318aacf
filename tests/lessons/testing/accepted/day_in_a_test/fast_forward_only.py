import uuid
from datetime import timedelta

from temporalio.client import WorkflowExecutionStatus
from temporalio.worker import Worker

from shop_approval import ApprovalWorkflow


async def start(env):
    with env.with_time_skipping_disabled():
        return await env.client.start_workflow(
            ApprovalWorkflow.run, "order-1", id=f"a-{uuid.uuid4()}", task_queue="a"
        )


async def test_it_all(env):
    async with Worker(env.client, task_queue="a", workflows=[ApprovalWorkflow]):
        silent = await start(env)
        await env.fast_forward(silent, timedelta(hours=23, minutes=59))
        assert (await silent.describe()).status == WorkflowExecutionStatus.RUNNING
        await env.fast_forward(silent, timedelta(minutes=10))
        assert (await silent.describe()).status == WorkflowExecutionStatus.COMPLETED
        assert await silent.result() == "auto_rejected"

        for answer, expected in {True: "approved", False: "rejected"}.items():
            handle = await start(env)
            assert await env.fast_forward(handle, 23 * 3600)
            await handle.signal("approve", answer)
            assert await handle.result() == expected
