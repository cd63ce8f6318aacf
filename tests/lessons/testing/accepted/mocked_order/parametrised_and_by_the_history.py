import uuid
from datetime import timedelta

import pytest
from temporalio import activity
from temporalio.client import WorkflowExecutionStatus, WorkflowFailureError
from temporalio.exceptions import ApplicationError
from temporalio.worker import Worker

from shop_order import OrderWorkflow
from workshop.orders import InventoryInput, OrderResult, PaymentInput, sample_order


@pytest.mark.parametrize(
    ("refused", "status", "steps"),
    [
        (None, "completed", ["process_payment", "reserve_inventory"]),
        ("reserve_inventory", "refunded", ["process_payment", "reserve_inventory", "refund_payment"]),
        ("process_payment", None, ["process_payment"]),
    ],
)
async def test_order(env, refused, status, steps):
    order = sample_order(f"order-{uuid.uuid4()}")
    amounts, refunds = [], []

    @activity.defn(name="process_payment")
    def pay(payment: PaymentInput) -> None:
        assert payment.order_id == order.order_id
        amounts.append(payment.amount)
        _refuse("process_payment")

    @activity.defn(name="reserve_inventory")
    async def reserve(inventory: InventoryInput) -> None:
        assert inventory == InventoryInput(order.order_id, order.items)
        _refuse("reserve_inventory")

    @activity.defn(name="refund_payment")
    async def refund(order_id: str) -> None:
        refunds.append(order_id)

    def _refuse(step):
        if step == refused:
            raise ApplicationError("no", type="No", non_retryable=True)

    from concurrent.futures import ThreadPoolExecutor

    async with Worker(
        env.client,
        task_queue=str(uuid.uuid4()),
        workflows=[OrderWorkflow],
        activities=[pay, reserve, refund],
        activity_executor=ThreadPoolExecutor(2),
        workflow_failure_exception_types=[Exception],
    ) as worker:
        handle = await env.client.start_workflow(
            OrderWorkflow.run,
            order,
            id=order.order_id,
            task_queue=worker.task_queue,
            execution_timeout=timedelta(seconds=8),
        )
        try:
            result = await handle.result()
        except WorkflowFailureError:
            result = None
        history = await handle.fetch_history()
        state = (await handle.describe()).status
    assert [
        each.activity_task_scheduled_event_attributes.activity_type.name
        for each in history.events
        if each.HasField("activity_task_scheduled_event_attributes")
    ] == steps
    assert result == (status and OrderResult(order.order_id, status))
    assert amounts == [order.total]
    assert refunds == ([order.order_id] if status == "refunded" else [])
    if status is None:
        assert state == WorkflowExecutionStatus.FAILED
