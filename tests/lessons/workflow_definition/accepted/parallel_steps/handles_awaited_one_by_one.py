from dataclasses import dataclass
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import InventoryInput, OrderInput, PaymentInput


@dataclass
class Placed:
    order_id: str
    status: str = "completed"


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> Placed:
        await workflow.execute_activity(
            "create_order", order, start_to_close_timeout=timedelta(seconds=30)
        )
        paying = workflow.start_activity(
            "process_payment",
            PaymentInput(order.order_id, order.total),
            start_to_close_timeout=timedelta(minutes=5),
            retry_policy=RetryPolicy(maximum_attempts=5),
        )
        reserving = workflow.start_activity(
            "reserve_inventory",
            InventoryInput(order.order_id, order.items),
            start_to_close_timeout=timedelta(minutes=2),
        )
        try:
            await paying
        except ActivityError:
            try:
                await reserving
            except ActivityError:
                workflow.logger.info("nothing was reserved")
            else:
                await self.undo("release_inventory", order)
            raise
        try:
            await reserving
        except ActivityError:
            await self.undo("refund_payment", order)
            raise
        return Placed(order.order_id)

    async def undo(self, activity: str, order: OrderInput) -> None:
        await workflow.execute_activity(
            activity, order.order_id, start_to_close_timeout=timedelta(seconds=30)
        )
