"""A Temporal server that starts when somebody connects to it.

Most tests start a server of their own. Some connect to the one that TEMPORAL_ADDRESS names, and no
two jobs may meet there. To start one for every job took 0.6 s of processor time each, and the
tests waited for it; so a port waits in its place, and hands connections on once it is there.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import subprocess
import threading
from typing import Any

from temporalio.runtime import Runtime, TelemetryConfig

from workshop.patience import meanwhile
from workshop.processes.ports import free_port, listening_ports
from workshop.temporal.connect import connect
from workshop.temporal.server import ENVIRONMENT, TRIES, dynamic_config


class ServerOnDemand:
    """A port on loopback, and behind it a development server from the first connection on.

    A thread waits for connections; whoever connects is served as soon as the server answers.
    ``port`` is the port, ``is_started`` whether anybody has connected.

    Args:
        command: the ``temporal`` program.
    """

    def __init__(self, command: str) -> None:
        self._command = command
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._server: asyncio.subprocess.Process | None = None
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()

    @property
    def is_started(self) -> bool:
        """Whether the server was started."""
        return self._server is not None

    def close(self) -> None:
        """Kill the server, if there is one; the thread ends with its process."""
        if self._server is not None:
            with contextlib.suppress(ProcessLookupError):  # it has ended by itself
                self._server.kill()

    async def _serve(self) -> None:
        start: asyncio.Task[int] | None = None

        async def hand_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal start
            start = start or asyncio.create_task(self._start())
            from_server, to_server = await asyncio.open_connection("127.0.0.1", await start)
            await asyncio.gather(_copy(reader, to_server), _copy(from_server, writer))

        async with await asyncio.start_server(hand_on, sock=self._listener) as port:
            await port.serve_forever()

    async def _start(self) -> int:
        """Start the server and return its own port once it answers.

        Raises:
            RuntimeError: it ended each time, or does not answer.
        """
        for _ in range(TRIES):
            port = free_port()
            self._server = await asyncio.create_subprocess_exec(
                *(self._command, "server", "start-dev", "--headless"),
                *("--ip", "127.0.0.1", "--port", str(port), "--log-level", "never"),
                *dynamic_config(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**ENVIRONMENT, **os.environ},
            )
            # The process's default runtime stays the tests' own to configure.
            connecting = connect(f"127.0.0.1:{port}", runtime=Runtime(telemetry=TelemetryConfig()))
            async with meanwhile(self._server.wait()) as ended, meanwhile(connecting) as answered:
                either: set[asyncio.Future[Any]] = {ended, answered}
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
                if not ended.done():
                    await answered
                    if port in listening_ports(self._server.pid):
                        return port
                    self._server.kill()  # another program was first: it's that one that answers
        raise RuntimeError("The Temporal server ended at its start.")


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Copy one direction of a connection until its end, or until either side is gone."""
    with contextlib.suppress(ConnectionError), contextlib.closing(writer):
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
