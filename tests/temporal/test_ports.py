"""What listens beside the port for clients, and that none of it hands out or takes workflows."""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from collections.abc import AsyncIterator

import psutil
import pytest

from tests.temporal.workflows import SleepyWorkflow
from workshop.patience import looks
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.server import DevServer, start_server
from workshop.temporal.worker import BackgroundWorker

CLUSTER = "/api/v1/cluster-info"
WORKFLOWS = "/api/v1/namespaces/default/workflows"


@pytest.fixture(scope="module")
async def server(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[DevServer]:
    folder = tmp_path_factory.mktemp("ports")
    server = await start_server(await find_command(), database=folder / "db", log=folder / "log")
    ui_port = int(server.ui_url.rpartition(":")[2])
    async for _ in looks():  # the Web UI listens before it can speak with the server
        if (await ask(ui_port, CLUSTER))[0] == 200:
            break
    yield server
    server.stop()


async def ask(port: int, path: str, method: str = "GET", head: str = "") -> tuple[int, str]:
    """Send a request as it stands; return the status and the rest, or 0 if it isn't HTTP."""
    head = head or f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(f"{head}Connection: close\r\nContent-Length: 0\r\n\r\n".encode())
        answer = (await asyncio.wait_for(reader.read(), 30)).decode(errors="replace")
    except ConnectionError:
        return 0, ""
    finally:
        writer.close()
    if not answer.startswith("HTTP/1"):
        return 0, answer
    return int(answer.split(maxsplit=2)[1]), answer


async def answers(port: int) -> str:
    status, text = await ask(port, CLUSTER)
    match status:
        case 0:
            return "gRPC"
        case 200:
            return "Web UI"
        case 403 if "Host not allowed" in text:
            return "HTTP API that refuses"
    return "metrics" if (await ask(port, "/metrics"))[0] == 200 else f"unknown: {text[:200]}"


def listeners(server: DevServer) -> list[tuple[str, int]]:
    assert server.program.pid is not None
    program = psutil.Process(server.program.pid)
    assert program.name() == "temporal"
    return [
        (each.laddr.ip, each.laddr.port)
        for each in program.net_connections("tcp")
        if each.status == psutil.CONN_LISTEN
    ]


async def http_api_of(server: DevServer) -> int:
    ports = [port for _, port in listeners(server)]
    (api,) = [port for port in ports if await answers(port) == "HTTP API that refuses"]
    return api


async def test_each_port_is_on_loopback_and_known(server: DevServer) -> None:
    found = listeners(server)
    assert {address for address, _ in found} == {"127.0.0.1"}
    kinds = Counter([await answers(port) for _, port in found])
    # gRPC: the port for clients, and one between each of the server's other parts.
    assert kinds == {"gRPC": 4, "Web UI": 1, "HTTP API that refuses": 1, "metrics": 1}


@pytest.mark.parametrize(
    "head",
    [
        f"GET {WORKFLOWS} HTTP/1.1\r\nHost: localhost\r\n",
        f"GET {WORKFLOWS} HTTP/1.1\r\nHost: rebound.example:7243\r\n",
        f"GET {WORKFLOWS} HTTP/1.1\r\nHost:\r\n",
        f"GET {WORKFLOWS} HTTP/1.1\r\nHost: no host\r\n",
        f"GET {WORKFLOWS} HTTP/1.0\r\n",
        f"GET http://no%20host{WORKFLOWS} HTTP/1.1\r\nHost: localhost\r\n",
        f"POST {WORKFLOWS}/some-id HTTP/1.1\r\nHost: localhost\r\n",
        "GET /cluster/namespaces/default HTTP/1.1\r\nHost: [::1]\r\n",
    ],
)
async def test_the_http_api_refuses_whatever_host_is_named(server: DevServer, head: str) -> None:
    status, text = await ask(await http_api_of(server), "", head=head)
    assert status in (400, 403), text


async def test_the_metrics_name_no_task_queue_and_no_workflow(server: DevServer) -> None:
    name = f"secret-{uuid.uuid4().hex[:8]}"
    client = await connect(server.address)
    worker = BackgroundWorker(lambda: connect(server.address), name, workflows=[SleepyWorkflow])
    await worker.start()
    await client.execute_workflow(SleepyWorkflow.run, 0.01, id=name, task_queue=name)
    await worker.stop()
    for _, port in listeners(server):
        status, text = await ask(port, "/metrics")
        if status == 200 and "poll_latency" in text:
            break
    else:
        pytest.fail("no port has metrics")
    assert name not in text and name.replace("-", "_") not in text


async def test_nothing_offers_a_profile(server: DevServer) -> None:
    for _, port in listeners(server):
        status, text = await ask(port, "/debug/pprof/")
        assert status != 200 or "goroutine" not in text
