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


@pytest.fixture
async def orders(env):
    async with Worker(
        env.client,
        task_queue="orders",
        workflows=[OrderWorkflow],
        activities=[pay, reserve],
        workflow_failure_exception_types=[Exception],
    ):
        yield env.client


class TestOrders:
    async def test_completed(self, orders):
        handle = await orders.start_workflow(
            OrderWorkflow.run,
            sample_order(),
            id=str(uuid.uuid4()),
            task_queue="orders",
            run_timeout=timedelta(seconds=4),
        )
        assert (await handle.result()).status == "completed"
