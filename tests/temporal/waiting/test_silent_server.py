"""A server that is frozen or gone: it is named beside every call, once, and so is its return."""

from __future__ import annotations

import asyncio
import signal
import sys
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

import psutil
import pytest
from temporalio.client import (
    Client,
    Interceptor,
    OutboundInterceptor,
    StartWorkflowInput,
    WorkflowHandle,
)
from temporalio.service import RPCError, RPCStatusCode

from workshop.history import read_history
from workshop.history.follow import history_that_satisfies
from workshop.history.watch import watch
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.server import DevServer, start_server
from workshop.temporal.waiting import Diagnosis, ExplainWaiting, ServerSilentError, silence

from . import shop_workflows as shop
from .helpers import until

Call = Callable[[Client, WorkflowHandle[Any, Any]], Coroutine[Any, Any, Any]]

CALLS: dict[str, Call] = {
    "result": lambda _, handle: handle.result(),
    "execute_workflow": lambda client, handle: client.execute_workflow(
        shop.Quick.run, id=f"{handle.id}-2", task_queue=handle.id
    ),
    "start_workflow": lambda client, handle: client.start_workflow(
        shop.Quick.run, id=f"{handle.id}-2", task_queue=handle.id
    ),
    "query": lambda _, handle: handle.query("anything"),
    "signal": lambda _, handle: handle.signal("anything"),
    "describe": lambda _, handle: handle.describe(),
    "fetch_history": lambda _, handle: handle.fetch_history(),
    "history": lambda _, handle: read_history(handle),
    "history, until": lambda _, handle: history_that_satisfies(handle, lambda h: h.timers),
    "watch": lambda _, handle: watch(handle),
}


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    folder = tmp_path_factory.mktemp("silent")
    server = await start_server(await find_command(), database=folder / "db", log=folder / "log")
    await connect(server.address)  # a server listens before it is healthy
    yield server
    server.stop()


@pytest.fixture
async def client(server: DevServer, told: list[Diagnosis]) -> Client:
    explain = ExplainWaiting(tell=told.append, patience=None)
    return await Client.connect(server.address, interceptors=[explain])


def is_halted(thread: int) -> bool:
    # Only Linux tells of each thread; elsewhere they halt a moment after the signal.
    return sys.platform != "linux" or psutil.Process(thread).status() == psutil.STATUS_STOPPED


@contextmanager
def frozen(server: DevServer) -> Iterator[psutil.Process]:
    """The server as it is when its machine has no time for it: there, and silent."""
    assert server.program.pid is not None
    program = psutil.Process(server.program.pid)
    program.send_signal(signal.SIGSTOP)
    while not all(is_halted(thread.id) for thread in program.threads()):
        time.sleep(0.01)  # until then it still answers
    try:
        yield program
    finally:
        program.send_signal(signal.SIGCONT)


def kinds(told: list[Diagnosis]) -> list[str]:
    return [each.kind for each in told if each.kind in ("server-silent", "server-answers")]


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
async def test_a_frozen_server_is_named_once_and_so_is_its_return(
    server: DevServer, client: Client, told: list[Diagnosis], unique: str, call: Call
) -> None:
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    with frozen(server):
        waiting = asyncio.ensure_future(call(client, handle))
        await until(lambda: kinds(told), within=30)
        assert told[0].what == "The Temporal server does not answer."
        assert "workshop doctor" in told[0].next_step
        assert not waiting.done()
    await until(lambda: waiting.done() or "server-answers" in kinds(told), within=60)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert kinds(told) in (["server-silent"], ["server-silent", "server-answers"])


class Forgets(OutboundInterceptor):
    """A server that cannot read its database: so often it says that there is no such namespace."""

    times: int

    async def start_workflow(self, input: StartWorkflowInput) -> WorkflowHandle[Any, Any]:
        if self.times:
            self.times -= 1
            raise RPCError("Namespace default is not found.", RPCStatusCode.NOT_FOUND, b"")
        return await super().start_workflow(input)


