"""What JupyterHub and its proxy are told."""

from __future__ import annotations

import json
import secrets
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop.processes.whole_file import write_whole
from workshop.room.files import SEATS, STATE
from workshop.room.options import Isolation, Options
from workshop.room.place import BOARD_PREFIX, Place
from workshop.room.seats import INSTRUCTOR

PAGES = Path(__file__).parent / "pages"
HUB_CONFIG = Path(__file__).parent / "hub_config.py"
PROXY = Path(__file__).parent / "proxy" / "lib" / "configurable-http-proxy.cjs"

#: Seconds that a seat may take to answer, and that one may wait for it, standing in line, when a
#: whole room sits down at once.
SEAT_DEADLINE, LINE = 120, 900

#: What the instructor may do: look after seats, and see the board, which lets one sit down beside
#: somebody. Not: change the room.
LOOKS_AFTER = ["admin-ui", "list:users", "read:users", "admin:servers"]
INSTRUCTOR_SCOPES = [*LOOKS_AFTER, "access:services!service=board", "self"]

#: What puts seats away, and what it may do: github.com/jupyterhub/jupyterhub-idle-culler, README.
CULLER = "idle-culler"
CULLER_SCOPES = ["list:users", "read:users:activity", "read:servers", "delete:servers"]

#: The instructor's board, and what it may do: let the instructor into a seat for a while.
BOARD = "board"
BOARD_SCOPES = ["access:servers", "shares", "read:users:name"]


def _secret() -> str:
    return secrets.token_hex(32)


@dataclass(frozen=True)
class Keys:
    """What lets the parts of a room, and its instructor, in. New ones each time it is opened."""

    instructor: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    proxy: str = field(default_factory=_secret)
    culler: str = field(default_factory=_secret)
    board: str = field(default_factory=_secret)


def write_settings(
    folder: Path,
    place: Place,
    *,
    pipe: int,
    keys: Keys,
    options: Options,
    isolation: Isolation,
) -> Path:
    """Write what the hub is told; return the file.

    Args:
        folder: the room's.
        place: where the parts listen.
        pipe: a file that is open while the room is.
        keys: what lets the instructor and the room's other programs in.
        options: what is wished of the room.
        isolation: what this machine can do.
    """
    state = folder / STATE
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
            "implicit_spawn_seconds": 1,
            "last_activity_interval": _interval(options.idle),
            "load_roles": [
                {"name": INSTRUCTOR, "scopes": INSTRUCTOR_SCOPES, "users": [INSTRUCTOR]},
                {"name": CULLER, "scopes": CULLER_SCOPES, "services": [CULLER]},
                {"name": BOARD, "scopes": BOARD_SCOPES, "services": [BOARD]},
            ],
            "services": [
                {"name": CULLER, "api_token": keys.culler},
                {
                    "name": BOARD,
                    "api_token": keys.board,
                    "url": f"http://127.0.0.1:{place.board}",
                    "oauth_no_confirm": True,
                    "display": False,
                },
            ],
        },
        "ConfigurableHTTPProxy": {
            "should_start": False,
            "api_url": f"http://127.0.0.1:{place.proxy_api}",
        },
        "RoomAuthenticator": {
            "allow_all": True,
            "seats_file": str(state / SEATS),
            "instructor_key": keys.instructor,
            "bundle": str(options.bundle or ""),
        },
        "SeatSpawner": {
            "folder": str(folder),
            "pipe": pipe,
            "board": place.board_url,
            "own_users": isolation.own_users,
            "mem_limit": f"{options.memory}M" if options.memory else None,
            "limits": isolation.limits,
            "http_timeout": SEAT_DEADLINE,
            "start_timeout": LINE,
            "poll_interval": 3,  # a seat that has died is noticed by then
            "interrupt_timeout": 10,
            "term_timeout": 10,
            "default_url": "/lab",
            "environment": {"JUPYTERHUB_ACTIVITY_INTERVAL": str(_interval(options.idle))},
        },
    }
    path = state / "settings.json"
    write_whole(path, json.dumps(settings, indent=2))
    return path


def hub_command() -> list[str]:
    """Return the command that starts the hub."""
    return [sys.executable, "-m", "jupyterhub", "--config", str(HUB_CONFIG)]


def culler_command(idle: float, place: Place) -> list[str]:
    """Return the command that puts seats away which nobody has used for so many hours.

    It runs by itself: of a hub that is killed, the services it has started would live on.
    """
    return [
        *(sys.executable, "-m", "jupyterhub_idle_culler"),
        f"--url={place.hub_url}/api",
        f"--timeout={round(idle * 3600)}",
        f"--cull-every={_interval(idle)}",
    ]


def board_command() -> list[str]:
    """Return the command that starts the board. It runs by itself, as the culler does."""
    return [sys.executable, "-m", "workshop.room.board"]


def board_environment(state: Path, place: Place, keys: Keys) -> dict[str, str]:
    """Return what the board has in its environment: what a hub tells the services that it starts.

    Args:
        state: the folder that the room keeps its own files in.
        place: where the parts listen.
        keys: the board's is needed.
    """
    return {
        "JUPYTERHUB_API_TOKEN": keys.board,
        "JUPYTERHUB_API_URL": f"{place.hub_url}/api",
        "JUPYTERHUB_BASE_URL": "/",
        "JUPYTERHUB_SERVICE_PREFIX": f"{BOARD_PREFIX}/",
        "JUPYTERHUB_CLIENT_ID": f"service-{BOARD}",
        "JUPYTERHUB_OAUTH_ACCESS_SCOPES": json.dumps([f"access:services!service={BOARD}"]),
        "WORKSHOP_ROOM_STATE": str(state),
        "WORKSHOP_BOARD_PORT": str(place.board),
    }


def _interval(idle: float) -> int:
    """Return the seconds between two looks at what seats are used for."""
    return max(1, min(300, round(idle * 3600 / 4))) if idle else 300


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
