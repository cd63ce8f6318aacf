"""A line between a program and a server that can go silent, in either direction.

By it a check kills a program at a moment of its choice: before the server has heard of a request,
or after that and before the program has its answer.
"""

from __future__ import annotations

import asyncio
import contextlib

from workshop.patience import meanwhile


class Line:
    """A port on loopback that passes everything on to a server and back.

    ``requests`` and ``answers`` are set while that direction is open. What is said while it is
    not waits, until it is open again or the connection is `cut`.
    """

    def __init__(self, host: str, port: int) -> None:
        self._host = host
        self._port = port
        self.requests = asyncio.Event()
        self.answers = asyncio.Event()
        self._listener: asyncio.Server
        self._connections: set[asyncio.Task[None]] = set()

    @classmethod
    async def to(cls, address: str) -> Line:
        """Return an open line to the server at ``host:port``."""
        host, _, port = address.rpartition(":")
        line = cls(host, int(port))
        line.requests.set()
        line.answers.set()
        line._listener = await asyncio.start_server(line._connect, "127.0.0.1", 0)
        return line

    @property
    def address(self) -> str:
        """Where programs find the line, as ``host:port``."""
        host, port = self._listener.sockets[0].getsockname()[:2]
        return f"{host}:{port}"

    async def cut(self) -> None:
        """End every connection, with what waits in it; open both directions to new ones."""
        connections = [*self._connections]
        for connection in connections:
            connection.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        self.requests.set()
        self.answers.set()

    async def end(self) -> None:
        """Close the port and end every connection."""
        self._listener.close()
        await self.cut()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        this = asyncio.current_task()
        assert this is not None
        self._connections.add(this)
        with contextlib.suppress(OSError, asyncio.CancelledError):  # `cut` cancels
            await self._pass_all_on(reader, writer)
        self._connections.discard(this)
        writer.close()

    async def _pass_all_on(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        from_server, to_server = await asyncio.open_connection(self._host, self._port)
        try:
            async with (
                meanwhile(_pass_on(reader, to_server, self.requests)) as there,
                meanwhile(_pass_on(from_server, writer, self.answers)) as back,
            ):
                await asyncio.wait({there, back}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            to_server.close()


async def _pass_on(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, is_open: asyncio.Event
) -> None:
    with contextlib.suppress(ConnectionError):
        while said := await reader.read(65536):
            await is_open.wait()
            writer.write(said)
            await writer.drain()
