"""says "rejected" of an order that nobody has answered"""

import asyncio
from datetime import timedelta

from temporalio import workflow


@workflow.defn
class ApprovalWorkflow:
    def __init__(self) -> None:
        self._approved: bool | None = None

    @workflow.run
    async def run(self, order_id: str) -> str:
        try:
            await workflow.wait_condition(
                lambda: self._approved is not None, timeout=timedelta(hours=24)
            )
        except asyncio.TimeoutError:
            return "rejected"
        return "approved" if self._approved else "rejected"

    @workflow.signal
    def approve(self, approved: bool) -> None:
        self._approved = approved
