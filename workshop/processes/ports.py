"""Ports on loopback: which are free, and which a process listens on."""

from __future__ import annotations

import os
import socket

import psutil

from workshop.errors import LabError

#: How many ports are looked at, from the one that is wished for.
RANGE = 200


class NoFreePortError(LabError):
    """Every port of the range is in use."""


def free_port(preferred: int | None = None) -> int:
    """Return ``preferred`` or the first free port above it; without it, one the system picks.

    Another program may take it in the meantime: whoever starts a server there has to look whether
    it is the one that listens.

    Raises:
        NoFreePortError: none of the next 200 is free.
    """
    for port in range(preferred, preferred + RANGE) if preferred else [0]:
        with socket.socket() as probe:
            if os.name == "posix":  # a listener that has just ended leaves its port usable
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except (OSError, OverflowError):
                continue
            return int(probe.getsockname()[1])
    raise NoFreePortError(
        f"None of the ports {preferred} to {(preferred or 0) + RANGE - 1} is free. End some of the "
        "programs that listen there, or restart the computer; then try again."
    )


def listening_ports(pid: int) -> set[int]:
    """Return the TCP ports on which the process itself listens; none if it is gone."""
    try:
        connections = psutil.Process(pid).net_connections("tcp")
    except psutil.Error:
        return set()
    return {each.laddr.port for each in connections if each.status == psutil.CONN_LISTEN}
