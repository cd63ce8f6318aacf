"""What JupyterHub and its proxy are told."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.processes.whole_file import write_whole
from workshop.room.certificate import Certificate
from workshop.room.seats import INSTRUCTOR

PAGES = Path(__file__).parent / "pages"
HUB_CONFIG = Path(__file__).parent / "hub_config.py"
PROXY = Path(__file__).parent / "proxy" / "lib" / "configurable-http-proxy.cjs"

#: Seconds that a seat may take to answer, and that one may wait for it, standing in line, when a
#: whole room sits down at once.
SEAT_DEADLINE, LINE = 120, 900

#: What the instructor may do: look after seats and sit down beside somebody. Not: change the room.
INSTRUCTOR_SCOPES = [
    "admin-ui",
    "list:users",
    "read:users",
    "admin:servers",
    "access:servers",
    "self",
]


@dataclass(frozen=True)
class Place:
    """Where the parts of a room listen.

    ``address`` and ``port`` are open to learners; the rest is on loopback.
    """

    address: str
    port: int
    proxy_api: int
    hub: int
    certificate: Certificate | None

    @property
    def scheme(self) -> str:
        """How a browser speaks to it."""
        return "https" if self.certificate else "http"

    @property
    def hub_url(self) -> str:
        """Where the hub itself is, for who is on this machine."""
        return f"http://127.0.0.1:{self.hub}/hub"


def write_settings(folder: Path, place: Place, pipe: int, instructor_key: str) -> Path:
    """Write what the hub is told; return the file.

    Args:
        folder: the room's.
        place: where the parts listen.
        pipe: a file that is open while the room is.
        instructor_key: what lets the instructor in.
    """
    state = folder / ".room"
    settings: dict[str, dict[str, Any]] = {
        "JupyterHub": {
            "bind_url": f"{place.scheme}://{place.address}:{place.port}/",
            "hub_bind_url": f"http://127.0.0.1:{place.hub}",
            "db_url": f"sqlite:///{state / 'jupyterhub.sqlite'}",
            "cookie_secret_file": str(state / "cookie_secret"),
            "pid_file": "",
            # A hub that is started again finds everybody where they were.
            "cleanup_proxy": False,
            "cleanup_servers": False,
            "authenticator_class": "workshop.room.authenticator.RoomAuthenticator",
            "spawner_class": "workshop.room.spawner.SeatSpawner",
            "template_paths": [str(PAGES)],
            "concurrent_spawn_limit": 0,  # `SeatSpawner` lets them wait
            "load_roles": [
                {"name": INSTRUCTOR, "scopes": INSTRUCTOR_SCOPES, "users": [INSTRUCTOR]}
            ],
        },
        "ConfigurableHTTPProxy": {
            "should_start": False,
            "api_url": f"http://127.0.0.1:{place.proxy_api}",
        },
        "RoomAuthenticator": {
            "allow_all": True,
            "seats_file": str(state / "seats.json"),
            "instructor_key": instructor_key,
        },
        "SeatSpawner": {
            "folder": str(folder),
            "pipe": pipe,
            "http_timeout": SEAT_DEADLINE,
            "start_timeout": LINE,
            "poll_interval": 3,  # a seat that has died is noticed by then
            "interrupt_timeout": 10,
            "term_timeout": 10,
            "default_url": "/lab",
        },
    }
    path = state / "settings.json"
    write_whole(path, json.dumps(settings, indent=2))
    return path


def hub_command() -> list[str]:
    """Return the command that starts the hub."""
    return [sys.executable, "-m", "jupyterhub", "--config", str(HUB_CONFIG)]


def proxy_command(node: str, place: Place) -> list[str]:
    """Return the command that starts the proxy.

    It runs by itself: a hub that is started again disturbs nobody who works.
    """
    secure = place.certificate
    return [
        *(node, str(PROXY)),
        *("--ip", place.address, "--port", str(place.port)),
        *("--api-ip", "127.0.0.1", "--api-port", str(place.proxy_api)),
        *("--default-target", f"http://127.0.0.1:{place.hub}"),
        *("--error-target", f"{place.hub_url}/error"),
        *("--log-level", "warn"),
        *(["--ssl-key", str(secure.key), "--ssl-cert", str(secure.certificate)] if secure else []),
    ]
