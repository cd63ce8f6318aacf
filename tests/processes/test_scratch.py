"""Temporary folders: gone when they are let go of, and swept when their process was killed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from workshop.processes.scratch import Scratch, sweep


@pytest.fixture(autouse=True)
def a_folder_for_temporary_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_it_is_the_owners_alone_and_goes() -> None:
    with Scratch("test") as folder:
        (folder / "file").write_text("x")
        if sys.platform != "win32":
            assert folder.stat().st_mode & 0o777 == 0o700
    assert not folder.exists()


def test_what_a_killed_process_left_is_swept(tmp_path: Path) -> None:
    program = (
        "import os, signal\nfrom workshop.processes.scratch import Scratch\n"
        "folder = Scratch('left')\n(folder.path / 'deep').mkdir()\nos.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program], env={"TMPDIR": str(tmp_path)}, check=False)
    (left,) = tmp_path.iterdir()
    assert sweep() == []  # it is young: it may be another's that is just being made
    assert sweep(young=-1) == [left]
    assert not left.exists()


def test_what_is_in_use_or_no_business_of_ours_stays(tmp_path: Path) -> None:
    in_use = Scratch("used")
    others = tmp_path / "temporal-workshop-of-another-make"
    others.mkdir()
    (tmp_path / "temporal-workshop-file").write_text("x")
    assert sweep(young=-1) == []
    in_use.remove()
