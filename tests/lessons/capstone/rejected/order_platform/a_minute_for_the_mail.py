# finding: sets no limit on retries, and keeps the contract's two times · 60 s
import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        NotificationInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        PlatformOrder,
        ShipmentInput,
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


class Stopped(Exception):
    """The order goes no further; the outcome says why."""


@workflow.defn
class OrderPlatform:
    def __init__(self) -> None:
        self._approved: bool | None = None
        self._cancelled = False

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        processing = asyncio.create_task(self._process(placed))
        while not processing.done():
            try:
                await asyncio.shield(processing)
            except asyncio.CancelledError:
                self._cancelled = True  # the next step sees it
        return await processing

    async def _process(self, placed: PlatformOrder) -> OrderResult:
        order = placed.order
        undos: list[Any] = []
        try:
            await self._step(create_order, order)
            undos.append(release_inventory)
            await self._step(reserve_inventory, InventoryInput(order.order_id, order.items))
            undos.append(refund_payment)
            await self._step(process_payment, PaymentInput(order.order_id, order.total))
            if order.total > 500_00:
                await self._approval(placed.approval_seconds)
            undos.append(cancel_shipment)
            await self._step(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
            outcome = "shipped"
        except (ActivityError, Stopped):
            outcome = "cancelled" if self._cancelled else "declined"
            for undo in reversed(undos):
                await workflow.execute_activity(undo, order.order_id, **STEP)
        mail = NotificationInput(order.order_id, [order.customer], outcome)
        await workflow.execute_activity(
            send_notification, mail, schedule_to_close_timeout=timedelta(minutes=1), **STEP
        )
        return OrderResult(order.order_id, outcome)

    async def _step(self, activity: Any, argument: Any) -> None:
        if self._cancelled:
            raise Stopped
        await workflow.execute_activity(activity, argument, **STEP)

    async def _approval(self, seconds: float) -> None:
        try:
            await workflow.wait_condition(
                lambda: self._approved is not None or self._cancelled,
                timeout=timedelta(seconds=seconds),
            )
        except asyncio.TimeoutError:
            pass
        if not self._approved:
            raise Stopped

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._approved is None:  # the first answer counts
            self._approved = approved
