"""Trying a program: a worker's or a client's module, run as at work, on a server of its own.

A worker names its task queue, and a client connects where its environment says. On the lab's
server either could meet a worker that the learner has running. So the check starts a development
server of its own, on this machine whatever cluster is configured, and puts its address in the
environment of the processes it starts. (Measured: a server is there in 0.15 s; a new namespace on
the lab's server becomes usable only after 1.7 s.)
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from types import ModuleType
from typing import Any

import psutil
from temporalio.client import Client

from workshop.exercises.engine.finding import expect
from workshop.exercises.engine.unawaited import warn_as_printed
from workshop.exercises.engine.words import listed
from workshop.exercises.programs.call import Answer, Call
from workshop.exercises.programs.caller import Caller
from workshop.exercises.programs.polling import (
    AT_REST,
    IN_A_ROW,
    LOOK,
    LOOKS,
    TOO_MUCH,
    processor_seconds,
    why_it_does_not_poll,
)
from workshop.exercises.workflows.client import client_of_a_check
from workshop.exercises.workflows.exercise import Exercise
from workshop.exercises.workflows.run import Run
from workshop.exercises.workflows.trial import Trial
from workshop.lab.lab import Lab
from workshop.modules.files import import_current
from workshop.orders import OrderInput
from workshop.patience import slowness
from workshop.processes.scratch import Scratch
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.process import ProcessStartError, WorkerProcess
from workshop.temporal.server import DevServer, start_server
from workshop.temporal.worker import BackgroundWorker

ProgramJudge = Callable[["ProgramTrial"], Awaitable[None]]


class ProgramExercise(Exercise):
    """An exercise the checks of which want a server of their own.

    Args:
        runs_by_itself: the module is a program: it runs in processes of its own and is not
            imported here.
        options: as `Exercise` has them.
    """

    def __init__(self, name: str, *, runs_by_itself: bool, **options: Any) -> None:
        super().__init__(name, **options)
        self.runs_by_itself = runs_by_itself

    def requires(  # type: ignore[override]  # its judges get a ProgramTrial, which `begin` makes
        self, title: str, *, within: float = 15.0, then: bool = False
    ) -> Callable[[ProgramJudge], ProgramJudge]:
        """Make the decorated function a check of this exercise; see `Exercise.requires`."""
        return super().requires(title, within=within, then=then)  # type: ignore[return-value]

    async def begin(self, lab: Lab) -> Trial:
        """Return the trial, on a server of its own."""
        module = ModuleType(self.module) if self.runs_by_itself else import_current(self.module)
        return await ProgramTrial.on_a_server_of_its_own(self.name, module, lab)


class ProgramTrial(Trial):
    """One answer and a Temporal server that serves nobody else.

    ``client`` is a client of that server, ``address`` its ``host:port``; ``programs`` are the
    learner's processes, ``callers`` the ones that call functions of theirs, and ``background`` the
    check's own workers, in the order of their start.
    """

    def __init__(
        self, exercise: str, module: ModuleType, lab: Lab, client: Client, server: DevServer
    ) -> None:
        super().__init__(exercise, module, lab)
        self.client = client_of_a_check(client, self._task_queues)
        self.address = server.address
        self._server = server
        self._work = lab.workspace.work
        self.programs: list[WorkerProcess] = []
        self.background = self._workers
        self.callers: list[Caller] = []
        # What is configured for the learner's cluster must not reach these processes.
        self._environment: dict[str, str | None] = {
            **{name: None for name in os.environ if name.startswith("TEMPORAL_")},
            "TEMPORAL_ADDRESS": server.address,
            "TEMPORAL_NAMESPACE": "default",
            "TEMPORAL_CONFIG_FILE": os.devnull,
            "WORKSHOP_SHOP_URL": lab.address.shop_url,
        }

    @classmethod
    async def on_a_server_of_its_own(
        cls, exercise: str, module: ModuleType, lab: Lab
    ) -> ProgramTrial:
        """Start a server and return the trial on it.

        Raises:
            ServerStartError, TemporalCommandError: there is no server to be had on this machine.
        """
        folder = Scratch("check")
        server = await start_server(
            await find_command(),
            database=folder.path / "temporal.db",
            log=folder.path / "temporal.log",
            remove=folder.path,
            inherits=folder.lock.inheritable,
        )
        try:
            return cls(exercise, module, lab, await connect(server.address), server)
        except BaseException:
            server.stop()
            raise

    def launch_program(self, **environment: str | None) -> WorkerProcess:
        """Begin to run the learner's module as a program.

        ``environment`` has variables besides those of this trial; None takes one out.
        """
        program = WorkerProcess(
            self.module.__name__,
            folder=self._work,
            environment={**self._environment, **environment},
            tell=lambda _: None,
        )
        self.programs.append(program)
        return program

    async def start_program(self, *, polls: str, **environment: str | None) -> WorkerProcess:
        """Run the learner's module as a program and wait until it polls that task queue.

        Args:
            polls: the task queue.
            environment: variables besides those of this trial; None takes one out.

        Raises:
            NotYet: it ended, or does not poll; the finding says which.
        """
        program = self.launch_program(**environment)
        used, at_rest = 0.0, 0
        for _ in range(LOOKS):
            try:
                await program.wait_until_it_polls(self.client, polls, within=LOOK * slowness())
                return program
            except ProcessStartError:
                before, used = used, processor_seconds(program)
                at_rest = at_rest + 1 if used - before < AT_REST else 0
                if not program.is_running or at_rest == IN_A_ROW or used > TOO_MUCH:
                    break
        raise why_it_does_not_poll(program, polls, self.is_connected(program.pid), used)

    async def work(self, task_queue: str, **options: Any) -> BackgroundWorker:
        """Start a worker of the check's own on this server; options as `Worker` has them."""
        worker = BackgroundWorker(lambda: connect(self.address), task_queue, **options)
        await worker.start()
        self.background.append(worker)
        return worker

    def begin_caller(self, **environment: str) -> Caller:
        """Begin a process that can make calls, with variables besides those of this trial."""
        caller = Caller(self.module.__name__, self._work, {**self._environment, **environment})
        self.callers.append(caller)
        return caller

    async def call(
        self, function: str, *arguments: Any, within: float = 5.0, caller: Caller | None = None
    ) -> Answer:
        """Call a function of the learner's module from another process; return what it answered."""
        return (await self.call_at_once(function, [arguments], within=within, caller=caller))[0]

    async def call_at_once(
        self,
        function: str,
        arguments: list[tuple[Any, ...]],
        *,
        within: float = 5.0,
        caller: Caller | None = None,
    ) -> list[Answer]:
        """Call a function several times at the same time, once for each tuple of arguments.

        Args:
            function: its name.
            arguments: those of each call.
            within: seconds on a machine that does nothing else; a busy one gives more.
            caller: the process that makes the calls; None: the first one.

        Raises:
            NotYet: the module cannot be imported there, has no such function, forgot an ``await``
                in it, or leaves work behind that nobody awaits.
        """
        if caller is None:
            caller = self.callers[0] if self.callers else self.begin_caller()
        calls = [Call(function, each, within * slowness()) for each in arguments]
        answers = await asyncio.to_thread(caller.ask, calls)
        for answer in answers:
            expect(
                answer.type != "coroutine" and "'coroutine' object" not in (answer.error or ""),
                expected=f"{function} to await what it calls",
                happened="it returned a coroutine that nobody had awaited."
                if answer.type == "coroutine"
                else f"{answer}.",
                think="which call in it gives a coroutine, and what has to stand before it.",
            )
            expect(
                not answer.in_time or not answer.left,
                expected=f"{function} to await what it begins",
                happened=f"it had returned while {listed(answer.left)} still ran, in a task.",
                think="what happens to the task when the process ends now, and who sees its error.",
            )
        return answers

    async def start_order(self, order: OrderInput, *, task_queue: str) -> Run:
        """Start an OrderWorkflow under the order's id; which one is for the worker to say."""
        handle = await self.client.start_workflow(
            "OrderWorkflow", order, id=order.order_id, task_queue=task_queue
        )
        run = Run(self, "OrderWorkflow", handle, order.order_id)
        self.runs.append(run)
        return run

    async def end(self) -> None:
        """End every process and worker, then the server with all it knows."""
        for program in self.programs:
            program.kill()
            warn_as_printed(program.output)
        for caller in self.callers:
            caller.end()
        for worker in self.background:
            await worker.stop()
        await asyncio.to_thread(self._server.stop)

    def is_connected(self, pid: int) -> bool:
        """Whether the process has a connection to the server of this trial."""
        port = int(self.address.rpartition(":")[2])
        try:
            connections = psutil.Process(pid).net_connections("tcp")
        except psutil.Error:
            return False
        return any(each.raddr and each.raddr.port == port for each in connections)
