"""What stands behind a lab: in any folder, several at once, and again after what has ended it."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import psutil
import pytest

from tests.environment import as_on_a_persons_terminal, persons_environment
from tests.families import wait_until
from tests.temporal.workflows import SleepyWorkflow
from workshop.lab.services import LabAddress, Services, announced_lab, start_services
from workshop.lab.workspace import Workspace
from workshop.shop.client import Shop
from workshop.temporal.connect import connect

ODD_NAMES = [
    "a#b",
    "a?b",
    "100%25",
    "file:temporal.db?mode=memory",
    "two blanks  here",
    "Übung 茶 ☕",
    "quote'and\"quote",
    "$HOME and `id`",
    "[a]*{b}",
    "-dash",
    "~",
]


@asynccontextmanager
async def services_in(folder: Path) -> AsyncIterator[Services]:
    folder.mkdir(parents=True, exist_ok=True)
    with as_on_a_persons_terminal():
        services = await start_services(folder, fixed_ports=False, tell=lambda _: None)
    try:
        yield services
    finally:
        await asyncio.to_thread(services.stop)


@pytest.mark.parametrize("name", ODD_NAMES)
async def test_what_was_there_is_there_the_next_day_whatever_the_folder_is_called(
    tmp_path: Path, name: str
) -> None:
    state = tmp_path / name.replace("/", "") / ".workshop"
    async with services_in(state) as services:
        client = await connect(services.address.temporal)
        await client.start_workflow(SleepyWorkflow.run, 1.0, id="sleepy", task_queue="sleepy")
        with Shop(services.address.shop_url) as shop:
            number = shop.next_order_number()
    assert {each.name for each in tmp_path.iterdir()} == {name}
    assert {each.name for each in state.iterdir()} >= {"temporal.db", "shop.db"}
    async with services_in(state) as services:
        client = await connect(services.address.temporal)
        assert (await client.get_workflow_handle("sleepy").describe()).id == "sleepy"
        with Shop(services.address.shop_url) as shop:
            assert shop.next_order_number() == number + 1


STARTER = """
import asyncio, json, sys
from dataclasses import asdict
from pathlib import Path
from workshop.lab.services import start_services

services = asyncio.run(start_services(Path(sys.argv[1]), fixed_ports=True))
print(json.dumps(asdict(services.address)), flush=True)
sys.stdin.read()
"""


def test_six_that_start_at_the_same_moment_all_get_ports_of_their_own(tmp_path: Path) -> None:
    starters = []
    for number in range(6):
        (tmp_path / str(number)).mkdir()
        starters.append(
            subprocess.Popen(
                [sys.executable, "-c", STARTER, tmp_path / str(number)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=persons_environment(),
            )
        )
    try:
        addresses = []
        for starter in starters:
            assert starter.stdout is not None
            addresses.append(LabAddress(**json.loads(starter.stdout.readline())))
        assert len({each.temporal for each in addresses}) == 6
        assert len({each.ui_url for each in addresses}) == 6
        assert len({each.shop_url.rpartition("/")[0] for each in addresses}) == 6
        for each in addresses:
            assert wait_until(lambda: not each.silent_parts(), 30)  # noqa: B023
    finally:
        for starter in starters:
            starter.kill()
            starter.wait()


async def test_each_part_comes_back_where_it_was(tmp_path: Path) -> None:
    async with services_in(tmp_path) as services:
        client = await connect(services.address.temporal)
        with Shop(services.address.shop_url) as shop:
            number = shop.next_order_number()
            for program in services.programs:
                for _ in range(2):
                    pid = program.pid
                    assert pid is not None
                    psutil.Process(pid).kill()
                    assert wait_until(lambda: program.pid not in (None, pid), 30)  # noqa: B023
            assert wait_until(lambda: not services.address.silent_parts(), 30)
            assert services.restarts >= 4  # a start may fail: another program can take a port
            assert services.are_running
            assert shop.next_order_number() == number + 1
        assert (await client.count_workflows()).count == 0


async def test_what_does_not_answer_is_named(tmp_path: Path) -> None:
    async with services_in(tmp_path) as services:
        assert wait_until(lambda: not services.address.silent_parts(), 30)
        services.shop.stop()
        assert services.address.silent_parts() == ["the shop"]
        assert services.server is not None
        services.server.stop()
        assert services.address.silent_parts() == ["the shop", "the Temporal server"]
        assert not services.are_running


def test_an_announcement_is_read_as_it_was_written(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    address = LabAddress("id", "http://127.0.0.1:1/s", None, None, "http://127.0.0.1:2/", 3)
    address.write(workspace)
    assert announced_lab(workspace) == address
    assert workspace.lab_file.stat().st_mode & 0o077 == 0
    assert list(workspace.state.iterdir()) == [workspace.lab_file]
