"""takes an answer after twelve hours for none"""

import asyncio
from datetime import timedelta

from temporalio import workflow


@workflow.defn
class ApprovalWorkflow:
    def __init__(self) -> None:
        self._approved: bool | None = None
        self._is_late = False

    @workflow.run
    async def run(self, order_id: str) -> str:
        try:
            await workflow.wait_condition(
                lambda: self._approved is not None or self._is_late, timeout=timedelta(hours=24)
            )
        except asyncio.TimeoutError:
            return "auto_rejected"
        if self._is_late:
            return "auto_rejected"
        return "approved" if self._approved else "rejected"

    @workflow.signal
    def approve(self, approved: bool) -> None:
        self._is_late = workflow.now() - workflow.info().start_time > timedelta(hours=12)
        self._approved = approved
