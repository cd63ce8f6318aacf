"""progress, reset, doctor: what they print, and what they keep."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.environment import persons_environment
from workshop.course.copies import fill_workspace
from workshop.exercises.engine.progress import read_progress, record_progress
from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace
from workshop.notebook.built import course_folder


def workshop(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "workshop.commands", *arguments],
        capture_output=True,
        text=True,
        env=persons_environment(COLUMNS="120", **environment),
        check=False,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path)
    fill_workspace(workspace)
    return workspace


def test_progress_shows_what_is_done_and_what_is_next(workspace: Workspace) -> None:
    record_progress(workspace, "start_here.say_hello", Outcome.DONE)
    shown = workshop("progress", str(workspace.root)).stdout
    assert "00 Start here · 10 minutes · 1 of 1 exercises\n   ✓ say_hello\n" in shown
    assert "   – retry_policy\n" in shown
    assert "Next: first_step, in 01_workflow_definition.ipynb" in shown


def test_a_terminal_of_the_lab_is_about_the_workspace_that_is_open(workspace: Workspace) -> None:
    record_progress(workspace, "start_here.say_hello", Outcome.DONE)
    environment = {"WORKSHOP_WORKSPACE": str(workspace.root)}
    assert "   ✓ say_hello\n" in workshop("progress", **environment).stdout
    assert str(workspace.root) in workshop("doctor", **environment).stdout


def test_an_exercise_once_done_stays_done(workspace: Workspace) -> None:
    record_progress(workspace, "lesson.exercise", Outcome.DONE)
    record_progress(workspace, "lesson.exercise", Outcome.NOT_YET)
    assert read_progress(workspace) == {"lesson.exercise": Outcome.DONE}


@pytest.mark.parametrize(
    "content", ["{ not json", '{"a.b": "DONE", "c.d": "DO', "[]", '{"a.b": "SPLENDID"}', "", "null"]
)
def test_a_damaged_progress_file_is_kept_and_said(
    workspace: Workspace, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace.progress_file.write_text(content)
    assert read_progress(workspace) == {}
    assert "can't be read" in capsys.readouterr().err
    record_progress(workspace, "lesson.exercise", Outcome.NOT_YET)
    assert read_progress(workspace) == {"lesson.exercise": Outcome.NOT_YET}
    (kept,) = workspace.backups.iterdir()
    assert kept.read_text() == content
    assert capsys.readouterr().err == ""


def test_two_notebooks_that_record_at_the_same_time_lose_nothing(workspace: Workspace) -> None:
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from workshop.exercises.engine.progress import record_progress\n"
        "from workshop.exercises.engine.report import Outcome\n"
        "from workshop.lab.workspace import Workspace\n"
        "for number in range(50):\n"
        "    name = f'{sys.argv[2]}.{number}'\n"
        "    record_progress(Workspace(Path(sys.argv[1])), name, Outcome.DONE)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", program, str(workspace.root), name])
        for name in ("one", "two", "three")
    ]
    assert [each.wait() for each in writers] == [0, 0, 0]
    assert len(read_progress(workspace)) == 150


def test_reset_keeps_what_it_replaces(workspace: Workspace) -> None:
    notebook = workspace.root / "01_workflow_definition.ipynb"
    module = workspace.work / "order_first_step.py"
    notebook.write_text("mine")
    module.write_text("# mine")
    record_progress(workspace, "workflow_definition.first_step", Outcome.DONE)
    record_progress(workspace, "start_here.say_hello", Outcome.DONE)

    done = workshop("reset", "01", str(workspace.root))

    assert done.returncode == 0, done.stderr
    assert notebook.read_bytes() == (course_folder("notebooks") / notebook.name).read_bytes()
    assert not module.exists()
    (backup,) = workspace.backups.iterdir()
    assert (backup / notebook.name).read_text() == "mine"
    assert (backup / module.name).read_text() == "# mine"
    assert backup.name in done.stdout
    assert read_progress(workspace) == {"start_here.say_hello": Outcome.DONE}


def test_reset_beside_changes_nothing(workspace: Workspace) -> None:
    notebook = workspace.root / "01_workflow_definition.ipynb"
    notebook.write_text("mine")
    done = workshop("reset", "01", str(workspace.root), "--beside")
    assert (done.returncode, done.stdout) == (0, "01_workflow_definition.new.ipynb is there.\n")
    assert notebook.read_text() == "mine"
    assert not workspace.backups.exists()


def test_reset_of_an_unknown_lesson_names_the_lessons(workspace: Workspace) -> None:
    done = workshop("reset", "99", str(workspace.root))
    assert done.returncode == 1
    assert "There is no lesson '99'. There are: 00 (start_here), 01" in done.stdout


def test_reset_outside_a_workspace_touches_nothing(tmp_path: Path) -> None:
    done = workshop("reset", "01", str(tmp_path / "elsewhere"))
    assert done.returncode == 1
    assert "is not a workspace" in done.stdout
    assert not (tmp_path / "elsewhere").exists()


def test_doctor_says_that_all_is_well() -> None:
    done = workshop("doctor")
    assert done.returncode == 0, done.stdout
    assert "All is well." in done.stdout
    assert done.stdout.count("✓") == 9


def test_doctor_looks_at_this_workspace(workspace: Workspace) -> None:
    for name in ("shop.db", "progress.json"):
        (workspace.state / name).write_text("not what it should be")
    done = workshop("doctor", str(workspace.root))
    assert done.returncode == 1
    said = " ".join(done.stdout.split())
    assert f"✓ the workspace {workspace.root}" in said
    assert "✗ its files .workshop/shop.db: " in said
    assert ".workshop/progress.json: " in said
    assert "✓ its lab none runs" in said
    assert not workspace.backups.exists()  # it only looks


def test_doctor_refuses_what_lab_refuses(tmp_path: Path) -> None:
    done = workshop("doctor", str(tmp_path / "here:there"))
    assert done.returncode == 1
    assert "✗ the workspace" in done.stdout
    assert "holds ':'" in done.stdout


def test_doctor_names_a_cluster_that_does_not_answer() -> None:
    done = workshop("doctor", TEMPORAL_ADDRESS="127.0.0.1:1")
    assert done.returncode == 1
    assert "✗ a client connects" in done.stdout


@pytest.mark.parametrize("time", range(3))
def test_no_command_shows_a_crash_of_the_interpreter(time: int) -> None:
    done = workshop("doctor")
    assert done.returncode == 0, (time, done.stdout + done.stderr)
    assert done.stderr == ""
