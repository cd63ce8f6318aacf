"""A workflow in a file of its own, for the sandbox: its lines are what a replay has to name."""

import asyncio
from datetime import timedelta

from temporalio import workflow

LIMIT = timedelta(seconds=5)


async def helper(name: str) -> None:
    await workflow.execute_activity(name, start_to_close_timeout=LIMIT)


@workflow.defn(name="Scripted")
class Sandboxed:
    @workflow.run
    async def run(self) -> str:
        await asyncio.gather(
            workflow.execute_activity("a", start_to_close_timeout=LIMIT),
            helper("b"),
        )
        return "done"
