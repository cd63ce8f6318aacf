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
    """No helper task for the whole: each step by itself survives a cancel."""

    def __init__(self) -> None:
        self.yes: bool | None = None
        self.cancelled = False

    async def hold(self, activity: Any, argument: Any) -> bool:
        handle = workflow.start_activity(activity, argument, **STEP)
        while True:
            try:
                await asyncio.shield(handle)
                return True
            except asyncio.CancelledError:
                self.cancelled = True
            except ActivityError:
                return False

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        o = placed.order
        i = o.order_id
        status = "shipped"
        if not await self.hold(create_order, o):
            status = "declined"
        if self.cancelled:
            status = "cancelled"
        if status == "shipped":
            if not await self.hold(reserve_inventory, InventoryInput(i, o.items)):
                status = "declined"
            elif self.cancelled:
                status = "cancelled"
        if status == "shipped":
            if not await self.hold(process_payment, PaymentInput(i, o.total)):
                status = "declined"
            elif self.cancelled:
                status = "cancelled"
        if status == "shipped" and o.total > 50000:
            try:
                await workflow.wait_condition(
                    lambda: self.yes is not None, timeout=placed.approval_seconds
                )
            except asyncio.TimeoutError:
                self.yes = False
            except asyncio.CancelledError:
                self.cancelled = True
            if self.cancelled:
                status = "cancelled"
            elif not self.yes:
                status = "declined"
        if status == "shipped":
            try:
                await asyncio.sleep(0)
            except asyncio.CancelledError:
                self.cancelled = True
            if self.cancelled:
                status = "cancelled"
            elif not await self.hold(create_shipment, ShipmentInput(i, "1 Tea Lane")):
                status = "declined"
            elif self.cancelled:  # the parcel can still be called back
                status = "cancelled"
        if status != "shipped":
            await self.hold(cancel_shipment, i)
            await self.hold(refund_payment, i)
            await self.hold(release_inventory, i)
        await self.hold(send_notification, NotificationInput(i, [o.customer], status))
        return OrderResult(i, status)

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self.yes is None:
            self.yes = approved
