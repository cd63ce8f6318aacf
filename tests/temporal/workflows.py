"""Small workflows for the tests of this folder: the sandbox wants them in a module."""

from __future__ import annotations

import asyncio
import threading
from datetime import timedelta

from temporalio import activity, workflow


@workflow.defn
class SleepyWorkflow:
    @workflow.run
    async def run(self, seconds: float) -> str:
        await asyncio.sleep(seconds)
        return "slept"


#: Set by an activity, for a test that blocks the event loop and can see nothing else.
done = threading.Event()


@activity.defn
async def name_of_the_thread() -> str:
    done.set()
    return threading.current_thread().name


@workflow.defn
class ThreadWorkflow:
    @workflow.run
    async def run(self) -> str:
        return await workflow.execute_activity(
            name_of_the_thread, start_to_close_timeout=timedelta(seconds=5)
        )
