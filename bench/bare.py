"""An exercise's workflows without the kit: the same runs on a bare client and a bare worker.

What a check starts, signals and orders from the shop is said by its judges alone, so they are the
only honest script for "the same workflows". `BareTrial` is a `Trial` with the kit taken out:

- the client is a `temporalio.client.Client` as `Client.connect` gives it, without the interceptor
  that explains waits, connected once beforehand as in a script;
- the worker is a `temporalio.worker.Worker` with the very arguments that the kit's worker got, in
  the event loop of the script, not on a thread of its own;
- the recorded history comes by `handle.fetch_history`; nothing is replayed, nothing recorded.

So a judge starts the same number of workflows with the same inputs, faults, delays and signals.
What a judge does itself (reading the ledger, asking the history) happens on both sides; all the
rest that a check costs is on the kit's side alone: opening the lab again, importing the answer,
thread, loop and connection of the worker, watching over waits, replays, the report, the progress.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any
from unittest.mock import patch

from temporalio.client import Client
from temporalio.worker import Worker

from workshop.exercises import Exercise, Trial
from workshop.lab.lab import Lab


class BareTrial(Trial):
    """A trial of an answer on a bare client and a bare worker.

    Args:
        trial: the kit's trial of the same answer; it may have ended.
        client: a client without interceptors.
        task_queue: what the bare worker polls.
    """

    def __init__(self, trial: Trial, client: Client, task_queue: str) -> None:
        self.__dict__.update(trial.__dict__)
        self.client = client
        self.worker = _TaskQueue(task_queue)  # type: ignore[assignment]
        self.runs = []
        self._shared = {}


class _TaskQueue:
    """Stands where the kit's worker stands in a trial; the worker itself is not for judges."""

    def __init__(self, task_queue: str) -> None:
        self.task_queue = task_queue

    async def stop(self) -> None:
        """The worker is ended by whoever started it."""


async def worker_options(exercise: Exercise, lab: Lab) -> tuple[Trial, Mapping[str, Any]]:
    """Return a trial that has ended, and the arguments that its worker had been given.

    Raises:
        TypeError: the exercise's checks start processes and a server of their own: there is no
            bare form of that.
    """
    exercise.write_given(lab)
    trial = await exercise.begin(lab)
    await trial.end()
    if type(trial) is not Trial:
        raise TypeError("its checks run the answer as a program")
    return trial, trial.worker.options


async def run_bare(
    exercise: Exercise, trial: Trial, options: Mapping[str, Any], client: Client
) -> int:
    """Run the workflows of the exercise's check; return how many.

    The worker starts and ends with them, as that of a check does.

    Raises:
        NotYet: the bare run did not show what the check has to see.
    """
    bare = BareTrial(trial, client, f"bare-{exercise.name}-{uuid.uuid4().hex[:8]}")
    with patch("workshop.exercises.workflows.run.Replayer", _NoReplayer):
        async with Worker(client, task_queue=bare.worker.task_queue, **options):
            for group in exercise.groups():
                await asyncio.gather(*(check.judge(bare) for check in group))
            await bare.end()
    return len(bare.runs)


class _NoReplayer:
    """Replays nothing: a replay is the check's own work, not one of the workflows."""

    def __init__(self, **_: Any) -> None:
        pass

    @asynccontextmanager
    async def workflow_replay_iterator(self, _: Any) -> AsyncIterator[AsyncIterator[Any]]:
        """Give an iterator that has nothing."""

        async def nothing() -> AsyncIterator[Any]:
            for each in list[Any]():
                yield each

        yield nothing()
