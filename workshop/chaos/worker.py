"""Serve a module of ``work/`` in a process of its own, with strikes: what `Workers` runs."""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from pathlib import Path

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.worker import Worker

from workshop.chaos.strikes import STRIKES, STRUCK, StrikeAtMoments, from_text
from workshop.chaos.workers import MODULE, TASK_QUEUE
from workshop.modules.files import import_current
from workshop.modules.servable import options_for
from workshop.temporal.worker import BUILD_ID


async def main() -> None:
    """Serve until the end of this process."""
    client = await Client.connect(**ClientConfig.load_client_connect_config())
    worker = Worker(
        client,
        task_queue=os.environ[TASK_QUEUE],
        **options_for(import_current(os.environ[MODULE])),
        interceptors=[
            StrikeAtMoments(client, from_text(os.environ[STRIKES]), Path(os.environ[STRUCK]))
        ],
        # What a killed worker had in its memory is offered to others after this time.
        sticky_queue_schedule_to_start_timeout=timedelta(seconds=1),
        # A bug fails its workflow at once, and the audit can say which: nobody fixes it meanwhile.
        workflow_failure_exception_types=[Exception],
        build_id=BUILD_ID,
    )
    await worker.run()


if __name__ == "__main__":
    asyncio.run(main())
