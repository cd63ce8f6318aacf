"""Four lights on a workflow: what catches it, measured and not told.

1. *sandbox, at once*: the workflow runs as at work. Its task fails, or it completes. Where the task
   fails because the worker gave it up, it was the *watchdog*, with the sandbox or without.
2. *replay, later*: its history is replayed in another process, as when a worker takes over. There
   the hashes, the environment, the settings file and the time are others.
3. *the outside world, too late*: after that, the shop's ledger holds a thing twice.
4. *nobody*: none of these.

Each animal is run once more with the sandbox off, to see who would catch it then.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from temporalio import workflow
from temporalio.client import WorkflowHandle
from temporalio.worker import UnsandboxedWorkflowRunner

from workshop.history import Failure, History, read_history
from workshop.lab.lab import Lab
from workshop.lessons.anti_patterns.zoo.visit import Visit
from workshop.orders import ALL_ACTIVITIES
from workshop.processes.scratch import Scratch

ANIMALS = (
    "random_number",
    "unseeded_random",
    "clock",
    "uuid_as_id",
    "uuid_as_argument",
    "environment",
    "file",
    "network",
    "network_passed_through",
    "blocking_sleep",
    "busy_loop",
    "thread",
    "set_order",
    "global_state",
    "mutating_query",
    "catch_all",
)

SANDBOX, WATCHDOG, REPLAY, WORLD, NOBODY = (
    "sandbox, at once",
    "watchdog, after 2 s",
    "replay, later",
    "the outside world, too late",
    "nobody",
)

_TASK_QUEUE = "zoo"


@dataclass(frozen=True)
class Lights:
    """What replay and world showed of a run that completed."""

    differs_in_replay: bool
    happened_twice: bool
    said: str

    @property
    def caught_by(self) -> str:
        """The first light that shows it."""
        if self.differs_in_replay:
            return REPLAY
        return WORLD if self.happened_twice else NOBODY


@dataclass(frozen=True)
class Sighting:
    """What the lights showed of one animal: as at work, and with the sandbox off.

    A run that did not complete has no `Lights`; the failures say why.
    """

    animal: str
    failure: str
    failure_without_sandbox: str
    as_at_work: Lights | None
    without_sandbox: Lights | None

    @property
    def caught_by(self) -> str:
        """The first light that shows it, as at work."""
        return self.as_at_work.caught_by if self.as_at_work else _caught_at_once(self.failure)

    @property
    def caught_without_sandbox(self) -> str:
        """The first light that shows it with the sandbox off."""
        if self.without_sandbox:
            return self.without_sandbox.caught_by
        return _caught_at_once(self.failure_without_sandbox)

    @property
    def said(self) -> str:
        """What the first light that caught it says."""
        return self.as_at_work.said if self.as_at_work else self.failure


def _caught_at_once(failure: str) -> str:
    return WATCHDOG if "TMPRL1101" in failure else SANDBOX


@dataclass(frozen=True)
class _Run:
    """A run of an animal that came to its end."""

    history: History
    visit: Visit


def animal(name: str) -> type:
    """Return the workflow class in the module of that name."""
    module = importlib.import_module(f"workshop.lessons.anti_patterns.zoo.{name}")
    return next(
        value
        for value in vars(module).values()
        if isinstance(value, type) and workflow._Definition.from_class(value)
    )


def source(name: str) -> str:
    """Return the animal's source."""
    return inspect.getsource(sys.modules[animal(name).__module__])


async def look(lab: Lab, names: Sequence[str]) -> list[Sighting]:
    """Put the animals under the four lights, one after the other."""
    with Scratch("zoo") as folder:
        settings = folder / "settings.txt"
        settings.write_text("usual", encoding="utf-8")
        failures: dict[tuple[str, bool], str] = {}
        runs: dict[tuple[str, bool], _Run] = {}
        for sandboxed in (True, False):
            await _open(lab, names, sandboxed)
            for name in names:
                visit = Visit(lab.new_order().order_id, lab.shop.url, str(settings))
                history = await _run(lab, name, visit)
                if history.status == "completed":
                    runs[name, sandboxed] = _Run(history, visit)
                else:
                    failures[name, sandboxed] = str(_failure(history))
        settings.write_text("sale", encoding="utf-8")
        lights = await _lights(lab, runs)
    return [
        Sighting(
            name,
            failure=failures.get((name, True), ""),
            failure_without_sandbox=failures.get((name, False), ""),
            as_at_work=lights.get((name, True)),
            without_sandbox=lights.get((name, False)),
        )
        for name in names
    ]


async def _open(lab: Lab, names: Sequence[str], sandboxed: bool) -> None:
    options: dict[str, Any] = {} if sandboxed else {"workflow_runner": UnsandboxedWorkflowRunner()}
    if names:
        await lab.worker(
            _TASK_QUEUE, workflows=[*map(animal, names)], activities=ALL_ACTIVITIES, **options
        )


async def _run(lab: Lab, name: str, visit: Visit) -> History:
    """Run the animal until it completes or its task fails."""
    handle: WorkflowHandle[Any, Any] = await lab.client.start_workflow(
        animal(name).__name__, visit, id=visit.order_id, task_queue=_TASK_QUEUE
    )
    while True:
        history = await read_history(handle)
        if history.status != "running":
            return history
        if any(task.status == "failed" for task in history.workflow_tasks):
            await handle.terminate("it has been seen")
            return history
        await asyncio.sleep(0.02)


def _failure(history: History) -> Failure:
    return next(task.failure for task in history.workflow_tasks if task.failure)


async def _lights(lab: Lab, runs: dict[tuple[str, bool], _Run]) -> dict[tuple[str, bool], Lights]:
    """Let another process replay the runs, then look into the ledger."""
    asked = [
        [name, sandboxed, json.loads(run.history.for_replay().to_json())]
        for (name, sandboxed), run in runs.items()
    ]
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "workshop.lessons.anti_patterns.zoo.other_worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "SHOP_SALE": "yes", "PYTHONHASHSEED": "random"},
    )
    told, _ = await process.communicate(json.dumps(asked).encode())
    differences: list[str] = json.loads(told.splitlines()[-1])
    lights = {}
    for (place, run), differs in zip(runs.items(), differences, strict=True):
        ledger = lab.shop.ledger(run.visit.order_id)
        twice = len(ledger.charges) > 1 or len(ledger.mails) > 1
        said = differs or (f"the ledger shows {len(ledger.charges)} charges" if twice else "")
        lights[place] = Lights(bool(differs), twice, said)
    return lights
