import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import InventoryInput, OrderInput, OrderResult, PaymentInput


@workflow.defn
class OrderWorkflow:
    @workflow.init
    def __init__(self, order: OrderInput) -> None:
        self.order = order
        self.done: set[str] = set()

    @workflow.query
    def get_status(self) -> str:
        if "create_order" not in self.done:
            return "pending"
        return "completed" if len(self.done) == 3 else "processing"

    @workflow.query
    def steps_done(self) -> list[str]:
        return sorted(self.done)

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await self.step("create_order", order)
        await asyncio.gather(
            self.step("process_payment", PaymentInput(order.order_id, order.total)),
            self.step("reserve_inventory", InventoryInput(order.order_id, order.items)),
        )
        return OrderResult(order.order_id, self.get_status())

    async def step(self, activity: str, argument: object) -> None:
        await workflow.execute_activity(
            activity, argument, start_to_close_timeout=timedelta(minutes=5)
        )
        self.done.add(activity)
