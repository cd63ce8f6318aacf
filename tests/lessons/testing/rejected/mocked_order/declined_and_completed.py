# finding: fails with each wrong one · returns "declined" when the payment is declined
import uuid
from typing import Any

import pytest
from temporalio import activity
from temporalio.client import WorkflowFailureError
from temporalio.exceptions import ApplicationError
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from shop_order import OrderWorkflow
from workshop.orders import InventoryInput, OrderResult, PaymentInput, sample_order

ORDER = sample_order()


class Shop:
    """What the workflow asks for, written down; it can refuse a step."""

    def __init__(self, refuses: str = "") -> None:
        self.refuses = refuses
        self.calls: list[Any] = []

    def note(self, step: str, what: Any) -> None:
        self.calls.append((step, what))
        if step == self.refuses:
            raise ApplicationError("no", non_retryable=True)

    @activity.defn(name="process_payment")
    async def pay(self, payment: PaymentInput) -> None:
        self.note("pay", payment)

    @activity.defn(name="reserve_inventory")
    async def reserve(self, inventory: InventoryInput) -> None:
        self.note("reserve", inventory)

    @activity.defn(name="refund_payment")
    async def refund(self, order_id: str) -> None:
        self.note("refund", order_id)


async def run_order(env: WorkflowEnvironment, shop: Shop) -> OrderResult:
    async with Worker(
        env.client,
        task_queue="orders",
        workflows=[OrderWorkflow],
        activities=[shop.pay, shop.reserve, shop.refund],
    ):
        return await env.client.execute_workflow(
            OrderWorkflow.run, ORDER, id=str(uuid.uuid4()), task_queue="orders"
        )


PAID = ("pay", PaymentInput(ORDER.order_id, 4200))
RESERVED = ("reserve", InventoryInput(ORDER.order_id, ORDER.items))


async def test_an_order_that_goes_well_is_completed(env: WorkflowEnvironment) -> None:
    shop = Shop()
    assert await run_order(env, shop) == OrderResult(ORDER.order_id, "completed")
    assert shop.calls == [PAID, RESERVED]


async def test_an_order_without_stock_is_refunded(env: WorkflowEnvironment) -> None:
    shop = Shop(refuses="reserve")
    assert await run_order(env, shop) == OrderResult(ORDER.order_id, "refunded")
    assert shop.calls == [PAID, RESERVED, ("refund", ORDER.order_id)]


async def test_a_declined_order_fails_and_reserves_nothing(env: WorkflowEnvironment) -> None:
    shop = Shop(refuses="pay")
    try:
        await run_order(env, shop)
    except WorkflowFailureError:
        pass
    assert shop.calls == [PAID]
