"""Payment is a child workflow that charges and, when it is told to, gives back; then it ends."""

import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        NotificationInput,
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

RETRY = RetryPolicy(
    initial_interval=timedelta(milliseconds=100), maximum_interval=timedelta(seconds=1)
)


async def act(activity, argument):
    return await workflow.execute_activity(
        activity, argument, start_to_close_timeout=timedelta(seconds=2), retry_policy=RETRY
    )


async def succeeds(activity, argument) -> bool:
    try:
        await act(activity, argument)
    except ActivityError:
        return False
    return True


@workflow.defn
class Payment:
    def __init__(self) -> None:
        self.settled: bool | None = None

    @workflow.signal
    def settle(self, keep: bool) -> None:
        self.settled = keep

    @workflow.run
    async def run(self, payment: PaymentInput, parent_id: str) -> None:
        charged = await succeeds(process_payment, payment)
        parent = workflow.get_external_workflow_handle(parent_id)
        await parent.signal("paid", charged)
        await workflow.wait_condition(lambda: self.settled is not None)
        if not self.settled:
            await act(refund_payment, payment.order_id)


@workflow.defn
class OrderPlatform:
    def __init__(self) -> None:
        self.charged: bool | None = None
        self.approved: bool | None = None
        self.stop = False

    @workflow.signal
    def paid(self, charged: bool) -> None:
        self.charged = charged

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self.approved is None:
            self.approved = approved

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        task = asyncio.ensure_future(self.handle(placed))
        while not task.done():
            try:
                await workflow.wait([task])
            except asyncio.CancelledError:
                self.stop = True
        return task.result()

    async def handle(self, placed: PlatformOrder) -> OrderResult:
        order = placed.order
        shipped = False
        await act(create_order, order)
        if not self.stop and await succeeds(
            reserve_inventory, InventoryInput(order.order_id, order.items)
        ):
            shipped = await self.sell(placed)
        if not shipped:
            await act(release_inventory, order.order_id)
        outcome = "shipped" if shipped else "cancelled" if self.stop else "declined"
        await act(
            send_notification, NotificationInput(order.order_id, [order.customer], outcome)
        )
        return OrderResult(order.order_id, outcome)

    async def sell(self, placed: PlatformOrder) -> bool:
        order = placed.order
        if self.stop:
            return False
        payment = await workflow.start_child_workflow(
            Payment.run,
            args=[PaymentInput(order.order_id, order.total), workflow.info().workflow_id],
            id=f"{order.order_id}-payment",
        )
        await workflow.wait_condition(lambda: self.charged is not None)
        shipped = bool(self.charged) and await self.may_go(placed) and await self.ship(placed)
        await payment.signal(Payment.settle, shipped)
        await payment
        return shipped

    async def may_go(self, placed: PlatformOrder) -> bool:
        if placed.order.total > 500_00:
            try:
                await workflow.wait_condition(
                    lambda: self.approved is not None or self.stop,
                    timeout=placed.approval_seconds,
                )
            except asyncio.TimeoutError:
                return False
            return bool(self.approved) and not self.stop
        return not self.stop

    async def ship(self, placed: PlatformOrder) -> bool:
        order_id = placed.order.order_id
        if await succeeds(create_shipment, ShipmentInput(order_id, "1 Tea Lane")):
            return True
        await act(cancel_shipment, order_id)
        return False
