"""``python -m workshop.room.board``: the program that a room runs. It ends with the room."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

import uvicorn
from jupyterhub.services.auth import HubOAuth

from workshop.course.agenda import AGENDA
from workshop.desk.courier import IDLE
from workshop.processes.leash import end_with_parent
from workshop.processes.serving import Server
from workshop.room.board.board import Board
from workshop.room.board.gate import Gate
from workshop.room.board.hub import Hub, HubError
from workshop.room.board.service import board_app
from workshop.room.board.store import Store
from workshop.room.files import SEATS, TOKENS, TOLD
from workshop.room.seats import Seats
from workshop.room.tokens import Tokens

#: Seconds between two looks at what is due: what is too old to be kept, help that is over.
LOOKS_AFTER = 10.0


def main() -> None:
    """Serve until the room ends."""
    end_with_parent()
    state = Path(os.environ["WORKSHOP_ROOM_STATE"])
    seats, auth = Seats(state / SEATS), HubOAuth()
    hub = Hub(auth.api_url.rstrip("/"), auth.api_token)
    store = Store.open(state / TOLD)

    def agenda() -> list[dict[str, Any]]:
        with contextlib.suppress(OSError, ValueError):
            slots: list[dict[str, Any]] = json.loads((state / AGENDA).read_text(encoding="utf-8"))
            return slots
        return []

    board = Board(store, seats.shown, agenda)
    prefix = auth.base_url.rstrip("/")
    config = uvicorn.Config(
        board_app(board, Gate(auth, Tokens(state / TOKENS)), hub, prefix),
        host="127.0.0.1",
        port=int(os.environ["WORKSHOP_BOARD_PORT"]),
        ws="none",
        lifespan="off",
        log_level="warning",
        access_log=False,
        timeout_keep_alive=round(IDLE + 15),
    )
    print("serving", flush=True)
    asyncio.run(_serve(Server(config), board, hub))


async def _serve(server: uvicorn.Server, board: Board, hub: Hub) -> None:
    looking_after = asyncio.create_task(_look_after(board, hub))
    await server.serve()
    looking_after.cancel()


async def _look_after(board: Board, hub: Hub) -> None:
    """Do what is due, again and again."""
    while True:
        now = time.time()
        with contextlib.suppress(sqlite3.Error):  # a full disk: the next time
            board.forget_old(now)
        for seat in board.overdue(now):
            with contextlib.suppress(HubError):
                await hub.shut_out(seat)
                board.leave(seat)
        await asyncio.sleep(LOOKS_AFTER)


if __name__ == "__main__":
    main()
