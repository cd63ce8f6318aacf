# finding: sends no reminder after an answer · reminder
import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification

HALF_A_DAY = timedelta(hours=12)


@workflow.defn
class TimeoutWorkflow:
    def __init__(self) -> None:
        self._approved: bool | None = None

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        deadline = workflow.now() + 2 * HALF_A_DAY
        await self._is_answered_within(HALF_A_DAY)
        await self._write(order, "grace@example.com", "reminder")
        if self._approved is None:
            await self._is_answered_within(deadline - workflow.now())
        if self._approved is None:
            decision = "auto_rejected"
        else:
            decision = "approved" if self._approved else "rejected"
        await self._write(order, order.customer, decision)
        return decision

    async def _is_answered_within(self, duration: timedelta) -> bool:
        try:
            await workflow.wait_condition(lambda: self._approved is not None, timeout=duration)
        except asyncio.TimeoutError:
            return False
        return True

    async def _write(self, order: OrderInput, to: str, subject: str) -> None:
        await workflow.execute_activity(
            send_notification,
            NotificationInput(order.order_id, [to], subject),
            start_to_close_timeout=timedelta(seconds=30),
        )

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._approved is None:  # the first answer counts
            self._approved = approved
