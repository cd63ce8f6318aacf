"""Trying a program: a worker's or a client's module, run as at work, on a server of its own.

A worker names its task queue, and a client connects where its environment says. On the lab's
server either could meet a worker that the learner has running. So the check starts a development
server of its own, on this machine whatever cluster is configured, and puts its address in the
environment of the processes it starts. (Measured: a server is there in 0.15 s; a new namespace on
the lab's server becomes usable only after 1.7 s.)
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import psutil
from temporalio.client import Client

from workshop.exercises.engine.finding import NotYet, expect
from workshop.exercises.engine.unawaited import warn_as_printed
from workshop.exercises.engine.words import listed
from workshop.exercises.programs import call
from workshop.exercises.programs.call import Answer, Call
from workshop.exercises.workflows.exercise import Exercise
from workshop.exercises.workflows.run import Run
from workshop.exercises.workflows.trial import Trial, client_of_a_check
from workshop.lab.lab import Lab
from workshop.modules.files import IMPORT_DEADLINE, import_current
from workshop.orders import OrderInput
from workshop.patience import slowness
from workshop.processes.scratch import Scratch
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.process import ProcessStartError, WorkerProcess
from workshop.temporal.server import DevServer, start_server
from workshop.temporal.worker import BackgroundWorker

ProgramJudge = Callable[["ProgramTrial"], Awaitable[None]]

#: A program that does not poll is looked at so often, after so many seconds each. When it has used
#: less than so many seconds of the processor at so many looks in a row, it is not on its way up;
#: nor when it has used `TOO_MUCH`. Measured: 0.6 to 1.5 until it polls.
LOOKS, LOOK, AT_REST, IN_A_ROW, TOO_MUCH = 15, 1.0, 0.03, 3, 6.0


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
        self, title: str, *, within: float = 15.0, together: bool = False
    ) -> Callable[[ProgramJudge], ProgramJudge]:
        """Make the decorated function a check of this exercise; see `Exercise.requires`."""
        return super().requires(title, within=within, together=together)  # type: ignore[return-value]

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

    async def start_program(self, *, polls: str, **environment: str | None) -> WorkerProcess:
        """Run the learner's module as a program and wait until it polls that task queue.

        Args:
            polls: the task queue.
            environment: variables besides those of this trial; None takes one out.

        Raises:
            NotYet: it ended, or does not poll; the finding says which.
        """
        program = WorkerProcess(
            self.module.__name__,
            folder=self._work,
            environment={**self._environment, **environment},
            tell=lambda _: None,
        )
        self.programs.append(program)
        used, at_rest = 0.0, 0
        for _ in range(LOOKS):
            try:
                await program.wait_until_it_polls(self.client, polls, within=LOOK * slowness())
                return program
            except ProcessStartError:
                before, used = used, _processor_seconds(program)
                at_rest = at_rest + 1 if used - before < AT_REST else 0
                if not program.is_running or at_rest == IN_A_ROW or used > TOO_MUCH:
                    break
        raise _why_it_does_not_poll(program, polls, self.is_connected(program.pid), used)

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
                think="what becomes of the task when the process ends now, and who hears of its "
                "error.",
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


class Caller:
    """A process that calls functions of a module, as a web server or a script would."""

    def __init__(self, module: str, folder: Path, environment: dict[str, str | None]) -> None:
        variables: dict[str, str | None] = {**os.environ, **environment}
        self._process = subprocess.Popen(
            [sys.executable, call.__file__, module, f"{IMPORT_DEADLINE * slowness():.0f}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env={name: value for name, value in variables.items() if value is not None},
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """The process id, as the operating system knows it."""
        return self._process.pid

    def ask(self, calls: list[Call]) -> list[Answer]:
        """Let the process make the calls at the same time; return the answers in their order.

        Where Python warned there of a coroutine that was never awaited, it is warned of here too.

        Raises:
            NotYet: the module cannot be imported there.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(call.as_line(calls))
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline() or '{"failed": "It ended."}')
        if "failed" in said:
            raise NotYet(
                expected="your module to be importable by another program",
                happened=said["failed"],
                think="what that line needs that is not there, and what runs when a module is "
                "imported.",
            )
        for message, path, line in said["unawaited"]:
            warnings.warn_explicit(message, RuntimeWarning, path, line)
        return [Answer(**each) for each in said["answers"]]

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()


def _why_it_does_not_poll(
    program: WorkerProcess, polls: str, is_connected: bool, used: float
) -> NotYet:
    expected = f"a program that runs and polls the task queue {polls}"
    if not program.is_running:
        code = repr(program).rpartition(" · ")[2]
        wrote = last_words(program)
        return NotYet(
            expected=expected,
            happened=f"it {code}" + (f". {wrote}" if wrote else " and wrote nothing."),
            think="what that line does, and what it should have been given."
            if wrote
            else "which call starts main(), and which call in it lasts as long as the worker runs.",
        )
    if used > TOO_MUCH:
        return NotYet(
            expected=expected,
            happened=f"it has kept a processor busy for {used:.0f} s, and polls nothing.",
            think="which loop in it never ends, and whether it awaits anything.",
        )
    if not is_connected:
        return NotYet(
            expected=expected,
            happened="it runs, but it has no connection to the server that TEMPORAL_ADDRESS names.",
            think="where the worker's client gets the address from, and whether main() is awaited.",
        )
    return NotYet(
        expected=expected,
        happened="it runs and is connected, but it does not poll that task queue.",
        think="which task queue its Worker names, and whether the worker is run.",
    )


def last_words(program: WorkerProcess) -> str:
    """Say what a program that has ended wrote last, and which line of the learner's it was at."""
    said = [each for each in program.output.splitlines() if "tracemalloc" not in each]
    if not any(each.strip() for each in said):
        return ""
    places = re.findall(rf"{program.module}\.py(?:\", line |:)(\d+)", program.output)
    where = f"At line {places[-1]} of your cell" if places else "It wrote last"
    errors = [each for each in said if re.match(r"[\w.]+: ", each)]
    warnings = [each.partition(": ")[2] for each in said if "Warning: " in each]
    return f"{where}: {(errors or warnings or said)[-1].strip()}"


def _processor_seconds(program: WorkerProcess) -> float:
    """Return how long the program has worked; what it waited for does not count."""
    try:
        times = psutil.Process(program.pid).cpu_times()
    except psutil.Error:
        return 0.0
    return float(times.user + times.system)
