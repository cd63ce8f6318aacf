import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment
from temporalio.worker import Worker

from .activities import ACTIVITIES
from .workflows import WORKFLOWS


@pytest.fixture(scope="session")
async def client() -> AsyncIterator[Client]:
    """A client of a real dev server, with a worker on the task queue "history"."""
    async with (
        await WorkflowEnvironment.start_local(
            dev_server_existing_path=str(Path(sys.executable).parent / "temporal"),
            dev_server_extra_args=[
                "--dynamic-config-value",
                "frontend.WorkflowTimeSkippingEnabled=true",
            ],
        ) as environment,
        Worker(
            environment.client, task_queue="history", workflows=WORKFLOWS, activities=ACTIVITIES
        ),
    ):
        yield environment.client
