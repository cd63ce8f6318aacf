import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        NotificationInput,
        OrderResult,
        PaymentInput,
        PlatformOrder,
        ShipmentInput,
        cancel_order_activity,
        cancel_shipment,
        create_order,
        create_shipment,
        process_payment,
        refund_payment,
        release_inventory,
        reserve_inventory,
        send_notification,
    )

STEP = workflow.ActivityConfig(
    start_to_close_timeout=timedelta(seconds=2),
    retry_policy=RetryPolicy(
        initial_interval=timedelta(milliseconds=100), maximum_interval=timedelta(seconds=1)
    ),
)



@workflow.defn
class OrderPlatform:
    """All that comes from outside goes into a queue; one loop reads it."""

    def __init__(self) -> None:
        self._inbox: asyncio.Queue[tuple[str, Any]] = asyncio.Queue()
        self._approval: bool | None = None

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        order = placed.order
        steps: list[tuple[Any, Any]] = [
            (create_order, order),
            (process_payment, PaymentInput(order.order_id, order.total)),
            (reserve_inventory, InventoryInput(order.order_id, order.items)),
            (create_shipment, ShipmentInput(order.order_id, "1 Tea Lane")),
        ]
        state, cancelled = "working", False
        running: asyncio.Task | None = None
        timer: asyncio.Task | None = None
        while True:
            if running is None:
                if state == "working" and cancelled:
                    state, steps, outcome = "undoing", self._undos(order), "cancelled"
                wants_yes = (
                    state == "working"
                    and len(steps) == 1
                    and order.total > 50000
                )
                if wants_yes and self._approval is False:
                    state, steps, outcome = "undoing", self._undos(order), "declined"
                    wants_yes = False
                if wants_yes and self._approval is None:
                    if timer is None:
                        timer = asyncio.create_task(self._ring(placed.approval_seconds))
                elif steps:
                    running = asyncio.create_task(self._one(*steps.pop(0)))
                elif state == "working":
                    outcome = "shipped"
                    state, steps = "telling", [self._mail(order, outcome)]
                    continue
                elif state == "undoing":
                    state, steps = "telling", [self._mail(order, outcome)]
                    continue
                else:
                    return OrderResult(order.order_id, outcome)
            try:
                what, value = await self._inbox.get()
            except asyncio.CancelledError:
                cancelled = True
                continue
            if what == "done":
                running = None
                if not value:
                    state, steps, outcome = "undoing", self._undos(order), "declined"
            elif what == "approve" and self._approval is None:
                self._approval = value

    def _undos(self, order: Any) -> list[tuple[Any, Any]]:
        return [(u, order.order_id) for u in (cancel_shipment, release_inventory, refund_payment)]

    def _mail(self, order: Any, outcome: str) -> tuple[Any, Any]:
        return send_notification, NotificationInput(order.order_id, [order.customer], outcome)

    async def _one(self, activity: Any, argument: Any) -> None:
        try:
            await workflow.execute_activity(activity, argument, **STEP)
        except ActivityError:
            self._inbox.put_nowait(("done", False))
        else:
            self._inbox.put_nowait(("done", True))

    async def _ring(self, seconds: float) -> None:
        await workflow.sleep(seconds)
        self._inbox.put_nowait(("approve", False))

    @workflow.signal
    def approve(self, approved: bool) -> None:
        self._inbox.put_nowait(("approve", approved))
