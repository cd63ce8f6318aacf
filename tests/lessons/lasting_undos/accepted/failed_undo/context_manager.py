import asyncio
from datetime import timedelta
from types import TracebackType
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
UNDO = workflow.ActivityConfig(
    start_to_close_timeout=timedelta(seconds=2),
    retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100)),
)


class Saga:
    """Undoes what was begun in it, unless it is left without an error."""

    def __init__(self, order_id: str) -> None:
        self.failed: list[str] = []
        self._order_id = order_id
        self._undos: list[Any] = []

    async def __aenter__(self) -> "Saga":
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if kind is None:
            return
        undoing = asyncio.create_task(self._undo())
        try:
            await asyncio.shield(undoing)
        except asyncio.CancelledError:
            await undoing  # Temporal records one cancel a run

    async def step(self, activity: Any, argument: Any, undo: Any) -> Any:
        self._undos.append(undo)
        result = await workflow.execute_activity(
            activity,
            argument,
            cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
            **STEP,
        )
        if workflow.cancellation_reason() is not None:
            raise asyncio.CancelledError("cancelled while a step was on its way")
        return result

    async def _undo(self) -> None:
        while self._undos:
            undo = self._undos.pop()
            try:
                await workflow.execute_activity(undo, self._order_id, **UNDO)
            except ActivityError:
                self.failed.append(undo.__name__)


@workflow.defn
class OrderSagaWorkflow:
    @workflow.init
    def __init__(self, order: OrderInput) -> None:
        self._packed = False
        self._saga = Saga(order.order_id)

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        async with self._saga as saga:
            await saga.step(
                reserve_inventory, InventoryInput(order.order_id, order.items), release_inventory
            )
            await saga.step(
                process_payment, PaymentInput(order.order_id, order.total), refund_payment
            )
            await workflow.wait_condition(lambda: self._packed)
            await saga.step(
                create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"), cancel_shipment
            )
        return OrderResult(order.order_id, "completed")

    @workflow.query
    def failed_undos(self) -> list[str]:
        return self._saga.failed

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
