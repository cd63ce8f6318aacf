"""Trying an answer: the learner's module, a worker, a task queue of their own, and what happened.

A `Trial` serves the module's workflows and activities, together with the course's activities, on
a task queue that nobody else uses. A `Run` is one workflow on it, with its history and the shop's
ledger of its order: the two things a check judges by.

Long, because it is one object that checks hold: the longer things it does are in the files beside it.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import shutil
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from temporalio.client import Client, RPCError, WorkflowHandle
from temporalio.service import RPCStatusCode
from temporalio.testing import TimeSkipper

from workshop.exercises.engine.finding import CouldNotJudge, NotYet, expect
from workshop.exercises.engine.obstacles import find_obstacle, obstacle_in
from workshop.exercises.engine.words import SAMPLE_ID, listed
from workshop.exercises.workflows.cause import with_cause
from workshop.exercises.workflows.client import client_of_a_check
from workshop.exercises.workflows.hasten import Hasten
from workshop.exercises.workflows.run import Run, expect_replays_of, judged_check
from workshop.exercises.workflows.wording import not_served
from workshop.lab.lab import Lab
from workshop.modules.servable import (
    MODULE,
    TASK_QUEUE,
    is_sandboxed,
    options_for,
    workflows_in,
)
from workshop.orders import OrderInput, sample_order
from workshop.patience import meanwhile, slowness
from workshop.processes.scratch import Scratch
from workshop.temporal.connect import connect
from workshop.temporal.process import ProcessStartError, WorkerProcess
from workshop.temporal.worker import BackgroundWorker, WorkerStartError

#: Seconds between looks at whether the answer blocks its worker, and how many are too many.
LOOK, BLOCKED = 0.5, 4.0

Made = TypeVar("Made")


class Trial:
    """One answer on a task queue of its own. Made by `begin`, ended by `end`."""

    def __init__(
        self, exercise: str, module: ModuleType, lab: Lab, given: Sequence[object] = ()
    ) -> None:
        self.exercise = exercise
        self.module = module
        self.given = tuple(given)
        self.worker: BackgroundWorker
        self.shop = lab.shop
        self.runs: list[Run] = []
        #: The task queues on which attempts have less time than the answer gives them.
        self.hastened: set[str] = set()
        #: Where a program finds the lab's services.
        self.environment = lab.address.environment_of_checks
        self.client = client_of_a_check(
            lab.client, self._task_queues, self.environment.get("TEMPORAL_NAMESPACE")
        )
        self._ids: dict[str, str] = {}
        self._shared: dict[Callable[..., Any], asyncio.Future[Any]] = {}
        self._lab = lab
        self._restarts = lab.restarts
        self._workers: list[BackgroundWorker] = []
        self._processes: dict[str, WorkerProcess] = {}
        #: Entered for the trial: closed when it ends.
        self.until_its_end = contextlib.ExitStack()

    @classmethod
    async def begin(
        cls, exercise: str, module: ModuleType, lab: Lab, given: Sequence[object] = ()
    ) -> Trial:
        """Start a worker for the module.

        Args:
            exercise: the exercise's name.
            module: the learner's module.
            lab: the lab with the server and the shop.
            given: workflows and activities that the check brings along.

        Raises:
            NotYet: there is no workflow.
            WorkerStartError: the worker does not accept the module.
        """
        trial = cls(exercise, module, lab, given)
        expect(
            trial.workflows,
            expected="a class with @workflow.defn in your module",
            happened=f"work/{module.__name__}.py defines none.",
            think="what tells Temporal that a class is a workflow.",
        )
        unprotected = [name for name, each in trial.workflows.items() if not is_sandboxed(each)]
        expect(
            not unprotected,
            expected="workflows that run in the sandbox",
            happened=f"{listed(unprotected)} turns it off, with sandboxed=False.",
            think="who would then notice a clock, a file or a network call in a workflow.",
        )
        trial.worker = await trial.serve(f"check-{exercise}-{uuid.uuid4().hex[:8]}")
        return trial

    @property
    def workflows(self) -> dict[str, type]:
        """The workflows that are served, by workflow type."""
        return workflows_in([*self.given, *vars(self.module).values()])

    @property
    def skipping_client(self) -> Client:
        """A client whose workflows skip the time in which nothing runs, as between two attempts.

        It leaves the order of events as it is: the server goes on to the next one. For a workflow
        to which the check says something after a while it is not. A cluster that is not the lab's
        own skips nothing.
        """
        return TimeSkipper(self.client).client if self._lab.address.temporal else self.client

    async def serve(
        self, task_queue: str, *, hasten: Mapping[str, timedelta] | None = None
    ) -> BackgroundWorker:
        """Start a worker for the module on one more task queue.

        Args:
            task_queue: its name.
            hasten: how long an attempt of an activity may take there at most; see `Hasten`.

        Raises:
            WorkerStartError: the worker does not accept the module.
            CouldNotJudge: it did a moment ago, and does not any more.
        """
        worker = BackgroundWorker(
            lambda: connect(self._lab.address.temporal, namespace=self.client.namespace),
            task_queue,
            **options_for(self.module, self.given),
            # A bug fails the run at once instead of its task for ever: a check wants to know.
            workflow_failure_exception_types=[Exception],
            interceptors=[Hasten(hasten)] if hasten else [],
        )
        if hasten:
            self.hastened.add(task_queue)
        self._ids[task_queue] = self.exercise
        try:
            await worker.start()
        except WorkerStartError as error:
            if self._workers:
                raise CouldNotJudge(f"One more worker could not start: {error}") from error
            raise
        self._workers.append(worker)
        return worker

    def launch(self, task_queue: str, **environment: str) -> WorkerProcess:
        """Begin to serve the module, without given workflows, in a process that can be killed.

        The process shares no file with other workers: what it runs is a copy of ``work/``, and its
        temporary files are its own. ``environment`` has variables for it besides the lab's.
        """
        self._ids[task_queue] = self.exercise
        disk = self._a_disk()
        process = self._processes[task_queue] = WorkerProcess(
            "workshop.modules.serve",
            folder=disk,
            environment={
                **self.environment,
                "TMPDIR": str(disk),
                MODULE: self.module.__name__,
                TASK_QUEUE: task_queue,
                **environment,
            },
            tell=lambda _: None,  # `process` says it
        )
        return process

    def _a_disk(self) -> Path:
        """Return a folder that holds the modules of ``work/`` and belongs to one worker."""
        disk = self.until_its_end.enter_context(Scratch("disk"))
        for module in self._lab.workspace.work.glob("*.py"):
            shutil.copy(module, disk)
        return disk

    async def process(self, task_queue: str) -> WorkerProcess:
        """Return the process on this task queue, launched if need be, as soon as it polls.

        Raises:
            NotYet: the process ended, or does not poll.
        """
        process = self._processes.get(task_queue) or self.launch(task_queue)
        try:
            await process.wait_until_it_polls(self.client, task_queue)
        except ProcessStartError as error:
            raise not_served(error) from error
        return process

    async def end(self) -> None:
        """Terminate what still runs and end the workers."""
        for making in self._shared.values():
            making.cancel()
        await asyncio.gather(*self._shared.values(), return_exceptions=True)
        for process in self._processes.values():
            process.kill()
        for run in self.runs:
            if run.outcome is None:
                with contextlib.suppress(RPCError):  # it may have ended by itself
                    await run.handle.terminate("the check is over")
        for worker in self._workers:
            await worker.stop()
        self.until_its_end.close()

    def new_order(self) -> OrderInput:
        """Return an order that nobody has placed yet."""
        order = sample_order(f"{self.exercise}-{uuid.uuid4().hex[:8]}")
        self._ids[order.order_id] = SAMPLE_ID
        return order

    def workflow_type(self, name: str) -> str:
        """Return ``name`` if the learner has a workflow of it, else that of the only one there is.

        Raises:
            NotYet: there are several and none has the name.
        """
        found = self.workflows
        if name in found:
            return name
        expect(
            len(found) == 1,
            expected=f"a workflow named {name} in your module",
            happened=f"it defines {', '.join(sorted(found))}.",
            think="which of them the exercise asks for.",
        )
        return next(iter(found))

    async def start(
        self,
        name: str,
        argument: Any,
        *,
        task_queue: str | None = None,
        skips_waits: bool = False,
        **options: Any,
    ) -> Run:
        """Start the learner's workflow.

        Args:
            name: its workflow type.
            argument: what it is given.
            task_queue: where; None: where the trial's worker is.
            skips_waits: start it with `skipping_client`.
            options: as `Client.start_workflow` has them.
        """
        workflow_type = self.workflow_type(name)
        workflow_id = f"{workflow_type}-{uuid.uuid4().hex[:8]}"
        self._ids[workflow_id] = workflow_type
        client = self.skipping_client if skips_waits else self.client
        handle: WorkflowHandle[Any, Any] = await client.start_workflow(
            workflow_type,
            argument,
            id=workflow_id,
            task_queue=task_queue or self.worker.task_queue,
            **options,
        )
        run = Run(self, workflow_type, handle, getattr(argument, "order_id", None))
        run.task_queue = task_queue or self.worker.task_queue
        self.runs.append(run)
        return run

    async def run(self, name: str, argument: Any, **options: Any) -> Run:
        """Start the learner's workflow and wait until it has ended, however it ends."""
        run = await self.start(name, argument, **options)
        await run.end()
        return run

    async def shared(self, make: Callable[[Trial], Awaitable[Made]]) -> Made:
        """Return what ``make`` makes of this trial, once for all checks that ask for it."""
        if make not in self._shared:
            # Its runs belong to no check: each that asks for them can find its cause there.
            context = contextvars.copy_context()
            context.run(judged_check.set, "")
            self._shared[make] = context.run(asyncio.ensure_future, make(self))
        made: Made = await asyncio.shield(self._shared[make])
        return made

    async def expect_replays(self) -> None:
        """Raise `NotYet` unless the code replays every run that has ended."""
        await expect_replays_of(*(run for run in self.runs if run.outcome is not None))

    def _task_queues(self) -> list[str]:
        return [worker.task_queue for worker in self._workers if worker.is_running]

    def explained(self, finding: NotYet) -> NotYet:
        """Return the finding with its cause, and with names that people know in place of ids."""
        runs = [run for run in reversed(self.runs) if run.check in (judged_check.get(), "")]
        finding = with_cause(finding, runs, self.module)
        return NotYet(
            expected=self._without_ids(finding.expected),
            happened=self._without_ids(finding.happened),
            think=finding.think,
        )

    def _without_ids(self, text: str) -> str:
        for made, name in self._ids.items():
            text = text.replace(made, name)
        return text

    async def over_too_soon(self, error: Exception) -> NotYet | None:
        """Return the finding for a workflow that had ended when the check sent it a message."""
        if not (isinstance(error, RPCError) and error.status is RPCStatusCode.NOT_FOUND):
            return None
        for run in self._awaited():
            if await run.is_closed():
                return await run.ended_too_soon()
        return None

    async def unless_blocked(self, judging: Awaitable[None]) -> None:
        """Wait for a check that judges; raise `NotYet` if the answer blocks its worker meanwhile."""
        async with meanwhile(judging) as task:
            while not task.done():
                await asyncio.wait({task}, timeout=LOOK)
                for worker in self._workers:
                    self._expect_not_blocked(worker)
            task.result()

    def _expect_not_blocked(self, worker: BackgroundWorker) -> None:
        seconds = worker.blocked_for()
        if seconds < BLOCKED * slowness():
            return
        line = worker.line_in(f"{self.module.__name__}.py")
        expect(
            line is None,
            expected="your worker to be free for other work while an activity waits",
            happened=f"line {line} of your cell has kept it busy for {seconds:.0f} s, and nothing "
            "else could run meanwhile.",
            think="what that line waits for, and whether it awaits it. An async def activity "
            "shares one event loop with all others.",
        )

    async def obstacle(self) -> CouldNotJudge | None:
        """Return what is in the way of a verdict at this moment, if anything is."""
        return await find_obstacle(
            self.client, self._lab, workers=self._workers, restarts=self._restarts
        )

    async def overdue(self, seconds: float) -> NotYet | CouldNotJudge:
        """Return what to say of a check that did not end in time."""
        if awaited := self._awaited():
            try:
                return await awaited[0].still_runs(f"the workflow to end within {seconds:.0f} s")
            except RPCError as error:
                if obstacle := obstacle_in(error):
                    return obstacle
                raise
        return NotYet(
            expected=f"this to be over within {seconds:.0f} s",
            happened="it is not.",
            think="what in your code could take that long.",
        )

    def _awaited(self) -> list[Run]:
        """Return the runs of the check being judged that it has not seen end, the newest first."""
        titles = (judged_check.get(), "")
        return [run for run in reversed(self.runs) if run.outcome is None and run.check in titles]
