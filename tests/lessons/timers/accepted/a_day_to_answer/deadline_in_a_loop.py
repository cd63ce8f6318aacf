import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification


MAIL = dict(start_to_close_timeout=timedelta(seconds=20))


@workflow.defn(name="TimeoutWorkflow")
class Approval:
    @workflow.init
    def __init__(self, order: OrderInput) -> None:
        self.order = order
        self.decision: str | None = None

    @workflow.signal(name="approve")
    def on_answer(self, approved: bool) -> None:
        self.decision = self.decision or ("approved" if approved else "rejected")

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        start = workflow.now()
        steps = [
            (start + timedelta(hours=12), self.remind),
            (start + timedelta(hours=24), self.give_up),
        ]
        for due, then in steps:
            left = due - workflow.now()
            try:
                await workflow.wait_condition(lambda: self.decision is not None, timeout=left)
                break
            except asyncio.TimeoutError:
                await then()
        assert self.decision
        told = NotificationInput(order.order_id, [order.customer], self.decision)
        await workflow.execute_activity(send_notification, told, **MAIL)
        return self.decision

    async def remind(self) -> None:
        self.reminding = asyncio.create_task(self.mail())

    async def mail(self) -> None:
        mail = NotificationInput(self.order.order_id, ["grace@example.com"], "reminder")
        await workflow.execute_activity(send_notification, mail, **MAIL)

    async def give_up(self) -> None:
        self.decision = self.decision or "auto_rejected"
