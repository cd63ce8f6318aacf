"""The course and its exercises as the panel gets them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from workshop.exercises.engine.progress import record_hints, record_progress
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.notebook import built
from workshop.panel.answers import cells_of, difference, keep
from workshop.panel.course import course_of


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "course")
    workspace.create()
    return workspace


def test_the_course_is_the_lessons_with_what_is_done(workspace: Workspace) -> None:
    fresh = course_of(workspace, workspace.root)
    assert [each["title"] for each in fresh["lessons"]] == [each.title for each in COURSE]
    names = [each["name"] for lesson in fresh["lessons"] for each in lesson["exercises"]]
    assert names == [each.name for lesson in COURSE for each in lesson.exercises]
    assert fresh["next"] == {"exercise": "say_hello", "notebook": "00_start_here.ipynb"}
    assert fresh["folder"] == ""

    record_progress(workspace, "start_here.say_hello", Outcome.DONE)
    record_progress(workspace, "workflow_definition.first_step", Outcome.NOT_YET)
    record_hints(workspace, "workflow_definition.first_step", 2)
    course = course_of(workspace, workspace.root.parent)
    assert course["next"]["exercise"] == "first_step"
    assert course["folder"] == "course"
    first_step = course["lessons"][1]["exercises"][0]
    assert first_step["outcome"] == "not_yet"
    assert first_step["hints"] == {"given": 2, "total": 3}
    record_progress(workspace, "saga_compensation.unheard_step", Outcome.DONE)
    assert course_of(workspace, workspace.root)["next"]["exercise"] == "cancelled_saga"
    record_progress(
        workspace, "start_here.say_hello", Outcome.NOT_YET
    )  # done before, looked at again
    assert course_of(workspace, workspace.root)["next"]["exercise"] == "first_step"
    for lesson in COURSE[1:]:
        for each in lesson.exercises:
            record_progress(workspace, each.full_name, Outcome.DONE)
    assert course_of(workspace, workspace.root)["next"] is None


@pytest.mark.parametrize(
    ("environment", "web_ui", "namespace"),
    [
        ({}, None, "default"),
        ({"WORKSHOP_UI_PATH": "/temporal"}, "/temporal", "default"),
        # A namespace that is somebody's habit, and not the one of the lab's own server.
        (
            {"WORKSHOP_UI_PATH": "/user/ada/temporal", "TEMPORAL_NAMESPACE": "prod"},
            "/user/ada/temporal",
            "default",
        ),
        (
            {"WORKSHOP_TEMPORAL_UI": "https://ui.example", "TEMPORAL_NAMESPACE": "ada"},
            "https://ui.example",
            "ada",
        ),
    ],
)
def test_the_web_ui_is_the_lab_s_own_or_the_cluster_s(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    web_ui: str | None,
    namespace: str,
) -> None:
    for name in ("WORKSHOP_UI_PATH", "WORKSHOP_TEMPORAL_UI", "TEMPORAL_NAMESPACE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    course = course_of(workspace, workspace.root)
    assert (course["webUi"], course["namespace"]) == (web_ui, namespace)


def test_what_the_notebooks_say_of_the_exercises_is_so() -> None:
    exercises = {each.name: each for lesson in COURSE for each in lesson.exercises}
    for cell in built.exercise_cells():
        exercise = exercises[cell.name]
        assert cell.module == exercise.module
        assert cell.hints == len(exercise.hints)
        assert cell.builds_on == (exercise.builds_on and exercise.builds_on[0])


def test_what_an_exercise_builds_on_comes_before_it() -> None:
    names = [each.name for each in built.exercise_cells()]
    for cell in built.exercise_cells():
        if cell.builds_on:
            assert names.index(cell.builds_on) < names.index(cell.name)


def test_the_cells_of_an_exercise_are_mine_ours_and_what_it_builds_on(workspace: Workspace) -> None:
    cells = cells_of(workspace, "retry_policy")
    assert cells["starter"] == f"%%module order_retry_policy\n{built.starter('retry_policy')}"
    assert cells["ours"] == f"%%module order_retry_policy\n{built.solution('retry_policy')}"
    assert cells["mine"] is None
    assert cells["base"] is None
    (workspace.work / "order_retry_policy.py").write_text("# %%module order_retry_policy\nx = 1\n")
    (workspace.work / "order_first_step.py").write_text("# %%module order_first_step\ny = 2\n")
    cells = cells_of(workspace, "retry_policy")
    assert cells["mine"] == "%%module order_retry_policy\nx = 1\n"
    assert cells["base"] == "%%module order_retry_policy\ny = 2\n"
    with pytest.raises(LookupError, match="no exercise nothing"):
        cells_of(workspace, "nothing")


def test_what_is_kept_is_there_word_for_word(workspace: Workspace) -> None:
    path = workspace.root / keep(workspace, "first_step", "%%module x\n…\n")
    assert path.read_text(encoding="utf-8") == "%%module x\n…\n"
    assert path.parent == workspace.backups
    again = workspace.root / keep(workspace, "first_step", "another")
    assert path.read_text(encoding="utf-8") == "%%module x\n…\n"
    assert again.read_text(encoding="utf-8") == "another"


def test_a_difference_escapes_what_learners_wrote_and_says_which_is_whose() -> None:
    html = difference("same\n<mine>", "same\nours")
    assert "<code>same</code>" in html
    assert "&lt;mine&gt;" in html
    assert "<mine>" not in html
    assert html.index("only in yours: ") < html.index("only in ours: ")
    assert "Yours and ours are the same." in difference("same", "same")
    assert "They are the same." not in html


def test_the_jupyter_server_is_spared_the_sdk(workspace: Workspace) -> None:
    program = (
        "import json, sys\n"
        "from pathlib import Path\n"
        "import workshop.panel.handlers\n"
        "from workshop.lab.workspace import Workspace\n"
        "from workshop.panel.answers import cells_of\n"
        "from workshop.panel.course import course_of\n"
        "workspace = Workspace(Path(sys.argv[1]))\n"
        "course_of(workspace, workspace.root), cells_of(workspace, 'first_step')\n"
        "print(json.dumps([name for name in sys.modules if name.startswith('temporalio')]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(workspace.root)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    assert json.loads(done.stdout) == []
