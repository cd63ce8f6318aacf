"""A worker in a process of its own, as at work, so that it can be killed as at work."""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import subprocess
import sys
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
from workshop.processes.kept import print_to_stderr

#: Seconds a process may take until it polls its task queue. Measured: 0.8, most of it imports.
START_DEADLINE = 15.0


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
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-m", "workshop.temporal.run_module", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            cwd=folder,
            env={name: value for name, value in variables.items() if value is not None},
            start_new_session=True,
        )
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
        """End the process by SIGKILL: it gets no chance to say goodbye, as in a power cut."""
        self._asked_to_end = True
        self._process.kill()
        self._process.wait()

    def stop(self) -> None:
        """Ask the process to end as Ctrl-C does; after 5 s, more on a busy machine, kill it."""
        self._asked_to_end = True
        if os.name == "posix":
            with contextlib.suppress(ProcessLookupError):
                self._process.send_signal(signal.SIGINT)
        else:
            self._process.terminate()
        try:
            self._process.wait(5 * slowness())
        except subprocess.TimeoutExpired:
            self.kill()

    def _read(self) -> None:
        assert self._process.stdout is not None
        self._lines.extend(iter(self._process.stdout.readline, ""))
        if self._process.wait() and not self._asked_to_end:
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
