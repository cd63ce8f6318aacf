"""How a client of the lab is made: where it connects, and what watches over its waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from temporalio.client import Client
from temporalio.envconfig import ClientConfig

from workshop.temporal.waiting import ExplainWaiting


async def connect(
    address: str | None, known_task_queues: Callable[[], Iterable[str]] = tuple
) -> Client:
    """Return a client whose waits explain themselves.

    Args:
        address: ``host:port`` of a development server; None: what Temporal's environment
            configuration (``temporalio.envconfig``) says.
        known_task_queues: task queues to suggest when nobody polls the one that is named.

    Raises:
        RuntimeError: nothing answers there.
    """
    interceptors = [ExplainWaiting(known_task_queues=known_task_queues)]
    if address is not None:
        return await Client.connect(address, interceptors=interceptors)
    configuration = ClientConfig.load_client_connect_config()
    return await Client.connect(**configuration, interceptors=interceptors)
