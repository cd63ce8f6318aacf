"""workshop replay with a project's plugins and converter, and with several histories in a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.projects import LONGER, W, recorded, replay, written

PLUGINS = """\
from temporalio.plugin import SimplePlugin

class Mine(SimplePlugin):
    def __init__(self):
        super().__init__("mine")

def made():
    return Mine()

here = made()
number = 7

def needs(argument):
    return here
"""
PYDANTIC = """\
from pydantic import BaseModel
from temporalio import workflow

class Order(BaseModel):
    amount: int

@workflow.defn(name="W")
class W:
    @workflow.run
    async def run(self, order: Order) -> str:
        return f"{order.amount}"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    written(Path("w.py"), W)
    written(Path("mine.py"), PLUGINS)
    written(Path("pyd.py"), PYDANTIC)


@pytest.mark.parametrize(
    ("plugins", "code", "said"),
    [
        (["mine:here"], 0, ""),
        (["mine:made", "mine.py:Mine"], 0, ""),
        (["temporalio.contrib.pydantic:PydanticAIPlugin"], 2, "--plugin takes module:name"),
        (["mine:number"], 2, "is a int, not a temporalio.worker.Plugin"),
        (["mine:needs"], 2, "cannot be made without arguments"),
        (["mine:missing"], 2, "is not there"),
        (["mine"], 2, "--plugin takes module:name"),
        (["nowhere:x"], 2, "cannot be imported"),
    ],
)
def test_plugins_are_named_and_made(plugins: list[str], code: int, said: str) -> None:
    options = [word for plugin in plugins for word in ("--plugin", plugin)]
    done = replay("w.py", recorded("ok"), *options)
    assert done.returncode == code, done.stdout + done.stderr
    assert said in done.stdout and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("converter", "code"),
    [
        ("temporalio.contrib.pydantic:pydantic_data_converter", 0),
        ("temporalio.contrib.pydantic:missing", 2),
        ("w:W", 2),
    ],
)
def test_a_converter_is_named(converter: str, code: int) -> None:
    done = replay("pyd.py", recorded("pydantic_ok"), "--converter", converter)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_each_history_in_a_file_has_its_verdict() -> None:
    ok = json.loads(Path(recorded("ok")).read_text())
    future = json.loads(Path(recorded("ok")).read_text())
    future["events"][4]["eventType"] = "EVENT_TYPE_FROM_THE_FUTURE"
    Path("several.json").write_text(json.dumps([ok, future, ok]), encoding="utf-16")
    done = replay("w.py", "several.json")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "several.json (2 of 3)" in done.stdout and "2 of 3 histories replay" in done.stdout
    assert "is older than this history" in done.stdout


@pytest.mark.parametrize("name", ["encrypted", "decoded_payload_plain_list"])
def test_what_is_visible_is_shown_and_never_a_false_difference(name: str) -> None:
    done = replay("w.py", recorded(name))
    assert done.returncode in (0, 2), done.stdout + done.stderr
    assert done.returncode == 0 or "<binary/encrypted, 27 bytes>" in done.stdout


def test_no_history_at_all_is_no_verdict() -> None:
    written(Path("longer.py"), LONGER)
    Path("empty.json").write_text("")
    for file in ("empty.json", "nowhere.json", "w.py", "."):
        assert replay("longer.py", file).returncode == 2
    assert replay("longer.py").returncode == 2
