# finding: fails with each workflow that is stuck, within seconds · test_an_order_is_completed was still waiting after
import uuid
from datetime import timedelta

import pytest
from temporalio import activity
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
        env.client, task_queue="orders", workflows=[OrderWorkflow], activities=[pay, reserve], workflow_failure_exception_types=[Exception]
    ):
        result = await env.client.execute_workflow(
            OrderWorkflow.run, sample_order(), id=str(uuid.uuid4()), task_queue="orders"
        )
    assert result.status == "completed"