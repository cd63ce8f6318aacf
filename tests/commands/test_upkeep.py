"""What may be wrong with a workspace: each is named, with a cure, and nothing is lost."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest

from workshop.exercises.engine.progress import record_progress
from workshop.exercises.engine.report import Outcome
from workshop.jupyter import upkeep
from workshop.jupyter.configuration import unwritable_folders
from workshop.jupyter.upkeep import trouble_of, trouble_with_place, unusable_files
from workshop.lab.workspace import Workspace

posix = pytest.mark.skipif(os.name != "posix", reason="paths of POSIX")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "course")
    workspace.create()
    return workspace


@pytest.mark.parametrize(
    "name", ["a#b", "a?b", "100%25", "Übung 茶", "two blanks", "-dash", "[a]*"]
)
def test_any_name_will_do(tmp_path: Path, name: str) -> None:
    assert trouble_with_place(tmp_path / name) is None
    assert list(tmp_path.iterdir()) == []  # looking leaves nothing behind


@posix
@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("/".join(["a" * 100] * 6), "too long by"),
        ("here:there", "holds ':'"),
        ("two\nlines", "can't be printed"),
        ("tab\there", "can't be printed"),
        (os.fsdecode(b"latin-\xe9"), "can't be printed"),
        ("file/below", "is a file, not a folder"),
        ("file", "is a file, not a folder"),
    ],
)
def test_a_place_that_cannot_be_is_refused_in_a_sentence(
    tmp_path: Path, name: str, what: str
) -> None:
    (tmp_path / "file").write_text("x")
    trouble = trouble_with_place(tmp_path / name)
    assert trouble
    assert what in trouble.what
    assert trouble.cure == "Choose another folder: `workshop lab FOLDER`."
    assert {each.name for each in tmp_path.iterdir()} == {"file"}


@pytest.mark.parametrize(
    ("number", "what", "cure"),
    [
        (errno.ENOSPC, "There is no room left", "Make room"),
        (errno.EDQUOT, "There is no room left", "Make room"),
        (errno.EACCES, "can't be written to (Permission denied)", "a folder of your own"),
        (errno.EROFS, "can't be written to (Read-only file system)", "a folder of your own"),
        (errno.EIO, "can't be used (Input/output error)", "Choose another folder"),
    ],
)
def test_what_the_system_says_gets_a_cure(number: int, what: str, cure: str) -> None:
    trouble = trouble_of(OSError(number, os.strerror(number)), Path("/somewhere"))
    assert what in trouble.what
    assert cure in trouble.cure


def test_a_disk_that_is_nearly_full_is_said(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "free")
    monkeypatch.setattr(upkeep.shutil, "disk_usage", lambda _: usage(30 * 2**20))  # type: ignore[attr-defined]
    assert "There are 30 MB free" in str(trouble_with_place(workspace.root))


def make_database(path: Path, *statements: str) -> None:
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as db:
        for each in statements:
            db.execute(each)
        db.commit()


def test_a_workspace_in_which_nothing_has_run_has_nothing_wrong(workspace: Workspace) -> None:
    assert list(unusable_files(workspace)) == []
    record_progress(workspace, "lesson.exercise", Outcome.DONE)
    assert list(unusable_files(workspace)) == []


@pytest.mark.parametrize("name", ["shop.db", "temporal.db", "progress.json", "lab.json"])
@pytest.mark.parametrize(
    "content", [b"garbage" * 1000, b"\0" * 4096, b'{"cut": "of'], ids=["garbage", "zeros", "cut"]
)
def test_a_broken_file_is_named_and_set_aside(
    workspace: Workspace, name: str, content: bytes
) -> None:
    path = workspace.state / name
    path.write_bytes(content)
    ((found, why),) = unusable_files(workspace)
    assert found == path
    assert why.endswith(".")
    assert path.read_bytes() == content  # looking changes nothing
    kept = workspace.set_aside(path)
    assert kept.read_bytes() == content
    assert kept.parent == workspace.backups
    assert list(unusable_files(workspace)) == []


@pytest.mark.parametrize("name", ["shop.db", "temporal.db"])
def test_another_programs_database_is_named(workspace: Workspace, name: str) -> None:
    make_database(workspace.state / name, "CREATE TABLE songs (title TEXT)")
    ((found, why),) = unusable_files(workspace)
    assert found.name == name
    assert why


def test_an_empty_database_of_the_server_is_named(workspace: Workspace) -> None:
    (workspace.state / "temporal.db").touch()
    ((_, why),) = unusable_files(workspace)
    assert why == "It is empty."


def test_a_backup_never_takes_the_place_of_another(workspace: Workspace) -> None:
    for number in range(3):
        path = workspace.state / "shop.db"
        path.write_text(str(number))
        path.with_name("shop.db-wal").write_text(f"wal {number}")
        workspace.set_aside(path)
    contents = {each.read_text() for each in workspace.backups.iterdir()}
    assert contents == {"0", "1", "2", "wal 0", "wal 1", "wal 2"}


@posix
def test_a_workspace_is_its_owners_alone(workspace: Workspace) -> None:
    for folder in (workspace.root, workspace.work, workspace.state):
        assert folder.stat().st_mode & 0o077 == 0
    workspace.state.chmod(0o755)  # as an earlier version made it
    workspace.create()
    assert workspace.state.stat().st_mode & 0o077 == 0


def test_folders_of_jupyter_that_cannot_be_written_to_have_a_place_in_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    assert unwritable_folders(tmp_path / "state") == {}
    monkeypatch.setenv("JUPYTER_DATA_DIR", "/proc/nowhere")  # not even for root
    monkeypatch.setenv("IPYTHONDIR", "/proc/nowhere/below")
    assert unwritable_folders(tmp_path / "state") == {
        "JUPYTER_DATA_DIR": str(tmp_path / "state" / "jupyter" / "jupyter_data_dir"),
        "IPYTHONDIR": str(tmp_path / "state" / "jupyter" / "ipythondir"),
    }
