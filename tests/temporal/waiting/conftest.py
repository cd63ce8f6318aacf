from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from temporalio.client import Client

from tests.unfetched import complaints_of_asyncio
from workshop.lab.lab import Lab
from workshop.temporal.waiting import Diagnosis, ExplainWaiting


@pytest.fixture(scope="session")
def server_address(lab: Lab) -> str:
    assert lab.address.temporal is not None
    return lab.address.temporal


@pytest.fixture(scope="session")
async def plain_client(server_address: str) -> Client:
    return await Client.connect(server_address)


@pytest.fixture
def told() -> list[Diagnosis]:
    """What the learner was told in this test."""
    return []


@pytest.fixture
def explaining(plain_client: Client, told: list[Diagnosis]) -> Callable[..., Client]:
    """Make a client that explains; it gives up half a second after it is sure."""

    def make(
        patience: timedelta | None = timedelta(seconds=0.5), known: tuple[str, ...] = ()
    ) -> Client:
        config = plain_client.config()
        config["interceptors"] = [
            ExplainWaiting(tell=told.append, patience=patience, known_task_queues=lambda: known)
        ]
        return Client(**config)

    return make


@pytest.fixture
def client(explaining: Callable[..., Client]) -> Client:
    return explaining()


@pytest.fixture
def unique() -> str:
    """A name for the task queue and the workflow of one test."""
    return f"t-{uuid.uuid4().hex[:8]}"


@pytest.fixture(autouse=True)
def nothing_left_behind(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No task ends in an error that nobody fetches."""
    yield
    assert not complaints_of_asyncio(caplog)
