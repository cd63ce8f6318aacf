# finding: takes a yes for a yes and a no for a no · time.time
import asyncio
import time
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderInput, send_notification


@workflow.defn
class TimeoutWorkflow:
    def __init__(self) -> None:
        self._approved = None

    @workflow.run
    async def run(self, order: OrderInput) -> str:
        began = time.time()
        while self._approved is None and time.time() - began < 24 * 3600:
            await workflow.sleep(60)
        decision = {None: "auto_rejected", True: "approved", False: "rejected"}[self._approved]
        await workflow.execute_activity(
            send_notification,
            NotificationInput(order.order_id, [order.customer], decision),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return decision

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._approved is None:
            self._approved = approved
