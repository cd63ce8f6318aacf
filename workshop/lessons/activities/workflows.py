"""The workflows that the checks bring along, where the answer is an activity only.

`PaymentWorkflow` is the one that the lesson shows: a test compares them.
"""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, PaymentInput, PaymentResult


@workflow.defn
class PaymentWorkflow:
    """Takes the money for an order, in at most five attempts."""

    @workflow.run
    async def run(self, order: OrderInput) -> PaymentResult:
        """Return the charge that was made."""
        return await _pay(order, order.total)


@workflow.defn
class InstalmentsWorkflow:
    """Takes the money for an order in two equal parts."""

    @workflow.run
    async def run(self, order: OrderInput) -> list[PaymentResult]:
        """Return the two charges that were made."""
        return [await _pay(order, order.total // 2), await _pay(order, order.total // 2)]


@workflow.defn
class KilledPaymentWorkflow:
    """Takes the money for an order by a worker of its own, which can be killed."""

    @workflow.run
    async def run(self, order: OrderInput) -> PaymentResult:
        """Return the charge that was made."""
        return await _pay(order, order.total, task_queue=f"{workflow.info().task_queue}-killed")


async def _pay(order: OrderInput, amount: int, task_queue: str | None = None) -> PaymentResult:
    paid: PaymentResult = await workflow.execute_activity(
        "process_payment",
        PaymentInput(order.order_id, amount),
        result_type=PaymentResult,
        task_queue=task_queue,
        start_to_close_timeout=timedelta(seconds=2),
        retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=200), maximum_attempts=5),
    )
    return paid
