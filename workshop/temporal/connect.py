"""How a client of the lab is made: where it connects, and what watches over its waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable

from temporalio.client import Client
from temporalio.envconfig import ClientConfig
from temporalio.runtime import Runtime

from workshop.temporal.waiting import ExplainWaiting

#: Seconds a development server gets to answer.
DEADLINE = 10.0


async def connect(
    address: str | None,
    known_task_queues: Callable[[], Iterable[str]] = tuple,
    runtime: Runtime | None = None,
    namespace: str = "default",
) -> Client:
    """Return a client whose waits explain themselves.

    Args:
        address: ``host:port`` of a development server; None: what Temporal's environment
            configuration (``temporalio.envconfig``) says.
        known_task_queues: task queues to suggest when nobody polls the one that is named.
        runtime: whose threads serve the client; None: the process's default.
        namespace: the namespace of the development server.

    Raises:
        RuntimeError: nothing answers there. A development server gets 10 s to answer: it listens
            a moment before it is healthy, and is started again when it was killed.
    """
    interceptors = [ExplainWaiting(known_task_queues=known_task_queues)]
    if address is not None:
        deadline = time.monotonic() + DEADLINE
        while True:
            try:
                return await Client.connect(
                    address, namespace=namespace, interceptors=interceptors, runtime=runtime
                )
            except RuntimeError:
                if time.monotonic() > deadline:
                    raise
                await asyncio.sleep(0.02)
    configuration = ClientConfig.load_client_connect_config()
    return await Client.connect(**configuration, interceptors=interceptors, runtime=runtime)
