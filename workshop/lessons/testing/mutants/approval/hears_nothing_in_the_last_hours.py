"""takes an answer after 22 hours for none"""

import asyncio
from datetime import timedelta

from temporalio import workflow


@workflow.defn
class ApprovalWorkflow:
    def __init__(self) -> None:
        self._approved: bool | None = None

    @workflow.run
    async def run(self, order_id: str) -> str:
        began = workflow.now()
        try:
            await workflow.wait_condition(
                lambda: self._approved is not None, timeout=timedelta(hours=24)
            )
        except asyncio.TimeoutError:
            return "auto_rejected"
        if workflow.now() - began > timedelta(hours=22):
            return "auto_rejected"
        return "approved" if self._approved else "rejected"

    @workflow.signal
    def approve(self, approved: bool) -> None:
        self._approved = approved
