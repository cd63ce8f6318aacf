"""Catching up: what a latecomer is given, and what stays theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.course.copies import fill_workspace
from workshop.course.renew import catch_up, reset_lesson
from workshop.exercises.engine.progress import (
    forget_progress,
    read_given,
    read_progress,
    record_progress,
    where_to_go_on,
)
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.notebook import built


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "course")
    fill_workspace(workspace)
    return workspace


def test_what_comes_before_a_lesson_is_given_and_the_learner_goes_on_there(
    workspace: Workspace,
) -> None:
    notebooks = {each.name: each.read_bytes() for each in workspace.root.glob("*.ipynb")}
    given = catch_up(workspace, COURSE[2])
    assert given == [
        "start_here.say_hello",
        "workflow_definition.first_step",
        "workflow_definition.retry_policy",
        "workflow_definition.parallel_steps",
    ]
    module = workspace.work / "order_first_step.py"
    assert module.read_text() == built.solution("first_step")
    assert read_given(workspace) == {*given}
    assert read_progress(workspace) == {}, "given isn't done"
    assert where_to_go_on({}, read_given(workspace)) == "status_query"
    assert notebooks == {each.name: each.read_bytes() for each in workspace.root.glob("*.ipynb")}


def test_nothing_of_the_learners_is_overwritten(workspace: Workspace) -> None:
    mine = workspace.work / "order_first_step.py"
    mine.write_text("# mine")
    record_progress(workspace, "workflow_definition.retry_policy", Outcome.DONE)
    given = catch_up(workspace, COURSE[2])
    assert given == ["start_here.say_hello", "workflow_definition.parallel_steps"]
    assert mine.read_text() == "# mine"
    assert catch_up(workspace, COURSE[2]) == []
    assert read_given(workspace) == {*given}


def test_what_was_given_and_then_done_is_done(workspace: Workspace) -> None:
    catch_up(workspace, COURSE[1])
    record_progress(workspace, "start_here.say_hello", Outcome.DONE)
    assert read_progress(workspace)["start_here.say_hello"] is Outcome.DONE


def test_a_lesson_begun_anew_was_given_nothing(workspace: Workspace) -> None:
    catch_up(workspace, COURSE[2])
    forget_progress(workspace, "workflow_definition", "first_step")
    assert "workflow_definition.first_step" not in read_given(workspace)
    first, second = (reset_lesson(workspace, COURSE[1]) for _ in range(2))
    assert first != second
    assert read_given(workspace) == {"start_here.say_hello"}
    assert not (workspace.work / "order_retry_policy.py").exists()
    assert (first / "order_retry_policy.py").exists()


@pytest.mark.parametrize("text", ["", "{", "3", "null"])
def test_a_list_that_cannot_be_read_is_empty(workspace: Workspace, text: str) -> None:
    workspace.given_file.write_text(text)
    assert read_given(workspace) == set()