class Forgetful(Interceptor):
    def __init__(self, times: int) -> None:
        self._times = times

    def intercept_client(self, next: OutboundInterceptor) -> OutboundInterceptor:
        forgets = Forgets(next)
        forgets.times = self._times
        return forgets


async def test_a_server_that_has_forgotten_its_namespace_for_a_moment_is_asked_again(
    server: DevServer, unique: str
) -> None:
    client = await Client.connect(
        server.address, interceptors=[ExplainWaiting(tell=print), Forgetful(2)]
    )
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    assert (await handle.describe()).id == unique


async def test_a_namespace_that_is_not_there_is_an_error(
    server: DevServer, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "FORGETFUL", 0.2)
    client = await Client.connect(
        server.address, namespace="nowhere", interceptors=[ExplainWaiting(tell=print)]
    )
    with pytest.raises(RPCError, match="Namespace nowhere is not found"):
        await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)


async def test_an_answer_to_the_call_itself_is_a_return_too(
    server: DevServer,
    client: Client,
    told: list[Diagnosis],
    unique: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def keeps_the_question(*_: object, within: float) -> bool:
        return False

    monkeypatch.setattr(silence, "answers", keeps_the_question)
    with frozen(server):
        starting = asyncio.ensure_future(
            client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
        )
        await until(lambda: kinds(told), within=30)
    await starting
    assert kinds(told) == ["server-silent", "server-answers"]


@pytest.mark.parametrize("name", ["result", "start_workflow", "history, until"])
async def test_a_server_that_froze_in_the_middle_of_a_wait_is_named(
    server: DevServer, client: Client, told: list[Diagnosis], unique: str, name: str
) -> None:
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    waiting = asyncio.ensure_future(CALLS["result"](client, handle))
    await until(lambda: told)  # that there is no worker
    with frozen(server):
        calling = asyncio.ensure_future(CALLS[name](client, handle))
        await until(lambda: kinds(told).count("server-silent") == 2, within=30)
    for task in (waiting, calling):
        task.cancel()
    await asyncio.gather(waiting, calling, return_exceptions=True)


async def test_the_kits_own_call_is_made_again_when_the_server_answers(
    server: DevServer, client: Client, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "A_CALL", 0.2)
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    calls = 0

    def count(*_: object) -> float:
        nonlocal calls
        calls += 1
        return 1.0

    monkeypatch.setattr(silence, "slowness", count)
    with frozen(server):
        reading = asyncio.ensure_future(read_history(handle))
        await until(lambda: calls >= 2, within=30)
        assert not reading.done()
    monkeypatch.setattr(silence, "A_CALL", 30.0)
    assert (await reading).status == "running"


async def test_the_kits_own_call_ends(
    server: DevServer, client: Client, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "A_CALL", 0.1)
    monkeypatch.setattr(silence, "PATIENCE", 0.2)
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    with frozen(server), pytest.raises(ServerSilentError, match="does not answer"):
        await read_history(handle)


@pytest.mark.parametrize(
    ("name", "error"),
    [("result", RPCError), ("start_workflow", RPCError), ("history, until", ServerSilentError)],
)
async def test_a_server_that_has_gone_is_named_and_the_call_ends(
    tmp_path_factory: pytest.TempPathFactory,
    told: list[Diagnosis],
    unique: str,
    name: str,
    error: type[Exception],
) -> None:
    folder = tmp_path_factory.mktemp("gone")
    server = await start_server(await find_command(), database=folder / "db", log=folder / "log")
    await connect(server.address)
    explain = ExplainWaiting(tell=told.append, patience=None)
    client = await Client.connect(server.address, interceptors=[explain])
    handle = await client.start_workflow(shop.Quick.run, id=unique, task_queue=unique)
    server.stop()
    with pytest.raises(error):
        await CALLS[name](client, handle)
    assert kinds(told) == ["server-silent"]
