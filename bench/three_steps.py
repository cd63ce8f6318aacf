"""The workflow of `stepping.py`, by itself: the sandbox imports its module."""

from __future__ import annotations

from datetime import timedelta

from temporalio import activity, workflow


@activity.defn
async def step() -> None:
    """Do nothing."""


@workflow.defn
class ThreeSteps:
    """Three activities, one after the other."""

    @workflow.run
    async def run(self) -> None:
        """Take the steps."""
        for _ in range(3):
            await workflow.execute_activity(step, start_to_close_timeout=timedelta(seconds=5))
