"""Opening the lab: which one, found again, never a stranger's."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.environment import persons_environment
from workshop.lab import Lab
from workshop.opening import open_lab
from workshop.services import LabAddress, running_lab
from workshop.workspace import Workspace, find_workspace


async def test_opening_again_gives_the_same_lab(lab: Lab) -> None:
    assert await open_lab() is lab


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
        f"lab · the Temporal server of `workshop lab` · the shop is open {lab.address.lab_id}\n"
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


def test_a_workspace_is_found_from_a_folder_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WORKSHOP_WORKSPACE")
    Workspace(tmp_path).create()
    (tmp_path / "deep" / "down").mkdir(parents=True)
    assert find_workspace(tmp_path / "deep" / "down").root == tmp_path.resolve()
