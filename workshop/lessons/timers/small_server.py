"""A small Temporal server that an experiment may switch off: the lab's own serves others too.

It listens on loopback, keeps its workflows in a file, and ends with the notebook. Switched on
again it takes up the same file.
"""

from __future__ import annotations

import asyncio
import weakref
from typing import Any

from temporalio.client import Client

from workshop.processes.scratch import Scratch
from workshop.temporal.command import find_command
from workshop.temporal.connect import connect
from workshop.temporal.server import DevServer, start_server
from workshop.temporal.worker import BackgroundWorker


class SmallServer:
    """A Temporal server of an experiment's own; made and switched on by `switched_on`.

    Attributes:
        client: a client of it, made anew each time it is switched on.
    """

    client: Client

    def __init__(self) -> None:
        self._folder = Scratch("small")
        # It goes with this object, at the latest when the notebook's kernel ends.
        weakref.finalize(self, self._folder.remove)
        self._server: DevServer | None = None

    @classmethod
    async def switched_on(cls) -> SmallServer:
        """Return a server that runs."""
        server = cls()
        await server.switch_on()
        return server

    async def switch_on(self) -> None:
        """Start the server on the file it left, and connect to it.

        Raises:
            ServerStartError, TemporalCommandError: there is no server to be had on this machine.
        """
        if self._server is None:
            self._server = await start_server(
                await find_command(),
                database=self._folder.path / "temporal.db",
                log=self._folder.path / "temporal.log",
                inherits=self._folder.lock.inheritable,
            )
            self.client = await connect(self._server.address)

    async def switch_off(self) -> None:
        """End the server and wait until it has gone."""
        if self._server is not None:
            await asyncio.to_thread(self._server.stop)
            self._server = None

    async def worker(self, task_queue: str, **options: Any) -> BackgroundWorker:
        """Start a worker on this server; the options of `temporalio.worker.Worker`."""
        assert self._server is not None, "switch the server on first"
        address = self._server.address
        worker = BackgroundWorker(lambda: connect(address), task_queue, **options)
        await worker.start()
        return worker

    def __repr__(self) -> str:
        return f"small Temporal server · {'on' if self._server else 'off'}"
