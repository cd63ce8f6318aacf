"""Start a Temporal development server, and know that the server that answers is that one.

A client attaches without a word to whatever server listens on a port. So a port in use is never
taken, and a server counts as started only when the process we started is itself the listener.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from workshop.errors import LabError

GUARD = Path(__file__).parents[1] / "guard.py"

#: Seconds a server may take to listen. Measured: 0.1 on two idle cores.
START_DEADLINE = 15.0

#: How the development servers differ from one that is started without a word, by the keys of the
#: server's dynamic configuration.
DYNAMIC_CONFIG = {
    "frontend.WorkflowTimeSkippingEnabled": "true",
    # Otherwise timers and retries may come up to a second late.
    "history.timerProcessorMaxTimeShift": '"1ms"',
    # How often in a second the server looks for tasks to hand out. With its 20, each workflow task
    # waits for up to 50 ms. Measured: three activities one after the other in 60 ms, not in 190.
    "history.transferProcessorMaxPollRPS": "1000",
    "history.timerProcessorMaxPollRPS": "1000",
    "history.visibilityProcessorMaxPollRPS": "1000",
    # By default the server closes every connection after 5 minutes, and a call that is made in that
    # moment fails: "operation was canceled", 1 in 25 with 8 callers.
    "frontend.keepAliveMaxConnectionAge": '"8760h"',
}

#: Go collects its garbage half as often as by default. Measured with 100 workflows at a time: the
#: server needs 3.2 s of the processor in place of 4.1, and 340 MB of memory in place of 280.
ENVIRONMENT = {"GOGC": "200"}


class ServerStartError(LabError):
    """The development server ended, or did not listen in time; the message holds its log."""


class PortTakenError(ServerStartError):
    """Another program took the server's port between our look and the server's start."""


@dataclass(frozen=True)
class DevServer:
    """A running development server and the guard that holds it.

    ``address`` is ``host:port`` for clients, ``ui_url`` the Web UI without a trailing slash.
    """

    address: str
    ui_url: str
    guard: subprocess.Popen[bytes]

    def stop(self) -> None:
        """End the server and wait until it has ended."""
        assert self.guard.stdin is not None
        self.guard.stdin.close()
        self.guard.wait()


def start_guarded(
    command: list[str],
    *,
    log: Path,
    restart: bool = False,
    grace: float = 2.0,
    remove: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Start ``command`` under a guard that ends it when this process ends.

    The guard prints the program's process id on its standard output. What the program writes is
    added to the file ``log``. ``grace`` is in seconds; ``remove`` is a folder to delete after;
    ``environment`` holds for what is not set already.
    """
    options = ["--grace", str(grace)]
    if restart:
        options.append("--restart")
    if remove:
        options += ["--remove", str(remove)]
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-I", str(GUARD), *options, "--", *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=output,
            env={**(environment or {}), **os.environ},
            start_new_session=True,
        )


def dynamic_config() -> list[str]:
    """Return `DYNAMIC_CONFIG` as arguments of ``temporal server start-dev``."""
    return [
        argument
        for key, value in DYNAMIC_CONFIG.items()
        for argument in ("--dynamic-config-value", f"{key}={value}")
    ]


def free_port(preferred: int | None = None) -> int:
    """Return ``preferred`` or the first free port above it; without it, one the system picks."""
    for port in range(preferred, preferred + 200) if preferred else [0]:
        with socket.socket() as probe:
            if os.name == "posix":  # a listener that has just ended leaves its port usable
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise ServerStartError(f"No free port between {preferred} and {(preferred or 0) + 199}.")


async def start_server(
    command: Path,
    *,
    database: Path,
    log: Path,
    port: int | None = None,
    ui_port: int | None = None,
    ui_path: str = "/",
    remove: Path | None = None,
) -> DevServer:
    """Start the development server on loopback and wait until it listens.

    Args:
        command: the ``temporal`` program.
        database: the SQLite file that keeps the workflows.
        log: the file that gets what the server writes.
        port: where to begin looking for a free port for clients; None: any.
        ui_port: the same for the Web UI.
        ui_path: the path the Web UI is reached under.
        remove: a folder to delete when the server has been ended, or could not be started.

    Raises:
        ServerStartError: it ended or did not listen within 15 s.
    """
    for remaining in (2, 1, 0):
        try:
            return await _start_once(
                command, database, log, free_port(port), free_port(ui_port), ui_path, remove
            )
        except PortTakenError:
            if not remaining:
                _remove(remove)
                raise
        except ServerStartError:
            _remove(remove)
            raise
    raise AssertionError("unreachable")


async def _start_once(
    command: Path,
    database: Path,
    log: Path,
    port: int,
    ui_port: int,
    ui_path: str,
    remove: Path | None,
) -> DevServer:
    began = log.stat().st_size if log.exists() else 0
    guard = start_guarded(
        [
            *(str(command), "server", "start-dev", "--log-level", "error"),
            *("--ip", "127.0.0.1", "--port", str(port)),
            *("--ui-port", str(ui_port), "--ui-public-path", ui_path, "--ui-disable-news-fetch"),
            *("--db-filename", str(database)),
            # Safe when the server is killed; a power cut may take the last moments. Without
            # them the server needs 1.6 times the processor time for the same workflows.
            *("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=NORMAL"),
            *dynamic_config(),
        ],
        log=log,
        restart=True,
        remove=remove,
        environment=ENVIRONMENT,
    )
    server = DevServer(
        address=f"127.0.0.1:{port}",
        ui_url=f"http://127.0.0.1:{ui_port}{ui_path.rstrip('/')}",
        guard=guard,
    )
    assert guard.stdout is not None
    first_line = await asyncio.to_thread(guard.stdout.readline)
    deadline = time.monotonic() + START_DEADLINE
    while not (first_line and _listens(int(first_line), {port, ui_port})):
        if guard.poll() is not None or not first_line:
            written = log.read_bytes()[began:].decode(errors="replace").strip()
            kind = PortTakenError if "in use" in written else ServerStartError
            raise kind(f"The Temporal server ended at its start. It wrote:\n{written[-2000:]}")
        if time.monotonic() > deadline:
            server.stop()
            raise ServerStartError(
                f"The Temporal server did not listen within {START_DEADLINE:.0f} s. See {log}."
            )
        await asyncio.sleep(0.01)
    return server


def _remove(folder: Path | None) -> None:
    if folder:
        shutil.rmtree(folder, ignore_errors=True)


def _listens(pid: int, ports: set[int]) -> bool:
    """Tell whether the process itself listens on all these ports."""
    try:
        connections = psutil.Process(pid).net_connections("tcp")
    except psutil.Error:
        return False
    return ports <= {c.laddr.port for c in connections if c.status == psutil.CONN_LISTEN}
