"""A room of a test's own, on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.processes.ports import free_port
from workshop.room.options import DEFAULTS, Options
from workshop.room.room import Room


@contextmanager
def a_room(folder: Path, options: Options = DEFAULTS) -> Iterator[Room]:
    """Open a room in a folder; close it in the end."""
    room = Room(
        folder,
        address="127.0.0.1",
        port=free_port(None),
        options=options,
        say=lambda _: None,
    )
    try:
        yield room
    finally:
        room.close()
