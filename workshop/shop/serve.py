"""uvicorn, adjusted: signals are left alone, and an answer can be lost on purpose."""

import asyncio
import socket
import sqlite3

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from workshop.processes.serving import Server
from workshop.shop.gate import Gate
from workshop.shop.service import shop_app


def serve(
    db: sqlite3.Connection, lab_id: str, listener: socket.socket, secret: str | None = None
) -> None:
    """Serve the shop on a socket that already listens, until the process ends.

    With a secret, it is served under ``/<secret>`` only.
    """
    config = uvicorn.Config(
        Gate(shop_app(db, lab_id), secret),
        http=_Protocol,
        loop="asyncio",
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        # A client's idle connection is never closed just as the client uses it again.
        timeout_keep_alive=3600,
    )
    Server(config).run(sockets=[listener])


class _Protocol(H11Protocol):
    """Puts the connection where a response finds it (`scope["state"]`), to be able to cut it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}
