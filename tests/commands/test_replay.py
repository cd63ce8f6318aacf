"""workshop replay: what it prints, and the exit code that CI goes by."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.commands.test_small_commands import workshop
from tests.history.runs import DATA
from tests.replay import sandboxed, steps

CODE = Path(steps.__file__).parents[2] / "tests" / "history" / "workflows.py"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a workflow's module and two histories: one of the code, one of other code."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(sandboxed.__file__, tmp_path / "orders.py")
    one_step = steps.long_history(1)
    (tmp_path / "other.json").write_text(one_step.for_replay().to_json())
    return tmp_path


def test_histories_that_replay_exit_with_0() -> None:
    done = workshop(
        "replay",
        "tests.history.workflows",
        str(DATA / "retries.cli.json"),
        str(DATA / "wait_a_day.pascal.json"),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("· replays ·") == 2
    assert "2 of 2 histories replay." in done.stdout


def test_a_history_that_differs_exits_with_1_and_names_the_line(folder: Path) -> None:
    done = workshop("replay", "orders.py", "other.json")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "✗ Scripted · does not replay" in done.stdout
    assert "orders.py, line" in done.stdout
    assert "WARN" not in done.stdout and done.stderr == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"events": [{"eventId": "1"', "is not complete JSON"),
        ("{}", "has no list of 'events'"),
        ("\x00", "is not complete JSON"),
        (json.dumps({"events": [{"eventId": 1, "eventType": "COFFEE"}]}), "unknown event type"),
    ],
)
def test_a_damaged_history_exits_with_2(folder: Path, content: str, said: str) -> None:
    (folder / "damaged.json").write_text(content)
    done = workshop("replay", "orders", "damaged.json", "other.json")
    assert done.returncode == 2
    assert said in done.stdout
    assert "✗ Scripted · does not replay" in done.stdout, "the others are replayed all the same"
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "history", "said"),
    [
        ("nowhere", "other.json", "The module nowhere cannot be imported"),
        ("nowhere.py", "other.json", "There is no file nowhere.py"),
        ("json", "other.json", "has no class with @workflow.defn"),
        ("orders", "missing.json", "missing.json cannot be read"),
        ("orders", str(DATA / "retries.cli.json"), "Name the module that defines it"),
    ],
)
def test_what_cannot_be_tried_exits_with_2(
    folder: Path, module: str, history: str, said: str
) -> None:
    done = workshop("replay", module, history)
    assert done.returncode == 2, done.stdout + done.stderr
    assert said in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
