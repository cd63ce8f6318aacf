from __future__ import annotations

import asyncio
import socket
from contextlib import closing

import pytest
from temporalio.client import Client

from workshop.exercises.own_tests.server_on_demand import ServerOnDemand
from workshop.processes.ports import free_port
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


async def test_a_port_that_another_program_takes_first_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        looks = [other.getsockname()[1]]
        monkeypatch.setattr(
            "workshop.exercises.own_tests.server_on_demand.free_port",
            lambda: looks.pop() if looks else free_port(),
        )
        with closing(ServerOnDemand(str(await find_command()))) as server:
            client = await Client.connect(f"127.0.0.1:{server.port}")
            await client.start_workflow("Any", id="one", task_queue="nobody")
        assert not looks


async def test_a_server_that_ends_each_time_is_told_to_those_who_wait() -> None:
    with closing(ServerOnDemand("false")) as server:
        with pytest.raises(RuntimeError, match="connect"):
            await Client.connect(f"127.0.0.1:{server.port}")
        assert server.is_started
