"""Opening the lab: which one, found again, never a stranger's."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from tests.environment import as_on_a_persons_terminal, persons_environment
from workshop.lab import opening
from workshop.lab.lab import Lab
from workshop.lab.opening import LabNotThereError, open_lab
from workshop.lab.services import LabAddress, Services, running_lab, start_services
from workshop.lab.workspace import Workspace, find_workspace
from workshop.processes.lock import Lock


async def test_opening_again_gives_the_same_lab(lab: Lab) -> None:
    assert await open_lab() is lab


async def test_a_lab_is_open_while_each_of_its_parts_answers(lab: Lab) -> None:
    nobody = "http://127.0.0.1:9"
    assert lab.is_open
    for address in (replace(lab.address, shop_url=nobody), replace(lab.address, ui_url=nobody)):
        assert not Lab(lab.client, lab.workspace, address, None).is_open


async def test_another_process_of_the_workspace_attaches_to_the_announced_lab(
    lab: Lab, tmp_path: Path
) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    lab.address.write(workspace)
    program = (
        "import asyncio, os\nfrom workshop import open_lab\n"
        "lab = asyncio.run(open_lab())\nprint(lab, lab.address.lab_id, flush=True)\nos._exit(0)"
    )
    environment = persons_environment(WORKSHOP_WORKSPACE=str(tmp_path))
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=environment,
    )
    assert done.stdout == (
        f"lab · the Temporal server that workshop lab has started · the shop is open · "
        f"lab.help() lists what you can do {lab.address.lab_id}\n"
    )


def test_a_lab_that_has_gone_is_not_taken_for_running(lab: Lab, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    LabAddress("gone", "http://127.0.0.1:9", "127.0.0.1:9", None).write(workspace)
    assert running_lab(workspace) is None


def test_a_strangers_lab_on_the_same_port_is_not_ours(lab: Lab, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    LabAddress("another", lab.address.shop_url, lab.address.temporal, None).write(workspace)
    assert running_lab(workspace) is None


@pytest.mark.parametrize("content", ["", "{", "[]", '{"lab_id": 1}', json.dumps({"shop_url": 3})])
def test_a_damaged_announcement_is_no_lab(tmp_path: Path, content: str) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    workspace.lab_file.write_text(content)
    assert running_lab(workspace) is None


PROGRAM = (
    "import asyncio, os, sys\nfrom workshop import open_lab\n"
    "from workshop.errors import LabError\n"
    "try:\n    lab = asyncio.run(open_lab())\n"
    "except LabError as error:\n    print(error, flush=True)\n    os._exit(3)\n"
    "print(lab.address.lab_id, flush=True)\nos._exit(0)"
)


def opened_in(workspace: Workspace, **environment: str) -> subprocess.Popen[str]:
    """Open the lab in a process of its own, as a kernel does."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=persons_environment(WORKSHOP_WORKSPACE=str(workspace.root), **environment),
    )


@asynccontextmanager
async def announced_services(folder: Path) -> AsyncIterator[tuple[Workspace, Services]]:
    """The services of a workspace, announced and locked as `workshop lab` does it."""
    workspace = Workspace(folder)
    workspace.create()
    with Lock(workspace.lock_file) as lock:
        with as_on_a_persons_terminal():
            services = await start_services(
                workspace.state, fixed_ports=False, inherits=lock.inheritable, tell=lambda _: None
            )
        services.address.write(workspace)
        try:
            yield workspace, services
        finally:
            await asyncio.to_thread(services.stop)


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("part", ["shop", "server"])
@pytest.mark.parametrize("what", ["kill", "suspend"])
async def test_a_notebook_of_a_running_lab_waits_for_a_part_that_is_away(
    tmp_path: Path, part: str, what: str
) -> None:
    async with announced_services(tmp_path) as (workspace, services):
        program = services.programs[("shop", "server").index(part)]
        process = psutil.Process(program.pid)
        getattr(process, what)()
        kernel = opened_in(workspace)
        out, err = await asyncio.to_thread(kernel.communicate)
        assert (out.strip(), kernel.returncode) == (services.address.lab_id, 0), err
        assert services.restarts >= 1  # a start may fail: another program can take a port


async def test_a_part_that_never_answers_is_named_and_no_other_lab_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.5)
    monkeypatch.setattr(opening, "SILENCE", 0.1)
    async with announced_services(tmp_path) as (workspace, services):
        for stop, silent, does in (
            (services.shop.stop, "the shop", "does"),
            (services.stop, "the shop and the Temporal server", "do"),
        ):
            stop()
            while await asyncio.to_thread(services.address.silent_parts) != silent.split(" and "):
                pass  # the server may just have begun to listen
            with pytest.raises(LabNotThereError, match=f"there, but {silent} did not answer for"):
                await opening._lab_of(workspace)
            assert f"there, but {silent} {does} not answer yet" in capsys.readouterr().err


async def test_a_notebook_of_a_lab_that_has_ended_says_so(tmp_path: Path) -> None:
    async with announced_services(tmp_path) as (workspace, services):
        lab_id = services.address.lab_id
    for is_announced in (True, False):
        kernel = opened_in(workspace, WORKSHOP_LAB_ID=lab_id)
        out, _ = await asyncio.to_thread(kernel.communicate)
        assert kernel.returncode == 3
        assert out.startswith("The lab that this notebook belongs to has ended. Start it with")
        if is_announced:
            workspace.lab_file.unlink()


async def test_a_notebook_of_no_lab_starts_one_of_its_own(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.create()
    LabAddress("gone", "http://127.0.0.1:9", "127.0.0.1:9", None).write(workspace)
    kernel = opened_in(workspace)
    out, err = await asyncio.to_thread(kernel.communicate)
    assert kernel.returncode == 0, err
    assert out.strip() != "gone"


def test_a_workspace_is_found_from_a_folder_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSHOP_WORKSPACE")
    Workspace(tmp_path).create()
    (tmp_path / "deep" / "down").mkdir(parents=True)
    assert find_workspace(tmp_path / "deep" / "down").root == tmp_path.resolve()
