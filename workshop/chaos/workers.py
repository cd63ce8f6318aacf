"""Some worker processes that serve a module; one that was killed is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

from temporalio.client import Client

from workshop.chaos.strikes import STRIKES, STRUCK, Strikes, as_text
from workshop.processes.scratch import Scratch
from workshop.temporal.process import ProcessStartError, WorkerProcess

#: The environment variables by which `workshop.chaos.worker` knows what to serve, and where.
MODULE, TASK_QUEUE = "WORKSHOP_CHAOS_MODULE", "WORKSHOP_CHAOS_TASK_QUEUE"


class Workers:
    """Worker processes for one module on one task queue; use it as ``async with``.

    ``kills`` is how often one of them was killed and replaced.

    Args:
        client: a client of the server that they poll.
        module: the module's name.
        task_queue: the task queue they poll.
        folder: where the module is.
        environment: what says where the server and the shop are.
        strikes: what happens at the moments of their activities.
        count: how many there are at a time.
    """

    def __init__(
        self,
        client: Client,
        module: str,
        task_queue: str,
        *,
        folder: Path,
        environment: Mapping[str, str | None],
        strikes: Strikes,
        count: int = 2,
    ) -> None:
        self.kills = 0
        self._struck = Scratch("strikes")
        self._client = client
        self._task_queue = task_queue
        self._folder = folder
        self._environment = {
            **environment,
            MODULE: module,
            TASK_QUEUE: task_queue,
            STRIKES: as_text(strikes),
            STRUCK: str(self._struck.path),
        }
        self._count = count
        self._processes: list[WorkerProcess] = []
        self._replacing: asyncio.Task[None] | None = None

    def _launch(self) -> WorkerProcess:
        return WorkerProcess(
            "workshop.chaos.worker",
            folder=self._folder,
            environment=self._environment,
            tell=lambda _: None,
        )

    async def __aenter__(self) -> Workers:
        """Launch them and wait until all of them poll.

        Raises:
            ProcessStartError: one ended, or does not poll; the message holds what it wrote.
        """
        try:
            self._processes = [self._launch() for _ in range(self._count)]
            for process in self._processes:
                await process.wait_until_it_polls(self._client, self._task_queue)
        except BaseException:
            self._end()
            raise
        self._replacing = asyncio.ensure_future(self._replace_the_dead())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """End them.

        Raises:
            ProcessStartError: one ended by itself meanwhile, and not by SIGKILL.
        """
        if self._replacing is not None:
            self._replacing.cancel()
        self._end()
        if self._replacing is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._replacing

    async def _replace_the_dead(self) -> None:
        while True:
            for number, process in enumerate(self._processes):
                if process.is_running:
                    continue
                if signal.SIGKILL.name not in repr(process):
                    raise ProcessStartError(f"A worker has ended: {process!r}\n{process.output}")
                self.kills += 1
                self._processes[number] = self._launch()
            await asyncio.sleep(0.05)

    def _end(self) -> None:
        for process in self._processes:
            process.kill()
        self._struck.remove()
