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
        self._cancelled = asyncio.Event()

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        saga = asyncio.create_task(self._saga(order))
        while not saga.done():
            try:
                await workflow.wait([saga])
            except asyncio.CancelledError:
                self._cancelled.set()
        return saga.result()

    async def _saga(self, order: OrderInput) -> OrderResult:
        undos: list[Any] = []
        try:
            await self._step(
                release_inventory,
                undos,
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
            )
            await self._step(
                refund_payment, undos, process_payment, PaymentInput(order.order_id, order.total)
            )
            await workflow.wait_condition(lambda: self._packed or self._cancelled.is_set())
            self._stop_if_cancelled()
            await self._step(
                cancel_shipment, undos, create_shipment, ShipmentInput(order.order_id, "1 Tea Lane")
            )
        except (Exception, asyncio.CancelledError):
            while undos:
                try:
                    await workflow.execute_activity(undos.pop(), order.order_id, **STEP)
                except ActivityError as error:
                    workflow.logger.error("An undo failed: %r", error)
            raise
        return OrderResult(order.order_id, "completed")

    async def _step(self, undo: Any, undos: list[Any], step: Any, argument: Any) -> None:
        self._stop_if_cancelled()
        undos.append(undo)
        await workflow.execute_activity(step, argument, **STEP)
        self._stop_if_cancelled()

    def _stop_if_cancelled(self) -> None:
        if self._cancelled.is_set():
            raise asyncio.CancelledError

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
