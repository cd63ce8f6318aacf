"""A worker that serves the saga under test, and at the moments of a plan cancels or kills itself.

Run by `WorkerProcess`; ``SAGA_FOLDER``, ``SAGA_MODULE`` and ``SAGA_TASK_QUEUE`` say what to serve.
SIGKILL by its own hand strikes at the very moment: after the shop has charged, for example, and
before anybody heard of it.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import os
import signal
import sys
from datetime import timedelta
from typing import Any

from temporalio import activity
from temporalio.client import Client, RPCError
from temporalio.envconfig import ClientConfig
from temporalio.worker import (
    ActivityInboundInterceptor,
    ExecuteActivityInput,
    Interceptor,
    Worker,
)

from tests.lessons.saga_compensation.plan import Moment, plan_of
from workshop.exercises.servable import activities_in
from workshop.orders import ALL_ACTIVITIES


def order_id(seed: int, test_run: str) -> str:
    """Return the id of a seed's order, which is also that of its workflow."""
    return f"saga-{test_run}-{seed}"


class FollowPlans(Interceptor):
    """Do at each moment of an activity what the plan of its order says."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        return _FollowPlans(next, self._client)


class _FollowPlans(ActivityInboundInterceptor):
    def __init__(self, next: ActivityInboundInterceptor, client: Client) -> None:
        super().__init__(next)
        self._client = client

    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        await self._reached("before")
        result = await super().execute_activity(input)
        await self._reached("after")
        return result

    async def _reached(self, when: Any) -> None:
        me = activity.info()
        if me.attempt > 1 or me.workflow_id is None:
            return
        moment = Moment(me.activity_type, when)
        plan = plan_of(int(me.workflow_id.rpartition("-")[2]))
        if plan.cancelled_at == moment:
            with contextlib.suppress(RPCError):  # it may be over already
                await self._client.get_workflow_handle(me.workflow_id).cancel()
        if plan.killed_at == moment:
            os.kill(os.getpid(), signal.SIGKILL)


async def main() -> None:
    """Serve until the end of this process."""
    sys.path.insert(0, os.environ["SAGA_FOLDER"])
    saga = importlib.import_module(os.environ["SAGA_MODULE"])
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    worker = Worker(
        client,
        task_queue=os.environ["SAGA_TASK_QUEUE"],
        workflows=[saga.OrderSagaWorkflow],
        activities=[*activities_in(ALL_ACTIVITIES).values()],
        interceptors=[FollowPlans(client)],
        # What a killed worker had in its memory is offered to others after this time.
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=1),
    )
    await worker.run()


if __name__ == "__main__":
    asyncio.run(main())
