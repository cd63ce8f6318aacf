from datetime import timedelta
from typing import Any

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop import orders


@workflow.defn(name="OrderWorkflow")
class CancellableOrder:
    def __init__(self) -> None:
        self.reasons: list[str] = []
        self.stage = "pending"

    @workflow.signal(name="cancel_order")
    async def remember(self, reason: str) -> None:
        self.reasons.append(reason)

    @workflow.query(name="get_status")
    def status(self) -> str:
        return self.stage

    @workflow.run
    async def run(self, order: orders.OrderInput) -> orders.OrderResult:
        groups = (
            [("create_order", order)],
            [
                ("process_payment", orders.PaymentInput(order.order_id, order.total)),
                ("reserve_inventory", orders.InventoryInput(order.order_id, order.items)),
            ],
        )
        for group in groups:
            if self.reasons:
                break
            running = [self.start(activity, argument) for activity, argument in group]
            await workflow.wait(running)
            for step in running:
                step.result()
            self.stage = "processing"
        if self.reasons:
            self.stage = "cancelling"
            cancel = orders.CancelInput(order_id=order.order_id, reason=self.reasons[0])
            await self.start("cancel_order_activity", cancel)
        self.stage = "cancelled" if self.reasons else "completed"
        return orders.OrderResult(order.order_id, self.stage)

    def start(self, activity: str, argument: Any) -> workflow.ActivityHandle[Any]:
        return workflow.start_activity(
            activity, argument, start_to_close_timeout=timedelta(minutes=1)
        )
