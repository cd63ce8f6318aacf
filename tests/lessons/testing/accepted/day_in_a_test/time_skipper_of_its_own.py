import shutil
import uuid
from datetime import timedelta

import pytest
from temporalio.testing import TimeSkipper, WorkflowEnvironment
from temporalio.worker import Worker

from shop_approval import ApprovalWorkflow


@pytest.fixture(scope="module")
async def client():
    async with await WorkflowEnvironment.start_local(
        dev_server_existing_path=shutil.which("temporal"),
        dev_server_extra_args=["--dynamic-config-value", "frontend.WorkflowTimeSkippingEnabled=true"],
    ) as env:
        async with Worker(env.client, task_queue="a", workflows=[ApprovalWorkflow]):
            yield env.client


@pytest.fixture
async def waiting(client):
    return await client.start_workflow(
        ApprovalWorkflow.run, "order-9", id=str(uuid.uuid4()), task_queue="a"
    )


class TestApproval:
    async def test_timeout(self, client, waiting):
        await TimeSkipper(client).fast_forward(waiting)
        assert await waiting.result() == "auto_rejected"
        history = await waiting.fetch_history()
        took = history.events[-1].event_time.ToDatetime() - history.events[0].event_time.ToDatetime()
        assert took // timedelta(hours=1) == 24

    async def test_yes(self, client, waiting):
        await TimeSkipper(client).fast_forward(waiting, timedelta(hours=23))
        await waiting.signal(ApprovalWorkflow.approve, True)
        assert await waiting.result() == "approved"

    async def test_no(self, client, waiting):
        await TimeSkipper(client).fast_forward(waiting, timedelta(hours=23))
        await waiting.signal(ApprovalWorkflow.approve, False)
        assert await waiting.result() == "rejected"
