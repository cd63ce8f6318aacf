"""What an instructor wants done in a workspace: once, in order, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.course.copies import fill_workspace
from workshop.desk.orders import Deed, Orders
from workshop.desk.spool import Spool
from workshop.exercises.engine.progress import read_given, read_progress, record_progress
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.room.deeds import Deeds


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "course")
    fill_workspace(workspace)
    Spool(workspace.state).create()
    return workspace


def told(workspace: Workspace) -> list[tuple[str, str]]:
    return [(event.kind, event.exercise) for _, event in Spool(workspace.state).read()]


def test_a_lesson_is_put_back_once_and_the_board_is_told(workspace: Workspace) -> None:
    notebook = workspace.root / "01_workflow_definition.ipynb"
    record_progress(workspace, "workflow_definition.first_step", Outcome.DONE)
    orders = Orders(deeds=(Deed(7, "reset", "1"),))
    for _ in range(2):
        notebook.write_text("mine")
        Deeds(workspace).obey(orders)
    assert notebook.read_text() == "mine", "the second time it isn't done again"
    assert read_progress(workspace) == {}
    assert told(workspace) == [("reset", "workflow_definition")]
    assert len([*workspace.backups.iterdir()]) == 1


def test_catching_up_is_told_and_what_is_not_known_is_left(workspace: Workspace) -> None:
    deeds = (Deed(7, "reset", "no lesson"), Deed(8, "catch_up", "1"), Deed(9, "reset", "0"))
    Deeds(workspace).obey(Orders(deeds=deeds))
    assert told(workspace) == [("given", "start_here.say_hello"), ("reset", "start_here")]
    assert read_given(workspace) == set()


def test_what_fails_is_said_and_what_follows_is_done(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace.work / "hello_workflow.py").mkdir()
    workspace.backups.write_text("in the way")
    deeds = (Deed(7, "reset", "0"), Deed(8, "catch_up", "2"))
    Deeds(workspace).obey(Orders(deeds=deeds))
    assert "reset of 0 failed" in capsys.readouterr().err
    assert ("given", "workflow_definition.first_step") in told(workspace)
