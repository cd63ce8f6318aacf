"""The workflows that the checks bring along, where the answer is an activity only.

They retry as the one that the lesson shows does. But a busy machine must not cost a healthy attempt
its life: an attempt has half a minute, or as many tries as it takes.
"""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, PaymentInput, PaymentResult

#: What the task queue of the worker that can be killed is called, after that of the workflow.
ELSEWHERE = "-elsewhere"

#: How many attempts a payment has that is tried only so often.
PAYMENT_TRIES = 5


@workflow.defn
class PaymentWorkflow:
    """Takes the money for an order, in at most five attempts."""

    @workflow.run
    async def run(self, order: OrderInput) -> PaymentResult:
        """Return the charge that was made."""
        return await _pay(order, order.total)


@workflow.defn
class ImpatientPaymentWorkflow:
    """Takes the money for an order; an attempt that takes two seconds is given up."""

    @workflow.run
    async def run(self, order: OrderInput) -> PaymentResult:
        """Return the charge that was made."""
        return await _pay_soon(order, order.total)


@workflow.defn
class InstalmentsWorkflow:
    """Takes the money for an order in two equal parts."""

    @workflow.run
    async def run(self, order: OrderInput) -> list[PaymentResult]:
        """Return the two charges that were made."""
        return [await _pay(order, order.total // 2), await _pay(order, order.total // 2)]


@workflow.defn
class PaymentElsewhereWorkflow:
    """Takes the money for an order by a worker of its own, which can be killed."""

    @workflow.run
    async def run(self, order: OrderInput) -> PaymentResult:
        """Return the charge that was made."""
        return await _pay_soon(order, order.total, _elsewhere())


@workflow.defn
class InstalmentsOnTwoWorkersWorkflow:
    """Takes the money for an order in two equal parts, the second by a worker of its own."""

    @workflow.run
    async def run(self, order: OrderInput) -> list[PaymentResult]:
        """Return the two charges that were made."""
        half = order.total // 2
        return [await _pay(order, half), await _pay_soon(order, half, _elsewhere())]


def _elsewhere() -> str:
    return f"{workflow.info().task_queue}{ELSEWHERE}"


async def _pay(order: OrderInput, amount: int) -> PaymentResult:
    return await _charge(order, amount, timedelta(seconds=30), attempts=PAYMENT_TRIES)


async def _pay_soon(order: OrderInput, amount: int, task_queue: str | None = None) -> PaymentResult:
    return await _charge(order, amount, timedelta(seconds=2), attempts=0, task_queue=task_queue)


async def _charge(
    order: OrderInput,
    amount: int,
    attempt_timeout: timedelta,
    attempts: int,
    task_queue: str | None = None,
) -> PaymentResult:
    paid: PaymentResult = await workflow.execute_activity(
        "process_payment",
        PaymentInput(order.order_id, amount),
        result_type=PaymentResult,
        task_queue=task_queue,
        start_to_close_timeout=attempt_timeout,
        retry_policy=RetryPolicy(
            initial_interval=timedelta(milliseconds=200), maximum_attempts=attempts
        ),
    )
    return paid
