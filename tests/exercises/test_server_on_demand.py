from __future__ import annotations

import asyncio
from contextlib import closing

from temporalio.client import Client

from workshop.exercises.server_on_demand import ServerOnDemand
from workshop.temporal.command import find_command


async def test_there_is_no_server_until_somebody_connects() -> None:
    with closing(ServerOnDemand(str(await find_command()))) as server:
        assert not server.is_started
        await Client.connect(f"127.0.0.1:{server.port}")
        assert server.is_started


async def test_clients_that_connect_once_and_at_the_same_time_meet_on_one_server() -> None:
    with closing(ServerOnDemand(str(await find_command()))) as server:
        clients = await asyncio.gather(
            *(Client.connect(f"127.0.0.1:{server.port}") for _ in range(4))
        )
        await clients[0].start_workflow("Any", id="one", task_queue="nobody")
        for client in clients:
            assert (await client.get_workflow_handle("one").describe()).workflow_type == "Any"


async def test_no_two_are_the_same_server() -> None:
    command = str(await find_command())
    with closing(ServerOnDemand(command)) as first, closing(ServerOnDemand(command)) as second:
        clients = [
            await Client.connect(f"127.0.0.1:{server.port}", namespace="default")
            for server in (first, second)
        ]
        for client in clients:  # an id is taken only once on a server
            await client.start_workflow("Any", id="one", task_queue="nobody")
