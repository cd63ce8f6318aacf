"""The broker: starts when it is asked for, answers, and never outlives who asked."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import nats
import psutil
import pytest

from tests.families import family_of, wait_until, wait_until_gone
from workshop.lab import broker as broker_module
from workshop.lab.broker import BrokerStartError, start_broker
from workshop.lab.lab import Lab


async def test_it_keeps_messages_and_goes_with_all_it_kept() -> None:
    broker = await start_broker()
    assert repr(broker) == "NATS server with JetStream · running"
    folders = [
        Path(argument)
        for argument in psutil.Process(broker.program.pid).cmdline()
        if "temporal-workshop-nats-" in argument
    ]
    connection = await nats.connect(broker.url)
    stream = connection.jetstream()
    await stream.add_stream(name="ORDERS", subjects=["orders"])
    await stream.publish("orders", b"tea")
    assert (await stream.stream_info("ORDERS")).state.messages == 1
    await connection.close()
    broker.stop()
    assert repr(broker) == "NATS server with JetStream · ended"
    assert folders
    assert not any(folder.exists() for folder in folders)


async def test_a_lab_has_one_and_tells_its_processes_where(lab: Lab) -> None:
    broker = await lab.nats()
    assert await lab.nats() is broker
    (lab.workspace.work / "says_where.py").write_text(
        "import os\nprint(os.environ['NATS_URL'], flush=True)\n"
    )
    process = await lab.process("says_where")
    assert wait_until(lambda: not process.is_running, 15)
    assert process.output.strip() == broker.url
    broker.stop()
    other = await lab.nats()
    assert other is not broker
    assert other.is_running


async def test_without_the_program_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broker_module, "installed_broker", lambda: None)
    with pytest.raises(BrokerStartError, match=r"no `nats-server` program.*make lab"):
        await start_broker()


async def test_a_program_that_cannot_start_is_quoted(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "nats-server"
    broken.write_text("#!/bin/sh\necho no room for this\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(broker_module, "installed_broker", lambda: broken)
    with pytest.raises(BrokerStartError, match="no room for this"):
        await start_broker()


PARENT = """
import asyncio, json, time
from workshop.lab.broker import start_broker

broker = asyncio.run(start_broker())
print(json.dumps(broker.program.pid), flush=True)
time.sleep(1000)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL")
def test_it_ends_when_its_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    server = psutil.Process(json.loads(parent.stdout.readline()))
    family = family_of(server.ppid())
    assert len(family) == 2
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    assert wait_until_gone(family, 10) == []
