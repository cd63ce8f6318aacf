"""A worker in a process of its own, as at work, so that it can be killed as at work."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from pathlib import Path

from temporalio.api.enums.v1 import TaskQueueType
from temporalio.api.taskqueue.v1 import PollerInfo, TaskQueue
from temporalio.api.workflowservice.v1 import DescribeTaskQueueRequest
from temporalio.client import Client

from workshop.errors import LabError
from workshop.patience import slowness
from workshop.processes.forks import ForkServer
from workshop.processes.hanging_up import ends_of, wait_until_hung_up
from workshop.processes.kept import print_to_stderr

#: Seconds a process may take until it polls its task queue. Measured: 0.8, most of it imports.
START_DEADLINE = 15.0

#: Starts the programs that need the SDK: learners' workers and clients.
PROGRAMS = ForkServer("workshop.temporal.preload")

#: The exit code of a program that Ctrl-C has ended, as shells have it.
INTERRUPTED = 130

#: What the SDK calls a worker that is given no name: temporalio/service.py, ConnectConfig.
_SDKS_IDENTITY = re.compile(r"\d+@")


class ProcessStartError(LabError):
    """The process ended, or did not begin to poll; the message holds what it wrote."""


class WorkerProcess:
    """An operating-system process that runs one of the learner's modules.

    ``output`` is what it has written so far, both streams together.

    Args:
        module: the module's name, without ``.py``.
        folder: where the module is.
        environment: what its environment has besides ours; None takes a variable out.
        tell: called, from another thread, when the process ends badly by itself.
    """

    def __init__(
        self,
        module: str,
        *,
        folder: Path,
        environment: Mapping[str, str | None],
        tell: Callable[[str], None] = print_to_stderr,
    ) -> None:
        self.module = module
        self._tell = tell
        self._lines: list[str] = []
        self._asked_to_end = False
        search_path = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
        variables: dict[str, str | None] = {**os.environ, **environment}
        variables["PYTHONPATH"] = os.pathsep.join(search_path)
        self._began = datetime.now(timezone.utc)
        # The process ends with its standard input: nothing is ever written to that.
        its_input, self._leash = os.pipe()
        read, its_output = os.pipe()
        self._written = os.fdopen(read, encoding="utf-8", errors="replace")
        try:
            self._process = PROGRAMS.start(
                "workshop.temporal.run_module",
                module,
                folder=folder,
                environment={name: value for name, value in variables.items() if value is not None},
                stdin=its_input,
                stdout=its_output,
                stderr=its_output,
            )
        finally:
            os.close(its_input)
            os.close(its_output)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __repr__(self) -> str:
        return f"process '{self.module}' · {self._state()}"

    def _state(self) -> str:
        code = self._process.poll()
        if code is None:
            return "running"
        if code == INTERRUPTED:
            return "stopped"
        if code < 0:
            return f"ended by {signal.Signals(-code).name}"
        return f"ended with exit code {code}"

    @property
    def pid(self) -> int:
        """The process id, as the operating system knows it."""
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the process lives."""
        return self._process.poll() is None

    @property
    def output(self) -> str:
        """Everything the process has written so far."""
        if not self.is_running:
            self._reader.join(timeout=1)
        return "".join(self._lines)

    def kill(self) -> None:
        """End the process by SIGKILL: it gets no chance to say goodbye, as in a power cut.

        What comes after this call comes to a server that knows that the process is gone.
        """
        self._asked_to_end = True
        ends = ends_of(self.pid)
        self._process.kill()
        self._process.wait()
        wait_until_hung_up(ends)

    def stop(self) -> None:
        """Ask the process to end as Ctrl-C does; after 5 s, more on a busy machine, kill it."""
        self._asked_to_end = True
        self._process.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
        try:
            self._process.wait(5 * slowness())
        except subprocess.TimeoutExpired:
            self.kill()

    def _read(self) -> None:
        with self._written:
            self._lines.extend(iter(self._written.readline, ""))
        code = self._process.wait()
        os.close(self._leash)
        if code and not self._asked_to_end:
            self._tell(
                f"The process '{self.module}' has {self._state()}. It wrote last:\n"
                + "".join(self._lines[-20:])
            )

    async def wait_until_it_polls(
        self, client: Client, task_queue: str, within: float | None = None
    ) -> None:
        """Wait until the server sees this process poll ``task_queue``.

        The SDK names a worker ``process id@host`` unless told otherwise; that is how the process
        is recognised among the pollers. A poller with another kind of name is taken for this
        process if it has polled since the process began.

        Args:
            client: a client of the process's namespace.
            task_queue: the task queue it should poll.
            within: seconds to wait; None: 15, and more on a busy machine.

        Raises:
            ProcessStartError: the process ended, or does not poll in time.
        """
        within = START_DEADLINE * slowness() if within is None else within
        deadline = time.monotonic() + within
        while not await self._polls(client, task_queue):
            if not self.is_running:
                self._asked_to_end = True  # the error below says it; not twice
                raise ProcessStartError(
                    f"The process '{self.module}' has {self._state()} before it polled "
                    f"'{task_queue}'. It wrote:\n{self.output}"
                )
            if time.monotonic() > deadline:
                raise ProcessStartError(
                    f"The process '{self.module}' runs, but does not poll the task queue "
                    f"'{task_queue}' after {within:.0f} s. Does its Worker name that "
                    f"task queue, and is it awaited? It wrote:\n{self.output}"
                )
            await asyncio.sleep(0.02)

    async def _polls(self, client: Client, task_queue: str) -> bool:
        for kind in (
            TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
            TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
        ):
            answer = await client.workflow_service.describe_task_queue(
                DescribeTaskQueueRequest(
                    namespace=client.namespace,
                    task_queue=TaskQueue(name=task_queue),
                    task_queue_type=kind,
                )
            )
            if any(self._may_be(poller) for poller in answer.pollers):
                return True
        return False

    def _may_be(self, poller: PollerInfo) -> bool:
        if _SDKS_IDENTITY.match(poller.identity):
            return poller.identity.startswith(f"{self.pid}@")
        last_poll = poller.last_access_time.ToDatetime(timezone.utc)
        return last_poll > self._began
