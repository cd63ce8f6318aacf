"""A room of a test's own, on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.processes.ports import free_port
from workshop.room.certificate import Certificate
from workshop.room.room import Room
from workshop.room.settings import IDLE


@contextmanager
def a_room(
    folder: Path,
    certificate: Certificate | None = None,
    *,
    idle: float = IDLE,
    bundle: Path | None = None,
) -> Iterator[Room]:
    """Open a room in a folder; close it in the end."""
    room = Room(
        folder,
        address="127.0.0.1",
        port=free_port(None),
        certificate=certificate,
        idle=idle,
        bundle=bundle,
        say=lambda _: None,
    )
    try:
        yield room
    finally:
        room.close()
