# finding: doesn't wait for the reminder while the mail service is down · it has not begun to write
import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification


@workflow.defn
class TimeoutWorkflow:
    def __init__(self) -> None:
        self._answers: list[bool] = []

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        answered = asyncio.create_task(workflow.wait_condition(lambda: bool(self._answers)))
        reminder = asyncio.create_task(asyncio.sleep(12 * 3600))
        day = asyncio.create_task(asyncio.sleep(24 * 3600))
        await workflow.wait([answered, reminder], return_when=asyncio.FIRST_COMPLETED)
        if not answered.done():
            await self.mail(order, "grace@example.com", "reminder")
            await workflow.wait([answered, day], return_when=asyncio.FIRST_COMPLETED)
        decision = "auto_rejected"
        if answered.done():
            decision = "approved" if self._answers[0] else "rejected"
        for task in (answered, reminder, day):
            task.cancel()
        await self.mail(order, order.customer, decision)
        return decision

    async def mail(self, order: OrderInput, to: str, subject: str) -> None:
        await workflow.execute_activity(
            send_notification,
            NotificationInput(order.order_id, [to], subject),
            start_to_close_timeout=timedelta(minutes=1),
        )

    @workflow.signal
    async def approve(self, approved: bool) -> None:
        self._answers.append(approved)
