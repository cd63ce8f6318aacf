"""``workshop lab --room``: a lab on a learner's own laptop that tells a room's board of checks."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from workshop.desk.courier import Courier, Desk
from workshop.desk.spool import desk_folder
from workshop.errors import LabError
from workshop.lab.workspace import Workspace
from workshop.processes.whole_file import write_whole
from workshop.room.deeds import Deeds

#: Seconds that a room may take to show its certificate.
PATIENCE = 5.0


class LinkError(LabError):
    """The link isn't one for a laptop; the message says what one looks like."""


def courier_for(workspace: Workspace, link: str, say: Callable[[str], None]) -> Courier:
    """Begin to tell a room what happens in a workspace, and to do what its instructor wants.

    A room that can't be reached is told later. One whose certificate nobody known has signed, as
    `workshop room` makes it, is known by that certificate from then on.

    Args:
        workspace: the learner's.
        link: as the board gives it: the board's URL, a ``#`` and a token.
        say: gets what the learner has to know.

    Raises:
        LinkError: it is something else.
        OSError: the workspace can't be written to.
    """
    url, _, token = link.partition("#")
    place = urlsplit(url)
    if place.scheme not in ("http", "https") or not place.hostname or not token:
        raise LinkError(
            "That isn't a room's link for a laptop. Your instructor's board gives you one; it ends "
            "with # and a long word."
        )
    desk_folder(workspace.state).mkdir(mode=0o700, exist_ok=True)
    verify: bool | ssl.SSLContext = True
    if place.scheme == "https":
        verify = _trust(place.hostname, place.port or 443, desk_folder(workspace.state), say)
    desk = Desk(url.rstrip("/"), token)
    return Courier(workspace.state, desk, verify=verify, obey=Deeds(workspace).obey)


def _trust(host: str, port: int, folder: Path, say: Callable[[str], None]) -> bool | ssl.SSLContext:
    """Return how the room's certificate is looked at: as usual, or the one seen the first time."""
    seen = folder / f"{host}-{port}.pem"
    if not seen.exists():
        try:
            with socket.create_connection((host, port), PATIENCE) as plain:
                ssl.create_default_context().wrap_socket(plain, server_hostname=host).close()
            return True
        except ssl.SSLCertVerificationError:
            pem = ssl.get_server_certificate((host, port), timeout=PATIENCE)
            write_whole(seen, pem)
            say(f"The room's certificate is its own. It is trusted from now on, kept as {seen}.")
        except OSError:  # it is away: the courier goes on asking
            return True
    return ssl.create_default_context(cafile=seen)
