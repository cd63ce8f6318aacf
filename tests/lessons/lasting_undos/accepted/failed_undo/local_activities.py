import asyncio
import contextlib
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import FailureError

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
LOCAL = workflow.LocalActivityConfig(
    start_to_close_timeout=timedelta(seconds=2),
    retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100)),
)


@workflow.defn
class OrderSagaWorkflow:
    def __init__(self) -> None:
        self._packed = False
        self._failed_undos: list[str] = []

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        undos = contextlib.AsyncExitStack()

        async def undo(activity: Any) -> None:
            try:
                await workflow.execute_local_activity(activity, order.order_id, **LOCAL)
            except FailureError:  # a local activity's own error, without an ActivityError around it
                self._failed_undos.append(activity.__name__)

        try:
            undos.push_async_callback(undo, release_inventory)
            await self._step(reserve_inventory, InventoryInput(order.order_id, order.items))
            undos.push_async_callback(undo, refund_payment)
            await self._step(process_payment, PaymentInput(order.order_id, order.total))
            await workflow.wait_condition(lambda: self._packed)
            undos.push_async_callback(undo, cancel_shipment)
            await self._step(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
        except (FailureError, asyncio.CancelledError):
            undoing = asyncio.create_task(undos.aclose())
            while not undoing.done():
                with contextlib.suppress(asyncio.CancelledError):
                    await asyncio.shield(undoing)
            raise
        return OrderResult(order.order_id, "completed")

    async def _step(self, activity: Any, argument: Any) -> None:
        handle = workflow.start_activity(activity, argument, **STEP)
        try:
            await asyncio.shield(handle)
        except asyncio.CancelledError:
            await workflow.wait([handle])
            raise

    @workflow.query
    def failed_undos(self) -> list[str]:
        return self._failed_undos

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
