# finding: finishes a refund when a cancel comes · begun again
import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, is_cancelled_exception

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

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        undos: list[Any] = []
        try:
            undos.append(release_inventory)
            await self._step(reserve_inventory, InventoryInput(order.order_id, order.items))
            undos.append(refund_payment)
            await self._step(process_payment, PaymentInput(order.order_id, order.total))
            await workflow.wait_condition(lambda: self._packed)
            undos.append(cancel_shipment)
            await self._step(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
        except (Exception, asyncio.CancelledError):
            await self._undo(order, undos)
            raise
        return OrderResult(order.order_id, "completed")

    async def _step(self, activity: Any, argument: Any) -> None:
        """Run a step; when a cancel comes, wait until the step is over, and raise."""
        handle = workflow.start_activity(
            activity,
            argument,
            cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
            **STEP,
        )
        try:
            await asyncio.shield(handle)
        except asyncio.CancelledError:
            handle.cancel()  # no further tries
            await workflow.wait([handle])
            raise

    async def _undo(self, order: OrderInput, undos: list[Any]) -> None:
        for undo in reversed(undos):
            try:
                try:
                    await workflow.execute_activity(undo, order.order_id, **STEP)
                except ActivityError as error:
                    if not is_cancelled_exception(error):
                        raise
                    await workflow.execute_activity(undo, order.order_id, **STEP)
            except Exception as error:
                workflow.logger.error("An undo failed: %r", error)

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
