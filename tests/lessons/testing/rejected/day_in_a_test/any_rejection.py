# finding: fails with each wrong one · says "rejected" of an order that nobody has answered
import uuid
from datetime import timedelta

import pytest
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from shop_approval import ApprovalWorkflow


async def test_without_an_answer_it_is_rejected_after_a_day(env: WorkflowEnvironment) -> None:
    async with Worker(env.client, task_queue="approvals", workflows=[ApprovalWorkflow]):
        handle = await env.client.start_workflow(
            ApprovalWorkflow.run, "order-1", id=str(uuid.uuid4()), task_queue="approvals"
        )
        assert (await handle.result()).endswith("rejected")
        description = await handle.describe()
    took = description.close_time - description.start_time
    assert timedelta(hours=24) <= took < timedelta(hours=25)


@pytest.mark.parametrize(("answer", "result"), [(True, "approved"), (False, "rejected")])
async def test_an_answer_after_23_hours_counts(
    env: WorkflowEnvironment, answer: bool, result: str
) -> None:
    async with Worker(env.client, task_queue="approvals", workflows=[ApprovalWorkflow]):
        with env.with_time_skipping_disabled():
            handle = await env.client.start_workflow(
                ApprovalWorkflow.run, "order-1", id=str(uuid.uuid4()), task_queue="approvals"
            )
        await env.fast_forward(handle, timedelta(hours=23))
        await handle.signal(ApprovalWorkflow.approve, answer)
        assert await handle.result() == result
