import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification


@workflow.defn
class TimeoutWorkflow:
    def __init__(self) -> None:
        self._answer: asyncio.Future[bool] | None = None
        self._early: bool | None = None

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        self._answer = asyncio.get_running_loop().create_future()
        if self._early is not None:
            self._answer.set_result(self._early)
        reminding = asyncio.create_task(self._remind(order))
        try:
            answer = await asyncio.wait_for(self._answer, timeout=24 * 60 * 60)
            decision = "approved" if answer else "rejected"
        except asyncio.TimeoutError:
            decision = "auto_rejected"
        reminding.cancel()
        await workflow.execute_activity(
            "send_notification",
            NotificationInput(order.order_id, [order.customer], decision),
            schedule_to_close_timeout=timedelta(minutes=10),
        )
        return decision

    async def _remind(self, order: OrderInput) -> None:
        await workflow.sleep(timedelta(hours=12))
        await workflow.execute_activity(
            send_notification,
            NotificationInput(order.order_id, ["grace@example.com"], "reminder"),
            start_to_close_timeout=timedelta(seconds=30),
        )

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._answer is None:
            if self._early is None:
                self._early = approved
        elif not self._answer.done():
            self._answer.set_result(approved)
