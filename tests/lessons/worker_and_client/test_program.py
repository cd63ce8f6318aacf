"""Programs on a server of the check's own: not the lab's, not the configured one, nothing left."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import psutil
import pytest

from tests.families import command_of, wait_until_gone
from workshop.exercises.engine.report import Outcome
from workshop.exercises.programs.call import Answer
from workshop.exercises.programs.program import ProgramTrial
from workshop.lab.lab import Lab
from workshop.lessons.worker_and_client import worker_process
from workshop.modules.files import write_module
from workshop.notebook.built import given_module, solution

CALLED = """
import asyncio, os

print("what is printed at import is no answer")

async def where() -> str:
    print("nor is this")
    return os.environ["TEMPORAL_ADDRESS"]

async def secrets() -> list[str]:
    return [name for name in os.environ if name.startswith("TEMPORAL_")]

async def sleeps() -> None:
    await asyncio.sleep(100)

async def blocks() -> None:
    while True:
        pass

async def times_out() -> None:
    raise asyncio.TimeoutError

def plain() -> int:
    return 1
"""


@pytest.fixture
def children() -> set[int]:
    return {each.pid for each in psutil.Process().children(recursive=True)}


async def trial_of(source: str, name: str, lab: Lab) -> ProgramTrial:
    write_module(name, source, lab.workspace.work)
    return await ProgramTrial.on_a_server_of_its_own("tried", ModuleType(name), lab)


async def test_a_check_uses_its_own_server_whatever_cluster_is_configured(
    lab: Lab, monkeypatch: pytest.MonkeyPatch, children: set[int]
) -> None:
    monkeypatch.setenv("TEMPORAL_ADDRESS", "cluster.invalid:7233")
    monkeypatch.setenv("TEMPORAL_NAMESPACE", "production")
    monkeypatch.setenv("TEMPORAL_API_KEY", "secret")
    trial = await trial_of(CALLED, "called_from_elsewhere", lab)
    assert (await trial.call("where")).value == trial.address != lab.address.temporal
    assert "TEMPORAL_API_KEY" not in (await trial.call("secrets")).value
    await trial.end()
    started = [
        each
        for each in psutil.Process().children(recursive=True)
        # What forks them serves the next check as well, and ends with the kernel.
        if each.pid not in children and "workshop.processes.fork_server" not in command_of(each)
    ]
    assert wait_until_gone(started, 5) == []


async def test_calls_say_what_came_of_them(lab: Lab) -> None:
    trial = await trial_of(CALLED, "called_in_many_ways", lab)
    late: Answer = await trial.call("sleeps", within=0.2)
    assert not late.in_time
    assert re.fullmatch(r"it had not answered after \d+ s", str(late))
    blocked: Answer = await trial.call("blocks", within=0.2)
    assert re.fullmatch(
        r"it had not answered after \d+ s; line 1[78] of .* did not end", str(blocked)
    )
    assert (await trial.call("times_out")).error == "TimeoutError: "
    assert "not an async function" in str(await trial.call("plain"))
    assert "has no attribute 'missing'" in str(await trial.call("missing"))
    await trial.end()


async def test_what_a_lesson_gives_is_there_although_its_cell_was_not_run(lab: Lab) -> None:
    given = lab.workspace.work / "confirmed_order.py"
    given.unlink(missing_ok=True)
    write_module("order_worker", solution("worker_process"), lab.workspace.work)
    assert (await worker_process.check()).outcome is Outcome.DONE
    assert given.read_text(encoding="utf-8") == given_module("confirmed_order")


async def test_a_finding_has_the_learners_line_and_no_path(lab: Lab) -> None:
    source = "import asyncio\n\nasyncio.run(undefined())\n"
    write_module("order_worker", source, lab.workspace.work)
    finding = (await worker_process.check()).finding
    assert finding is not None
    said = finding.happened
    assert "At line 3 of your cell: NameError: name 'undefined' is not defined" in said
    assert str(Path.home()) not in said
