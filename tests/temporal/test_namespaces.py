"""A namespace is made where it is missing, and a cluster's refusal is a sentence."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.namespaces import NamespaceError, make_namespace
from workshop.temporal.server import DevServer, start_server


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    folder = tmp_path_factory.mktemp("server")
    server = await start_server(await find_command(), database=folder / "db", log=folder / "log")
    yield server
    server.stop()


async def test_a_namespace_can_be_used_at_once_and_made_twice(server: DevServer) -> None:
    client = await connect(server.address, namespace="learner-ada")
    for _ in range(2):
        await make_namespace(client)
        assert (await client.count_workflows()).count == 0


async def test_a_refusal_is_a_sentence(server: DevServer) -> None:
    client = await connect(server.address, namespace="n" * 2_000)
    with pytest.raises(NamespaceError, match=r"can't be made: .*exceeds limit"):
        await make_namespace(client)
