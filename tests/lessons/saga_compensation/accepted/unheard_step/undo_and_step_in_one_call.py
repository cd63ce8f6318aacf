from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        ShipmentInput,
        cancel_shipment,
        create_shipment,
        process_payment,
        refund_payment,
        release_inventory,
        reserve_inventory,
    )

STEP = workflow.ActivityConfig(
    start_to_close_timeout=timedelta(seconds=3),
    retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100), maximum_attempts=3),
)


@workflow.defn
class OrderSagaWorkflow:
    def __init__(self) -> None:
        self._packed = False
        self._begun: list[Any] = []

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await self._do(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                undo=release_inventory,
            )
            await self._do(
                process_payment, PaymentInput(order.order_id, order.total), undo=refund_payment
            )
            await workflow.wait_condition(lambda: self._packed)
            await self._do(
                create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"), undo=cancel_shipment
            )
        except Exception as error:
            for undo in self._begun:
                try:
                    await workflow.execute_activity(undo, order.order_id, **STEP)
                except ActivityError as refused:
                    workflow.logger.error("An undo failed: %r", refused)
            raise error
        return OrderResult(order.order_id, "completed")

    async def _do(self, step: Any, argument: Any, undo: Any) -> None:
        self._begun.insert(0, undo)
        await workflow.execute_activity(step, argument, **STEP)

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
