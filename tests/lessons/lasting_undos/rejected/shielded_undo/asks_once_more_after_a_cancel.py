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
        self._failed_undos: list[str] = []

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        shipped = False
        begun: list[Any] = []
        try:
            begun.append(release_inventory)
            await self._whole(reserve_inventory, InventoryInput(order.order_id, order.items))
            begun.append(refund_payment)
            await self._whole(process_payment, PaymentInput(order.order_id, order.total))
            await workflow.wait_condition(lambda: self._packed)
            begun.append(cancel_shipment)
            await self._whole(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
            shipped = True
            return OrderResult(order.order_id, "completed")
        finally:
            if not shipped:
                for undo in begun[::-1]:
                    await self._undone(undo, order.order_id)

    async def _whole(self, step: Any, argument: Any) -> None:
        running = asyncio.ensure_future(workflow.execute_activity(step, argument, **STEP))
        cancelled = None
        while not running.done():
            try:
                await workflow.wait([running])
            except asyncio.CancelledError as error:
                cancelled = error
        if cancelled:
            raise cancelled
        running.result()

    async def _undone(self, undo: Any, order_id: str) -> None:
        """Undo; when a cancel comes meanwhile, ask once more: an undo does no harm twice."""
        for last in (False, True):
            try:
                await workflow.execute_activity(undo, order_id, **STEP)
                return
            except ActivityError as error:
                if last or not is_cancelled_exception(error):
                    self._failed_undos.append(undo.__name__)
                    return

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
