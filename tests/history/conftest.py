"""A worker for the histories that these tests make."""

from collections.abc import AsyncIterator

import pytest
from temporalio.client import Client
from temporalio.worker import Worker

from tests.history.activities import ACTIVITIES
from tests.history.workflows import WORKFLOWS
from workshop.lab.lab import Lab


@pytest.fixture(scope="session")
async def client(lab: Lab) -> AsyncIterator[Client]:
    """The lab's client, with a worker on the task queue "history"."""
    async with Worker(lab.client, task_queue="history", workflows=WORKFLOWS, activities=ACTIVITIES):
        yield lab.client
