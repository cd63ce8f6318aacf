import asyncio
from datetime import timedelta
from enum import Enum

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop import orders


class Stage(str, Enum):
    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"


@workflow.defn
class OrderWorkflow:
    stage = Stage.PENDING

    @workflow.query(name="get_status")
    def where_are_we(self) -> str:
        return self.stage.value

    @workflow.run
    async def run(self, order: orders.OrderInput) -> orders.OrderResult:
        await workflow.execute_activity(
            orders.create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        self.stage = Stage.PROCESSING
        await asyncio.gather(self._pay(order), self._reserve(order))
        self.stage = Stage.COMPLETED
        return orders.OrderResult(order.order_id, self.stage.value)

    async def _pay(self, order: orders.OrderInput) -> None:
        await workflow.execute_activity(
            orders.process_payment,
            orders.PaymentInput(order.order_id, order.total),
            start_to_close_timeout=timedelta(minutes=5),
        )

    async def _reserve(self, order: orders.OrderInput) -> None:
        await workflow.execute_activity(
            orders.reserve_inventory,
            orders.InventoryInput(order.order_id, order.items),
            start_to_close_timeout=timedelta(minutes=2),
        )
