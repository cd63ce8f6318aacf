"""The development server: started on a port of its own, never confused with a stranger's."""

from __future__ import annotations

import socket
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from tests.families import wait_until, wait_until_gone
from tests.temporal.workflows import SleepyWorkflow
from workshop.processes.ports import free_port
from workshop.temporal.command import TemporalCommandError, download, find_command
from workshop.temporal.connect import connect
from workshop.temporal.server import (
    DevServer,
    ServerStartError,
    start_server,
)
from workshop.temporal.worker import BackgroundWorker


async def server_in(folder: Path, port: int | None = None) -> DevServer:
    return await start_server(
        await find_command(), database=folder / "db", log=folder / "log", port=port
    )


def test_a_port_in_use_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port


async def test_two_servers_with_the_same_wish_get_different_ports(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    wished = free_port()
    one = await server_in(tmp_path / "a", port=wished)
    other = await server_in(tmp_path / "b", port=wished)
    try:
        assert one.address != other.address
        client = await connect(other.address)
        assert (await client.count_workflows()).count == 0
    finally:
        one.stop()
        other.stop()


async def test_a_port_that_was_taken_meanwhile_is_no_reason_to_give_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    state.mkdir()
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        taken = [stranger.getsockname()[1]] * 2
        monkeypatch.setattr(
            "workshop.temporal.server.free_port",
            lambda wished: taken.pop() if taken else free_port(wished),
        )
        server = await start_server(
            await find_command(), database=state / "db", log=state / "log", remove=state
        )
    server.stop()
    assert taken == []
    assert not state.exists()


async def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    (tmp_path / "db").mkdir()  # a folder where the database should be
    with pytest.raises(ServerStartError, match=r"(?s)ended at its start.*"):
        await server_in(tmp_path)


async def test_workflows_survive_a_killed_server(tmp_path: Path) -> None:
    server = await server_in(tmp_path)
    try:
        client = await connect(server.address)
        worker = BackgroundWorker(
            lambda: connect(server.address), "sleepy", workflows=[SleepyWorkflow]
        )
        handle = await client.start_workflow(
            SleepyWorkflow.run, 2.0, id="sleepy", task_queue="sleepy"
        )
        assert server.program.pid is not None
        program = psutil.Process(server.program.pid)
        assert program.name() == "temporal"
        program.kill()
        assert wait_until_gone([program], 2) == []
        assert guard_started_it_again(server)
        await client.count_workflows()  # the client waits for the server to answer again
        await worker.start()
        assert await handle.result(rpc_timeout=timedelta(seconds=20)) == "slept"
        await worker.stop()
    finally:
        server.stop()


def guard_started_it_again(server: DevServer) -> bool:
    port = int(server.address.rpartition(":")[2])

    def listens() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    return wait_until(listens, 10)


async def test_where_nothing_can_be_downloaded_the_error_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A proxy that refuses everything: the download fails at once, with and without a network.
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(TemporalCommandError, match=r"docs\.temporal\.io/cli"):
        await download(tmp_path)
