# finding: sets no limit on retries, and keeps the contract's two times · given up
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
        initial_interval=timedelta(milliseconds=100), maximum_interval=timedelta(seconds=1), maximum_attempts=10
    ),
)


@workflow.defn
class OrderPlatform:
    def __init__(self) -> None:
        self._approved: bool | None = None

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        order = placed.order
        working = asyncio.create_task(self._work(placed))
        while not working.done():
            try:
                await asyncio.shield(working)
            except asyncio.CancelledError:
                self._cancelled = True
        return OrderResult(order.order_id, working.result())

    _cancelled = False

    async def _work(self, placed: PlatformOrder) -> str:
        order = placed.order
        undos: list[Any] = []
        try:
            await self._do(create_order, order)
            undos.append(release_inventory)
            await self._do(reserve_inventory, InventoryInput(order.order_id, order.items))
            undos.append(refund_payment)
            await self._do(process_payment, PaymentInput(order.order_id, order.total))
            if order.total > 50000:
                try:
                    await workflow.wait_condition(
                        lambda: self._approved is not None or self._cancelled,
                        timeout=placed.approval_seconds,
                    )
                except asyncio.TimeoutError:
                    self._approved = False
                if not self._approved and not self._cancelled:
                    raise Refused("declined")
            undos.append(cancel_shipment)
            await self._do(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
            outcome = "shipped"
        except (ActivityError, Refused) as error:
            outcome = str(error) if isinstance(error, Refused) else "declined"
            for undo in reversed(undos):
                await workflow.execute_activity(undo, order.order_id, **STEP)
        await workflow.execute_activity(
            send_notification, NotificationInput(order.order_id, [order.customer], outcome), **STEP
        )
        return outcome

    async def _do(self, activity: Any, argument: Any) -> None:
        if self._cancelled:
            raise Refused("cancelled")
        await workflow.execute_activity(activity, argument, **STEP)

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._approved is None:
            self._approved = approved


class Refused(Exception):
    pass
