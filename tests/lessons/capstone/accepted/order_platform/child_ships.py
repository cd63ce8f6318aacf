import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ChildWorkflowError

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
class Shipping:
    """Ships, and says whether the parcel service took it. Nobody cancels it: its parent shields it."""

    @workflow.run
    async def run(self, shipment: ShipmentInput) -> bool:
        try:
            await workflow.execute_activity(create_shipment, shipment, **STEP)
        except ActivityError:
            return False
        return True


@workflow.defn
class Undoing:
    @workflow.run
    async def run(self, order_id: str) -> None:
        for undo in (cancel_shipment, refund_payment, release_inventory):
            await workflow.execute_activity(undo, order_id, **STEP)


@workflow.defn
class OrderPlatform:
    @workflow.init
    def __init__(self, placed: PlatformOrder) -> None:
        self.order = placed.order
        self.answers: list[bool] = []

    async def through(self, what: Any) -> Any:
        """Wait for what to its end, whoever cancels meanwhile."""
        task = asyncio.ensure_future(what)
        while not task.done():
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError:
                if task.done() and task.cancelled():
                    raise
            except Exception:
                pass
        return task.result()

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        order = self.order
        outcome = await self.attempt(placed)
        me = workflow.info().workflow_id
        if outcome != "shipped":
            await self.through(
                workflow.execute_child_workflow(Undoing.run, order.order_id, id=f"{me}-undoing")
            )
        await self.through(
            workflow.execute_activity(
                send_notification,
                NotificationInput(order.order_id, [order.customer], outcome),
                **STEP,
            )
        )
        return OrderResult(order.order_id, outcome)

    async def attempt(self, placed: PlatformOrder) -> str:
        order = self.order
        for activity, argument in (
            (create_order, order),
            (reserve_inventory, InventoryInput(order.order_id, order.items)),
            (process_payment, PaymentInput(order.order_id, order.total)),
        ):
            try:
                await self.through(workflow.execute_activity(activity, argument, **STEP))
            except ActivityError:
                return "declined"
            if workflow.cancellation_reason() is not None:
                return "cancelled"
        if order.total > 50_000:
            try:
                await workflow.wait_condition(
                    lambda: bool(self.answers), timeout=timedelta(seconds=placed.approval_seconds)
                )
            except asyncio.TimeoutError:
                return "declined"
            except asyncio.CancelledError:
                return "cancelled"
            if not self.answers[0]:
                return "declined"
        if workflow.cancellation_reason() is not None:
            return "cancelled"
        shipped = await self.through(
            workflow.execute_child_workflow(
                Shipping.run,
                ShipmentInput(order.order_id, "1 Tea Lane"),
                id=f"{workflow.info().workflow_id}-shipping",
            )
        )
        return "shipped" if shipped else "declined"

    @workflow.signal
    def approve(self, approved: bool) -> None:
        self.answers.append(approved)
