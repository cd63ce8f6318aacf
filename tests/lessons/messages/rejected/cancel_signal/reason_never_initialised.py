# finding: completes when nobody cancels · no attribute '_reason'
import asyncio
from datetime import timedelta

from temporalio import workflow

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

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        if self._reason is not None:
            await workflow.execute_activity(
                cancel_order_activity,
                CancelInput(order.order_id, self._reason),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self._status = "cancelled"
            return OrderResult(order.order_id, "cancelled")
        await workflow.execute_activity(
            create_order,
            order,
            start_to_close_timeout=timedelta(seconds=30),
        )
        if self._reason is not None:
            await workflow.execute_activity(
                cancel_order_activity,
                CancelInput(order.order_id, self._reason),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self._status = "cancelled"
            return OrderResult(order.order_id, "cancelled")
        self._status = "processing"
        await asyncio.gather(
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
        )
        if self._reason is not None:
            await workflow.execute_activity(
                cancel_order_activity,
                CancelInput(order.order_id, self._reason),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self._status = "cancelled"
            return OrderResult(order.order_id, "cancelled")
        self._status = "completed"
        return OrderResult(order.order_id, "completed")

    @workflow.query
    def get_status(self) -> str:
        return self._status

    @workflow.signal
    def cancel_order(self, reason: str) -> None:
        self._reason = reason
