"""The learner without a browser, against a room that isn't one."""

from __future__ import annotations

import asyncio
import json

import pytest
from tornado.httpclient import HTTPRequest

from workshop.room.guest import Guest, GuestError


async def test_a_slow_kernel_is_waited_for_as_long_as_one_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A kernel of a busy machine may take longer to answer than a client library would wait."""
    for name in ("connect_timeout", "request_timeout"):
        monkeypatch.setitem(HTTPRequest._DEFAULTS, name, 0.1)

    given_up = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (await reader.readuntil(b"\r\n\r\n")).startswith(b"POST"):
            kernel = json.dumps({"id": "kernel"})
            writer.write(
                b"HTTP/1.1 201 Created\r\nSet-Cookie: seat=ada\r\n"
                + f"Content-Length: {len(kernel)}\r\n\r\n{kernel}".encode()
            )
        else:
            await given_up.wait()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as room:
        port = room.sockets[0].getsockname()[1]
        async with Guest(f"http://127.0.0.1:{port}", "ada") as guest:
            guest.seat = "ada"
            with pytest.raises(GuestError, match="a cell was not over after 1 s"):
                await guest.run("print(1)", within=1)
        given_up.set()
