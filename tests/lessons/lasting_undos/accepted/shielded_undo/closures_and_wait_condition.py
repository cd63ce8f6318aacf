import asyncio
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
        self._failed_undos: list[str] = []

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        undos: list[Any] = []
        try:
            for step, argument, undo in (
                (reserve_inventory, InventoryInput(order.order_id, order.items), release_inventory),
                (process_payment, PaymentInput(order.order_id, order.total), refund_payment),
                (create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"), cancel_shipment),
            ):
                if step is create_shipment:
                    await workflow.wait_condition(lambda: self._packed)
                undos.append(self._undo_by(undo, order.order_id))
                await self._whole(step, argument)
        except BaseException as reason:
            undoing = asyncio.ensure_future(self._all(undos))
            while True:
                try:
                    await workflow.wait_condition(undoing.done)
                    break
                except asyncio.CancelledError:
                    continue
            raise reason
        return OrderResult(order.order_id, "completed")

    async def _whole(self, step: Any, argument: Any) -> None:
        running = workflow.start_activity(step, argument, **STEP)
        try:
            await asyncio.shield(running)
        except asyncio.CancelledError:
            await workflow.wait([running])
            raise

    def _undo_by(self, activity: Any, order_id: str) -> Any:
        async def undo() -> None:
            try:
                await workflow.execute_activity(activity, order_id, **STEP)
            except ActivityError as refused:
                self._failed_undos.append(refused.activity_type)

        return undo

    async def _all(self, undos: list[Any]) -> None:
        for undo in reversed(undos):
            await undo()

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
