import asyncio
import uuid
from datetime import timedelta

import pytest
from temporalio import activity
from temporalio.client import WorkflowExecutionStatus
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from shop_order import OrderWorkflow
from workshop.orders import InventoryInput, PaymentInput, sample_order


@activity.defn(name="process_payment")
async def pay(payment: PaymentInput) -> None:
    pass


@activity.defn(name="reserve_inventory")
async def reserve(inventory: InventoryInput) -> None:
    pass


async def test_an_order_is_completed(env: WorkflowEnvironment) -> None:
    async with Worker(
        env.client, task_queue="orders", workflows=[OrderWorkflow], activities=[pay, reserve]
    ):
        handle = await env.client.start_workflow(
            OrderWorkflow.run, sample_order(), id=str(uuid.uuid4()), task_queue="orders"
        )
        for _ in range(40):
            if (await handle.describe()).status != WorkflowExecutionStatus.RUNNING:
                break
            await asyncio.sleep(0.1)
        else:
            await handle.terminate("too late")
            pytest.fail("the order is stuck")
        result = await handle.result()
    assert result.status == "completed"