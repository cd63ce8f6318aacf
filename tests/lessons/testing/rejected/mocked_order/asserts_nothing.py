# finding: fails with each wrong one · whether anything can make your tests fail
import uuid

import pytest
from temporalio import activity
from temporalio.client import WorkflowFailureError
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from shop_order import OrderWorkflow
from workshop.orders import InventoryInput, OrderResult, PaymentInput, sample_order


@activity.defn(name="process_payment")
async def payment_goes_well(payment: PaymentInput) -> None:
    pass


@activity.defn(name="reserve_inventory")
async def goods_are_there(inventory: InventoryInput) -> None:
    pass


@activity.defn(name="refund_payment")
async def refund(order_id: str) -> None:
    pass


async def test_an_order_that_goes_well_is_completed(env: WorkflowEnvironment) -> None:
    order = sample_order()
    async with Worker(
        env.client,
        task_queue="orders",
        workflows=[OrderWorkflow],
        activities=[payment_goes_well, goods_are_there, refund],
    ):
        result = await env.client.execute_workflow(
            OrderWorkflow.run, order, id=str(uuid.uuid4()), task_queue="orders"
        )
    print(result)