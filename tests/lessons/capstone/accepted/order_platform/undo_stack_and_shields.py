"""As in lesson 04: a cancel is an exception, caught where it falls; the undos run in a shielded task."""

import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop import orders

OPTIONS = {
    "start_to_close_timeout": timedelta(seconds=2),
    "retry_policy": RetryPolicy(
        initial_interval=timedelta(milliseconds=150), maximum_interval=timedelta(seconds=1)
    ),
}


class Rejected(Exception):
    pass


@workflow.defn
class OrderPlatform:
    @workflow.init
    def __init__(self, placed: orders.PlatformOrder) -> None:
        self.order = placed.order
        self.patience = timedelta(seconds=placed.approval_seconds)
        self.answers: list[bool] = []
        self.undos: list = []

    @workflow.signal
    async def approve(self, approved: bool) -> None:
        self.answers.append(approved)

    @workflow.run
    async def run(self, placed: orders.PlatformOrder) -> orders.OrderResult:
        try:
            await self.forward()
            outcome = "shipped"
        except asyncio.CancelledError:
            outcome = "cancelled"
        except (ActivityError, Rejected, asyncio.TimeoutError):
            outcome = "declined"
        ending = asyncio.create_task(self.finish(outcome))
        while True:
            try:
                await asyncio.shield(ending)
                break
            except asyncio.CancelledError:
                workflow.logger.info("It is being settled already")
        return orders.OrderResult(self.order.order_id, outcome)

    async def forward(self) -> None:
        order = self.order
        await self.step(orders.create_order, order)
        self.undos.append(orders.release_inventory)
        await self.step(
            orders.reserve_inventory, orders.InventoryInput(order.order_id, order.items)
        )
        self.undos.append(orders.refund_payment)
        await self.step(orders.process_payment, orders.PaymentInput(order.order_id, order.total))
        if order.total > 500_00:
            await workflow.wait_condition(lambda: bool(self.answers), timeout=self.patience)
            if not self.answers[0]:
                raise Rejected
        self.undos.append(orders.cancel_shipment)
        await self.step(orders.create_shipment, orders.ShipmentInput(order.order_id, "1 Tea Lane"))

    async def step(self, activity, argument) -> None:
        handle = workflow.start_activity(
            activity,
            argument,
            cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
            **OPTIONS,
        )
        try:
            await asyncio.shield(handle)
        except asyncio.CancelledError:
            handle.cancel()
            await workflow.wait([handle])
            raise

    async def finish(self, outcome: str) -> None:
        if outcome != "shipped":
            while self.undos:
                await workflow.execute_activity(self.undos.pop(), self.order.order_id, **OPTIONS)
        await workflow.execute_activity(
            orders.send_notification,
            orders.NotificationInput(self.order.order_id, [self.order.customer], outcome),
            **OPTIONS,
        )
