"""workshop replay takes modules as they are: any name, packages, and code that was not made for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.projects import CHILD, LONGER, W, recorded, replay, written

RELATIVE = "from .names import NAME\n" + W.replace('name="W"', "name=NAME")
DYNAMIC = """\
from collections.abc import Sequence
from temporalio import workflow
from temporalio.common import RawValue

@workflow.defn(dynamic=True)
class Any_:
    @workflow.run
    async def run(self, args: Sequence[RawValue]):
        return "ok"
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("module", "files"),
    [
        ("my-flow.py", {"my-flow.py": W}),
        ("01_flow.py", {"01_flow.py": W}),
        ("my flow.py", {"my flow.py": W}),
        ("flow.v2.py", {"flow.v2.py": W}),
        ("class.py", {"class.py": W}),
        ("signal.py", {"signal.py": W}),
        ("json.py", {"json.py": W}),
        ("queue", {"queue.py": W}),
        ("orders.py", {"orders.py": W, "queue.py": "1/0", "json.py": "1/0", "signal.py": "1/0"}),
        ("temporal.py", {"temporal.py": "from helper import *\n" + W, "helper.py": "x = 1"}),
        ("app/flows.py", {"app/__init__.py": "", "app/names.py": "NAME='W'", "app/flows.py": RELATIVE}),
        ("app/flows.py", {"app/names.py": "NAME='W'", "app/flows.py": RELATIVE}),
        ("app.flows", {"app/__init__.py": "", "app/names.py": "NAME='W'", "app/flows.py": RELATIVE}),
        ("my-app/flows.py", {"my-app/__init__.py": "", "my-app/names.py": "NAME='W'", "my-app/flows.py": RELATIVE}),
        ("a/b/c.py", {"a/names.py": "NAME='W'", "a/b/__init__.py": "", "a/b/c.py": RELATIVE.replace(".names", "..names")}),
        ("dynamic.py", {"dynamic.py": DYNAMIC}),
    ],
)  # fmt: skip
def test_a_module_may_be_called_anything(module: str, files: dict[str, str]) -> None:
    for name, content in files.items():
        written(Path(name), content)
    done = replay(module, recorded("ok"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✓ W · replays" in done.stdout


@pytest.mark.parametrize(
    "before",
    [
        "import sys; sys.exit(0)\n",
        "raise SystemExit\n",
        "exit()\n",
        "import os; os._exit(0)\n",
        "import argparse; p = argparse.ArgumentParser(); p.add_argument('--to', required=True); p.parse_args()\n",
        "import sys; order = sys.argv[1]\n",
        "order = input()\n",
        "def broken(:\n",
    ],
)
def test_a_module_that_cannot_be_imported_is_no_verdict(before: str) -> None:
    written(Path("w.py"), before + W)
    done = replay("w.py", recorded("ok"))
    assert done.returncode == 2, done.stdout + done.stderr
    assert "✗ The module w.py" in done.stdout and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "before",
    [
        "print('hello from the module')\n",
        "import sys; assert len(sys.argv) == 1, sys.argv; sys.stdout.write('hello from the module')\n",
    ],
)
def test_what_a_module_prints_is_not_in_the_report(before: str) -> None:
    written(Path("w.py"), before + W)
    done = replay("w.py", recorded("ok"))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "hello" not in done.stdout and "hello" in done.stderr


@pytest.mark.parametrize("ends", ["sys.exit(0)", "os._exit(0)", "raise SystemExit"])
def test_code_that_ends_the_program_in_a_replay_is_no_verdict(ends: str) -> None:
    code = W.replace('return "ok"', f"{ends}").replace("from temp", "import os, sys\nfrom temp", 1)
    written(Path("w.py"), code.replace("@workflow.defn(", "@workflow.defn(sandboxed=False, "))
    done = replay("w.py", recorded("ok"))
    assert done.returncode in (1, 2), done.stdout + done.stderr
    assert "replays ·" not in done.stdout


@pytest.mark.parametrize("name", ["child_id_from_workflow_id", "order-7"])
def test_the_history_s_own_workflow_id_counts(name: str) -> None:
    written(Path("child.py"), CHILD)
    done = replay("child.py", recorded(name))
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_code_that_differs_still_exits_with_1() -> None:
    written(Path("my-flow.py"), LONGER)
    done = replay("my-flow.py", recorded("ok"), recorded("utf16"))
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.count("my-flow.py, line 8") >= 2
