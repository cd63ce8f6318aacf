"""`workshop lab`: starts everything, ends everything, keeps everything."""

from __future__ import annotations

import contextlib
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import httpx
import psutil
import pytest
from temporalio.worker import Worker

from tests.commands.lab_process import LabProcess
from tests.families import command_of, name_of, wait_until_gone
from tests.temporal.workflows import SleepyWorkflow
from workshop.course.copies import fill_workspace
from workshop.lab.services import TEMPORAL_PORT, running_lab
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.patience import slowness
from workshop.shop.client import Shop
from workshop.temporal.connect import connect

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(scope="module")
def lab_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabProcess]:
    process = LabProcess(tmp_path_factory.mktemp("labs") / "course")
    yield process
    if process.process.poll() is None:
        process.end()


def test_it_says_where_things_are(lab_process: LabProcess) -> None:
    for name in ("JupyterLab", "Temporal", "its Web UI", "the shop", "your work"):
        assert name in lab_process.output
    assert httpx.get(lab_process.url, follow_redirects=True).status_code == 200


def test_jupyterlab_wants_its_token(lab_process: LabProcess) -> None:
    without = lab_process.url.partition("?")[0]
    assert "login" in str(httpx.get(without, follow_redirects=True).url)


def test_the_web_ui_is_on_jupyterlabs_own_origin(lab_process: LabProcess) -> None:
    origin, _, token = lab_process.url.partition("/lab/tree/")
    page = httpx.get(f"{origin}/temporal/?token={token.partition('=')[2]}", follow_redirects=True)
    assert page.status_code == 200
    assert "/temporal/" in page.text
    assert "login" in str(httpx.get(f"{origin}/temporal/", follow_redirects=True).url)


def test_terminals_and_kernels_find_our_programs(lab_process: LabProcess) -> None:
    origin, _, token = lab_process.url.partition("/lab/tree/")
    head = {"Authorization": f"token {token.partition('=')[2]}"}
    (jupyterlab,) = [
        each for each in lab_process.family() if command_of(each)[1:3] == ["-m", "jupyterlab"]
    ]
    before = set(jupyterlab.children())
    for kind in ("terminals", "kernels"):
        httpx.post(f"{origin}/api/{kind}", headers=head, json={}, timeout=60).raise_for_status()
    new = [each for each in jupyterlab.children() if each not in before]
    (terminal,) = [each for each in new if each.terminal()]
    assert terminal.cmdline()[1:] == []  # no login shell: that would set PATH anew
    (kernel,) = [each for each in new if "ipykernel_launcher" in " ".join(command_of(each))]
    for process in (terminal, kernel):
        path = process.environ()["PATH"]
        for program in ("workshop", "temporal"):
            found = shutil.which(program, path=path)
            assert found
            assert Path(found).parent == Path(sys.executable).parent
        assert process.environ()["WORKSHOP_LAB_ID"] == lab_process.address.lab_id


def test_it_listens_on_loopback_only(lab_process: LabProcess) -> None:
    addresses = set()
    for process in lab_process.family():
        with contextlib.suppress(psutil.NoSuchProcess):  # some live for a moment only
            addresses |= {
                connection.laddr.ip
                for connection in process.net_connections("inet")
                if connection.status == "LISTEN"
            }
    assert addresses
    assert addresses <= {"127.0.0.1", "::1"}


def test_a_second_lab_for_the_same_workspace_is_refused(lab_process: LabProcess) -> None:
    second = LabProcess(lab_process.workspace.root, log="-second")
    assert second.process.wait(5) == 1
    assert "A lab is already running for" in second.output
    assert lab_process.url in second.output


def test_ctrl_c_ends_everything(lab_process: LabProcess) -> None:
    family = lab_process.family()
    assert len(family) >= 6
    assert lab_process.end() == 0
    assert wait_until_gone(family, 1 * slowness()) == []
    assert "Everything is stopped" in lab_process.output
    assert "Traceback" not in lab_process.output
    assert running_lab(lab_process.workspace) is None


async def test_after_a_kill_nothing_is_left_and_the_workflows_come_back(tmp_path: Path) -> None:
    lab = LabProcess(tmp_path / "course")
    client = await connect(lab.address.temporal)
    handle = await client.start_workflow(SleepyWorkflow.run, 0.1, id="sleepy", task_queue="sleepy")
    with Shop(lab.address.shop_url) as shop:
        number = shop.next_order_number()
    family = lab.family()
    lab.process.send_signal(signal.SIGKILL)
    lab.process.wait()
    assert wait_until_gone(family, 5 * slowness()) == []

    again = LabProcess(tmp_path / "course")
    try:
        client = await connect(again.address.temporal)
        async with Worker(client, task_queue="sleepy", workflows=[SleepyWorkflow]):
            handle = client.get_workflow_handle_for(SleepyWorkflow.run, handle.id)
            assert await handle.result(rpc_timeout=timedelta(seconds=20)) == "slept"
        with Shop(again.address.shop_url) as shop:
            assert shop.next_order_number() == number + 1
    finally:
        assert again.end(signal.SIGTERM) == 0


def test_a_port_in_use_is_left_to_its_owner(tmp_path: Path) -> None:
    while True:
        with socket.socket() as owner:
            # Another lab may have the port already, and let go of it before ours looks: then again.
            is_ours = False
            with contextlib.suppress(OSError):
                owner.bind(("127.0.0.1", TEMPORAL_PORT))
                owner.listen()
                is_ours = True
            lab = LabProcess(tmp_path / "course")
            try:
                took_it = lab.address.temporal == f"127.0.0.1:{TEMPORAL_PORT}"
            finally:
                lab.end()
        if is_ours or not took_it:
            break
    assert not took_it


def test_with_a_cluster_configured_no_server_is_started(tmp_path: Path) -> None:
    lab = LabProcess(tmp_path / "course", TEMPORAL_ADDRESS="127.0.0.1:1")
    try:
        assert "the cluster that your environment configures" in lab.output
        assert lab.address.temporal is None
        assert not any(name_of(process) == "temporal" for process in lab.family())
    finally:
        lab.end()


def test_a_learners_notebook_is_never_overwritten(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    (tmp_path / COURSE[0].notebook).write_text("mine")
    fill_workspace(workspace)
    fill_workspace(workspace)
    assert (tmp_path / COURSE[0].notebook).read_text() == "mine"
    assert (tmp_path / COURSE[1].notebook).exists()
