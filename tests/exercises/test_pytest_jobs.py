"""The jobs that run learners' tests: however their kernel or their manager ends, they end with it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.families import living, name_of, wait_until, wait_until_gone
from workshop.exercises.own_tests.test_results import PYTEST_INI
from workshop.temporal.command import installed_command

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="jobs are forked")

#: Three ways to have a server, and tests that never end.
TESTS = """
import asyncio, os, psutil
from temporalio.client import Client
from temporalio.testing import WorkflowEnvironment
from workshop.processes.ports import listening_ports

async def start():
    for _ in range(8):
        try:
            server = await WorkflowEnvironment.start_local(dev_server_existing_path={temporal!r})
        except RuntimeError as error:  # another program took a port that was free
            print(error, flush=True)
            continue
        port = int(server.client.service_client.config.target_host.rpartition(":")[2])
        if any(port in listening_ports(child.pid) for child in psutil.Process().children()):
            return server
        print("another program's server answers on", port, flush=True)

async def test_one():
    await Client.connect(os.environ["TEMPORAL_ADDRESS"])
    async with await start(), await start():
        print("all up", flush=True)
        await asyncio.sleep(1000)
"""


def job_in(folder: Path, temporal: str) -> Path:
    folder.mkdir()
    (folder / "test_it.py").write_text(TESTS.format(temporal=temporal))
    (folder / "it.py").touch()
    (folder / "pytest.ini").write_text(PYTEST_INI.replace("addopts =", "addopts = -s"))
    job = {
        "tests": "test_it.py",
        "start_in": ".",
        "module": "it",
        "helpers": str(folder),
        "temporal": temporal,
        "environment": {},
    }
    (folder / "job.json").write_text(json.dumps(job))
    return folder


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """The program that runs jobs, with two that run and have all their servers up."""
    command = installed_command()
    if command is None:
        pytest.skip("needs the `temporal` program")
    folders = [job_in(tmp_path / name, str(command)) for name in ("one", "two")]
    process = subprocess.Popen(
        [sys.executable, "-m", "workshop.exercises.own_tests.pytest_jobs"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stdin is not None
    request = {"folders": [*map(str, folders)], "at_once": 2, "within": 1000}
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()

    def outputs() -> list[str]:
        files = [folder / "output.txt" for folder in folders]
        return [each.read_text() if each.exists() else "" for each in files]

    try:
        assert wait_until(lambda: all("all up" in each for each in outputs()), 90), outputs()
        yield process
    finally:
        process.kill()
        process.wait()


def everything(manager: subprocess.Popen[str]) -> list[psutil.Process]:
    process = psutil.Process(manager.pid)
    found = [process, *process.children(recursive=True)]
    assert len([each for each in found if name_of(each).startswith("temporal")]) == 6
    return found


@pytest.mark.parametrize("how", ["the kernel dies", "SIGKILL", "SIGTERM"])
def test_they_end_with_all_their_servers(manager: subprocess.Popen[str], how: str) -> None:
    family = everything(manager)
    if how == "the kernel dies":
        assert manager.stdin is not None
        manager.stdin.close()
    else:
        manager.send_signal(getattr(signal, how))
    manager.wait(20)
    assert wait_until_gone(family, 20) == []


def test_a_job_that_is_killed_leaves_no_server(manager: subprocess.Popen[str]) -> None:
    family = everything(manager)
    jobs = [each for each in family if each.ppid() == manager.pid]
    assert len(jobs) == 2
    jobs[0].kill()
    assert wait_until(lambda: len(living(family)) <= 5, 20)  # the manager, and the other's four
    jobs[1].kill()
    assert manager.stdout is not None
    assert json.loads(manager.stdout.readline())["late"] == {}
    assert wait_until(lambda: len(living(family)) == 1, 20)
