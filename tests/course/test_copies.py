"""The copies of the notebooks: a changed course reaches learners, and never takes their work."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from workshop.course import copies as copies_module
from workshop.course.copies import fill_workspace, place_beside
from workshop.exercises.engine.progress import read_hints, read_progress, record_progress
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.notebook.built import course_folder

NAMES = ["00_start_here.ipynb", "01_workflow_definition.ipynb", "02_messages.ipynb"]


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of three notebooks that a test may change."""
    folder = tmp_path / "notebooks"
    folder.mkdir()
    for name in NAMES:
        shutil.copy(course_folder("notebooks") / name, folder)
    monkeypatch.setattr(copies_module, "course_folder", lambda _: folder)
    return folder


@pytest.fixture
def workspace(tmp_path: Path, course: Path) -> Workspace:
    workspace = Workspace(tmp_path / "course")
    fill_workspace(workspace)
    return workspace


def change(path: Path, **of_the_first_cell: Any) -> str:
    """Change a notebook as somebody would who edits it; return what it holds now."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    code = next(each for each in notebook["cells"] if each["cell_type"] == "code")
    code.update(of_the_first_cell)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path.read_text(encoding="utf-8")


def test_untouched_copies_are_renewed_and_touched_ones_are_kept(
    workspace: Workspace, course: Path
) -> None:
    mine = change(workspace.root / NAMES[1], source=["mine"])
    newest = [change(course / name, source=["newer"]) for name in NAMES]
    copies = fill_workspace(workspace)
    assert (copies.renewed, copies.kept) == ([NAMES[0], NAMES[2]], [NAMES[1]])
    assert (workspace.root / NAMES[0]).read_text(encoding="utf-8") == newest[0]
    assert (workspace.root / NAMES[1]).read_text(encoding="utf-8") == mine
    copies = fill_workspace(workspace)  # said once
    assert (copies.renewed, copies.kept) == ([], [])
    change(course / NAMES[1], source=["newer still"])
    assert fill_workspace(workspace).kept == [NAMES[1]]


def test_a_run_cell_is_a_touch(workspace: Workspace, course: Path) -> None:
    output = {"output_type": "stream", "name": "stdout", "text": ["hello"]}
    change(workspace.root / NAMES[0], outputs=[output])
    change(course / NAMES[0], source=["newer"])
    assert fill_workspace(workspace).kept == [NAMES[0]]


def test_what_jupyterlab_writes_when_a_notebook_is_opened_is_none(
    workspace: Workspace, course: Path
) -> None:
    path = workspace.root / NAMES[0]
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["language_info"] = {"name": "python", "version": "3.11.7"}
    for cell in notebook["cells"]:
        cell["metadata"]["trusted"] = True
        cell["source"] = "".join(cell["source"])
    path.write_text(json.dumps(notebook, indent=3), encoding="utf-8")
    change(course / NAMES[0], source=["newer"])
    assert fill_workspace(workspace).renewed == [NAMES[0]]


def test_in_a_workspace_of_an_earlier_version_everything_is_kept(
    workspace: Workspace, course: Path
) -> None:
    workspace.copies_file.unlink()
    change(course / NAMES[0], source=["newer"])
    copies = fill_workspace(workspace)
    assert (copies.renewed, copies.kept) == ([], [NAMES[0]])


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3}', "mine"])
def test_a_copy_that_cannot_be_read_is_a_touched_one(
    workspace: Workspace, course: Path, content: str
) -> None:
    (workspace.root / NAMES[0]).write_text(content)
    change(course / NAMES[0], source=["newer"])
    assert fill_workspace(workspace).kept == [NAMES[0]]
    assert (workspace.root / NAMES[0]).read_text() == content


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_a_damaged_list_of_versions_makes_nobody_lose_anything(
    workspace: Workspace, course: Path, content: str
) -> None:
    workspace.copies_file.write_text(content)
    change(workspace.root / NAMES[0], source=["mine"])
    change(course / NAMES[0], source=["newer"])
    assert fill_workspace(workspace).renewed == []


def test_the_new_one_is_put_beside_on_request(workspace: Workspace, course: Path) -> None:
    mine = change(workspace.root / NAMES[0], source=["mine"])
    newest = change(course / NAMES[0], source=["newer"])
    first, second = (place_beside(workspace, NAMES[0]) for _ in range(2))
    assert (first.name, second.name) == ("00_start_here.new.ipynb", "00_start_here.new-2.ipynb")
    assert first.read_text(encoding="utf-8") == newest
    assert (workspace.root / NAMES[0]).read_text(encoding="utf-8") == mine


@pytest.fixture
def old_workspace(workspace: Workspace) -> Workspace:
    """A workspace that was given the first of its notebooks under another name."""
    given = json.loads(workspace.copies_file.read_text())
    given["00_first_steps.ipynb"] = given.pop(NAMES[0])
    workspace.copies_file.write_text(json.dumps(given))
    (workspace.root / NAMES[0]).rename(workspace.root / "00_first_steps.ipynb")
    return workspace


def write_answer(path: Path, answer: str) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = next(each for each in notebook["cells"] if "exercise" in each["metadata"])
    cell["source"] = answer
    path.write_text(json.dumps(notebook), encoding="utf-8")


def answer_in(path: Path) -> str:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "".join(next(each["source"] for each in cells if "exercise" in each["metadata"]))


def test_answers_go_with_an_exercise_to_the_notebook_that_has_it_now(
    old_workspace: Workspace,
) -> None:
    old = old_workspace.root / "00_first_steps.ipynb"
    write_answer(old, "%%module hello_workflow\nmine = 'ü'")
    record_progress(old_workspace, "first_steps.say_hello", Outcome.DONE)
    mine = old.read_text(encoding="utf-8")
    assert fill_workspace(old_workspace).retired == [old.name]
    assert answer_in(old_workspace.root / NAMES[0]) == "%%module hello_workflow\nmine = 'ü'"
    assert not old.exists()
    [kept] = old_workspace.backups.iterdir()
    assert kept.read_text(encoding="utf-8") == mine
    assert read_progress(old_workspace) == {"start_here.say_hello": Outcome.DONE}
    assert fill_workspace(old_workspace).retired == []  # said once


def test_answers_go_along_when_an_exercise_leaves_a_notebook_that_stays(
    workspace: Workspace, course: Path
) -> None:
    path = workspace.root / NAMES[1]
    notebook = json.loads(path.read_text(encoding="utf-8"))
    moved = json.loads((course / NAMES[2]).read_text(encoding="utf-8"))
    notebook["cells"] += [each for each in moved["cells"] if "exercise" in each["metadata"]]
    notebook["cells"][-1]["source"] = "mine"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    exercise = notebook["cells"][-1]["metadata"]["exercise"]
    record_progress(workspace, f"workflow_definition.{exercise}", Outcome.NOT_YET)
    (workspace.root / NAMES[2]).unlink()
    fill_workspace(workspace)
    assert '"mine"' in (workspace.root / NAMES[2]).read_text(encoding="utf-8")
    assert path.exists()


def test_a_cell_that_was_never_checked_begins_anew(old_workspace: Workspace, course: Path) -> None:
    write_answer(old_workspace.root / "00_first_steps.ipynb", "an earlier version's starter")
    assert fill_workspace(old_workspace).retired == ["00_first_steps.ipynb"]
    assert (old_workspace.root / NAMES[0]).read_bytes() == (course / NAMES[0]).read_bytes()


def test_an_untouched_notebook_that_left_the_course_goes(old_workspace: Workspace) -> None:
    assert fill_workspace(old_workspace).retired == []
    assert not (old_workspace.root / "00_first_steps.ipynb").exists()
    assert (old_workspace.root / NAMES[0]).exists()


def test_what_was_never_given_stays(old_workspace: Workspace) -> None:
    mine = old_workspace.root / "my_notes.ipynb"
    mine.write_text("mine")
    fill_workspace(old_workspace)
    assert mine.read_text() == "mine"


def test_progress_and_hints_of_an_exercise_follow_it_to_another_lesson(
    workspace: Workspace,
) -> None:
    workspace.progress_file.write_text('{"saga_compensation.cancelled_saga": "DONE"}')
    workspace.hints_file.write_text('{"saga_compensation.cancelled_saga": 2, "gone.gone": 1}')
    assert read_progress(workspace) == {"saga_cancellation.cancelled_saga": Outcome.DONE}
    assert read_hints(workspace) == {"saga_cancellation.cancelled_saga": 2, "gone.gone": 1}
