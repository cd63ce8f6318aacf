"""Four lights on a workflow: what catches it, measured and not told.

1. *sandbox, at once*: the workflow runs as at work. Its task fails, or it completes.
2. *replay, later*: its history is replayed in another process, as when a worker takes over. There
   the hashes, the environment, the settings file and the time are others.
3. *the outside world, too late*: after that, the shop's ledger holds a thing twice.
4. *nobody*: none of these.

Where the sandbox catches it, the second and third light look at a run with the sandbox off, to
see who would have caught it then.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from temporalio import workflow
from temporalio.client import WorkflowHandle
from temporalio.worker import UnsandboxedWorkflowRunner

from workshop.history import Failure, History, read_history
from workshop.lab import Lab
from workshop.lessons.anti_patterns.zoo.visit import Visit
from workshop.orders import ALL_ACTIVITIES

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

SANDBOX, REPLAY, WORLD, NOBODY = (
    "sandbox, at once",
    "replay, later",
    "the outside world, too late",
    "nobody",
)

_TASK_QUEUE = "zoo"


@dataclass(frozen=True)
class Sighting:
    """What the lights showed of one animal.

    None means that the light could not be turned on: there was no run that came to its end.
    ``said`` is what the first light that caught it says.
    """

    animal: str
    caught_at_once: bool
    differs_in_replay: bool | None
    happened_twice: bool | None
    said: str

    @property
    def caught_by(self) -> str:
        """The first light that shows it."""
        if self.caught_at_once:
            return SANDBOX
        if self.differs_in_replay:
            return REPLAY
        return WORLD if self.happened_twice else NOBODY

    @property
    def caught_without_sandbox(self) -> str:
        """The first light that shows it with the sandbox off; "" where none could be turned on."""
        if self.differs_in_replay is None:
            return ""
        if self.differs_in_replay:
            return REPLAY
        return WORLD if self.happened_twice else NOBODY


@dataclass(frozen=True)
class _Run:
    """A run of an animal that came to its end, with the sandbox on or off."""

    history: History
    visit: Visit
    sandboxed: bool


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
    with tempfile.TemporaryDirectory(prefix="temporal-workshop-zoo-") as folder:
        settings = Path(folder) / "settings.txt"
        settings.write_text("usual", encoding="utf-8")
        failures: dict[str, Failure] = {}
        runs: dict[str, _Run] = {}
        for sandboxed in (True, False):
            waiting = [name for name in names if name not in runs]
            await _open(lab, waiting, sandboxed)
            for name in waiting:
                if not sandboxed and "deadlock" in failures[name].message:
                    continue  # not the sandbox: it would be the same without
                visit = Visit(lab.new_order().order_id, lab.shop.url, str(settings))
                history = await _run(lab, name, visit)
                if history.status == "completed":
                    runs[name] = _Run(history, visit, sandboxed)
                elif sandboxed:
                    failures[name] = _failure(history)
        settings.write_text("sale", encoding="utf-8")
        replays = await _by_another_worker(runs)
    return [_sighting(lab, name, runs, failures, replays) for name in names]


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


async def _by_another_worker(runs: dict[str, _Run]) -> dict[str, str]:
    """Replay the runs in another process; return for each what differs, "" where nothing does."""
    asked = {
        name: {
            "history": json.loads(run.history.for_replay().to_json()),
            "sandboxed": run.sandboxed,
        }
        for name, run in runs.items()
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "workshop.lessons.anti_patterns.zoo.other_worker",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "SHOP_SALE": "yes"},
    )
    told, _ = await process.communicate(json.dumps(asked).encode())
    answers: dict[str, str] = json.loads(told.splitlines()[-1])
    return answers


def _sighting(
    lab: Lab,
    name: str,
    runs: dict[str, _Run],
    failures: dict[str, Failure],
    replays: dict[str, str],
) -> Sighting:
    failure = failures.get(name)
    if name not in runs:
        return Sighting(name, failure is not None, None, None, str(failure))
    ledger = lab.shop.ledger(runs[name].visit.order_id)
    twice = len(ledger.charges) > 1 or len(ledger.mails) > 1
    said = str(failure) if failure else replays[name]
    if not said and twice:
        said = f"the ledger shows {len(ledger.charges)} charges for one order"
    return Sighting(name, failure is not None, bool(replays[name]), twice, said)
