"""Serve a learner's module in a process of its own, so that a check can kill it.

`Trial.process` runs this by `WorkerProcess`, as it would run a module of ``work/``. Which module
to serve, on which task queue, stands in the environment.
"""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker

from workshop.modules.files import import_current
from workshop.modules.servable import MODULE, TASK_QUEUE, options_for
from workshop.temporal.worker import BUILD_ID


async def serve(module: str, task_queue: str) -> None:
    """Poll the task queue for the module's workflows and activities until this process ends."""
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    worker = Worker(
        client,
        task_queue=task_queue,
        **options_for(import_current(module)),
        # Else the server would offer a killed worker's workflows to that worker first, for 10 s.
        max_cached_workflows=0,
        # The SDK holds heartbeats back; a check that kills wants to know what has been told.
        max_heartbeat_throttle_interval=timedelta(milliseconds=50),
        build_id=BUILD_ID,
    )
    await worker.run()


if __name__ == "__main__":
    asyncio.run(serve(os.environ[MODULE], os.environ[TASK_QUEUE]))
