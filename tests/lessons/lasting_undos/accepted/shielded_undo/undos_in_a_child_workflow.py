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
class UndoWorkflow:
    """Undoes an order; a cancel of its parent does not reach it."""

    @workflow.run
    async def run(self, order_id: str, undos: list[str]) -> list[str]:
        failed = []
        for undo in undos:
            try:
                await workflow.execute_activity(undo, order_id, **STEP)
            except ActivityError:
                failed.append(undo)
        return failed


@workflow.defn
class OrderSagaWorkflow:
    def __init__(self) -> None:
        self._packed = False
        self._failed_undos: list[str] = []

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        begun: list[str] = []
        try:
            begun.append("release_inventory")
            await self._whole(reserve_inventory, InventoryInput(order.order_id, order.items))
            begun.append("refund_payment")
            await self._whole(process_payment, PaymentInput(order.order_id, order.total))
            await workflow.wait_condition(lambda: self._packed)
            begun.append("cancel_shipment")
            await self._whole(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
        except (Exception, asyncio.CancelledError):
            child = await asyncio.shield(
                asyncio.create_task(
                    workflow.start_child_workflow(
                        UndoWorkflow.run,
                        args=[order.order_id, begun[::-1]],
                        id=f"{workflow.info().workflow_id}-undo",
                        parent_close_policy=workflow.ParentClosePolicy.ABANDON,
                    )
                )
            )
            while not child.done():
                try:
                    await asyncio.shield(child)
                except asyncio.CancelledError:
                    pass
            self._failed_undos = child.result()
            raise
        return OrderResult(order.order_id, "completed")

    async def _whole(self, step: Any, argument: Any) -> None:
        running = workflow.start_activity(step, argument, **STEP)
        try:
            await asyncio.shield(running)
        except asyncio.CancelledError:
            await workflow.wait([running])
            raise

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
