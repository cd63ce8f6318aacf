# finding: passes with the workflow as it is · test_an_order
import uuid
from datetime import timedelta

from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from shop_order import OrderWorkflow
from workshop.orders import ALL_ACTIVITIES, sample_order


async def test_an_order(env: WorkflowEnvironment) -> None:
    async with Worker(
        env.client, task_queue="orders", workflows=[OrderWorkflow], activities=ALL_ACTIVITIES
    ):
        result = await env.client.execute_workflow(
            OrderWorkflow.run, sample_order(), id=str(uuid.uuid4()), task_queue="orders"
        )
    assert result.status == "completed"
