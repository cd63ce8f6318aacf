# finding: keeps retrying each mail while the mail service is down · from schedule to start
import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification


@workflow.defn
class TimeoutWorkflow:
    def __init__(self) -> None:
        self._approved: bool | None = None

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        reminding = asyncio.create_task(self._remind(order))
        try:
            await workflow.wait_condition(
                lambda: self._approved is not None, timeout=timedelta(hours=24)
            )
        except asyncio.TimeoutError:
            pass
        reminding.cancel()
        if self._approved is None:
            decision = "auto_rejected"
        else:
            decision = "approved" if self._approved else "rejected"
        await self._write(order, order.customer, decision)
        return decision

    async def _remind(self, order: OrderInput) -> None:
        await workflow.sleep(timedelta(hours=12))
        await self._write(order, "grace@example.com", "reminder")

    async def _write(self, order: OrderInput, to: str, subject: str) -> None:
        await workflow.execute_activity(
            send_notification,
            NotificationInput(order.order_id, [to], subject),
            start_to_close_timeout=timedelta(seconds=30),
            schedule_to_start_timeout=timedelta(seconds=5) if subject == "reminder" else None,
        )

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._approved is None:  # the first answer counts
            self._approved = approved
