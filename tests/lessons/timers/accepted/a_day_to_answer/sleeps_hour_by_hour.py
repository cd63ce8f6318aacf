import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification


@workflow.defn
class TimeoutWorkflow:
    def __init__(self) -> None:
        self.approved = None

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        start = workflow.now()
        for hour in range(24):
            if hour == 12:
                reminding = asyncio.ensure_future(self.tell(order, "grace@example.com", "reminder"))
            try:
                left = start + timedelta(hours=hour + 1) - workflow.now()
                await workflow.wait_condition(self.is_answered, timeout=left)
            except TimeoutError:
                continue
            except asyncio.TimeoutError:
                continue
            break
        decision = {None: "auto_rejected", True: "approved", False: "rejected"}[self.approved]
        await self.tell(order, order.customer, decision)
        return decision

    def is_answered(self) -> bool:
        return self.approved is not None

    async def tell(self, order: OrderInput, to: str, subject: str) -> None:
        await workflow.start_activity(
            send_notification,
            NotificationInput(order.order_id, [to], subject),
            start_to_close_timeout=timedelta(seconds=30),
        )

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if not self.is_answered():
            self.approved = approved
