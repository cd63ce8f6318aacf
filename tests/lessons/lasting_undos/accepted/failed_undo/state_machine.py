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
UNDO = workflow.ActivityConfig(
    start_to_close_timeout=timedelta(seconds=2),
    retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100)),
)


@workflow.defn
class OrderSagaWorkflow:
    def __init__(self) -> None:
        self._packed = False
        self._cancelled = False
        self._state = "reserve"
        self._failed_undos: list[str] = []

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        machine = asyncio.create_task(self._drive(order))
        while not machine.done():
            try:
                await asyncio.shield(machine)
            except asyncio.CancelledError:
                self._cancelled = True
        return machine.result()

    async def _drive(self, order: OrderInput) -> OrderResult:
        order_id = order.order_id
        forward: dict[str, tuple[Any, Any, str]] = {
            "reserve": (reserve_inventory, InventoryInput(order_id, order.items), "charge"),
            "charge": (process_payment, PaymentInput(order_id, order.total), "pack"),
            "ship": (create_shipment, ShipmentInput(order_id, "1 Tea Lane"), "shipped"),
        }
        backward: dict[str, tuple[Any, str]] = {
            "undo ship": (cancel_shipment, "undo charge"),
            "undo charge": (refund_payment, "undo reserve"),
            "undo reserve": (release_inventory, "undone"),
        }
        reason: BaseException = asyncio.CancelledError()
        while self._state not in ("shipped", "undone"):
            if self._state == "pack":
                await workflow.wait_condition(lambda: self._packed or self._cancelled)
                self._state = "undo charge" if self._cancelled else "ship"
            elif self._state in forward:
                step, argument, following = forward[self._state]
                try:
                    await workflow.execute_activity(step, argument, **STEP)
                except ActivityError as error:
                    reason = error
                    self._state = f"undo {self._state}"
                else:
                    self._state = f"undo {self._state}" if self._cancelled else following
            else:
                undo, following = backward[self._state]
                try:
                    await workflow.execute_activity(undo, order_id, **UNDO)
                except ActivityError:
                    self._failed_undos.append(undo.__name__)
                self._state = following
        if self._state == "undone":
            raise reason
        return OrderResult(order.order_id, "completed")

    @workflow.query
    def failed_undos(self) -> list[str]:
        return self._failed_undos

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
