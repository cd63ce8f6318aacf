"""Where a room is: its folder, the address and port that learners reach, and whether it can be there."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path

import psutil

from workshop.errors import LabError
from workshop.processes.ports import free_port
from workshop.room.certificate import Certificate

#: The board's path at the room's one port.
BOARD_PREFIX = "/services/board"


class RoomError(LabError):
    """The room can't be opened; the message says why, and what to do."""


@dataclass(frozen=True)
class Place:
    """Where the parts of a room listen.

    ``address`` and ``port`` are open to learners; the rest is on loopback.
    """

    address: str
    port: int
    proxy_api: int
    hub: int
    board: int
    certificate: Certificate | None

    @property
    def scheme(self) -> str:
        """How a browser speaks to it."""
        return "https" if self.certificate else "http"

    @property
    def hub_url(self) -> str:
        """Where the hub itself is, for who is on this machine."""
        return f"http://127.0.0.1:{self.hub}/hub"

    @property
    def board_url(self) -> str:
        """Where the board itself is, for who is on this machine."""
        return f"http://127.0.0.1:{self.board}{BOARD_PREFIX}"


def make_folder(state: Path) -> None:
    """Make the room's folder; raise `RoomError` if that may not be."""
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise RoomError(
            f"The room can't be kept in {state.parent}: {error.strerror}. Name another folder: "
            "workshop room --folder FOLDER"
        ) from None


def expect_free(address: str, port: int) -> None:
    """Raise `RoomError` unless the room can listen there."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((address, port))
        except PermissionError:
            raise RoomError(
                f"You may not open port {port}: below 1024 the system wants root. Take another one: "
                "workshop room --port 8000"
            ) from None
        except OSError as error:
            raise RoomError(
                f"Port {port} of {address} can't be had: {error.strerror}. Take another one: "
                f"workshop room --port {free_port(port + 1)}"
            ) from None


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches it."""
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"


def reached_by(address: str) -> list[str]:
    """Return the addresses and names by which browsers reach it, the best one first."""
    if address not in ("0.0.0.0", "::"):
        return [address]
    found = [
        each.address
        for addresses in psutil.net_if_addrs().values()
        for each in addresses
        if each.family == socket.AF_INET and not is_loopback(each.address)
    ]
    return [*found, socket.gethostname(), "127.0.0.1", "localhost"]
