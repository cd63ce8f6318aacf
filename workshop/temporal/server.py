"""Start a Temporal development server, and know that the server that answers is that one.

A client attaches without a word to whatever server listens on a port. So a port in use is never
taken, and a server counts as started only when the process we started is itself the listener.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from workshop.errors import LabError
from workshop.patience import Countdown
from workshop.processes.kept import Kept, print_to_stderr
from workshop.processes.local_http import get_json
from workshop.processes.ports import free_port, listening_ports

#: Seconds a server may take to listen, on a quiet machine. Measured: 0.1 on two idle cores.
START_DEADLINE = 15.0

#: How often the start is tried when another program takes a port in the meantime, and how far from
#: the port that is wished for the next try begins: labs that start together must not meet again.
TRIES, FURTHER = 8, 50

#: What a server writes that could not have a port: its own words, and those of Go's net package.
_PORT_TAKEN = re.compile("in use", re.IGNORECASE)

#: Seconds that a server gets to end by itself.
GRACE = 2.0

#: Seconds that a question to the server may take.
PATIENCE = 3.0

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
    # Each check has a task queue of its own, and the server keeps what belongs to one for five
    # minutes: four partitions of each kind, which only a busy cluster needs. Measured after 300
    # workflows with a task queue each: 502 MB in place of 979, and a workflow takes 149 ms, not 197.
    "matching.numTaskqueueReadPartitions": "1",
    "matching.numTaskqueueWritePartitions": "1",
    # Some 700 lines of metrics for each task queue, which nobody reads, are kept for good: without
    # them the 502 MB are 368. The other metrics stay.
    "metrics.breakdownByTaskQueue": "false",
    # The frontend's HTTP API cannot be switched off. It shall refuse every host, as any page that a
    # browser shows could speak to it; no host has a space in its name. The Web UI uses gRPC.
    "frontend.httpAllowedHosts": '["no host"]',
}

#: Go collects its garbage half as often as by default. Measured with 100 workflows at a time: the
#: server needs 3.2 s of the processor in place of 4.1, and 340 MB of memory in place of 280. So that
#: garbage does not grow with what is alive, it collects more often from 256 MiB on. Measured after
#: 300 checks of three workflows each: 334 MB in all, in place of 496, and a check takes as long.
ENVIRONMENT = {"GOGC": "200", "GOMEMLIMIT": "256MiB"}


class ServerStartError(LabError):
    """The development server ended, or did not listen in time; the message holds its log."""


class PortTakenError(ServerStartError):
    """Another program took the server's port between our look and the server's start."""


@dataclass(frozen=True)
class DevServer:
    """A running development server; ``program`` is what keeps it.

    ``address`` is ``host:port`` for clients, ``ui_url`` the Web UI without a trailing slash.
    """

    address: str
    ui_url: str
    program: Kept

    def stop(self) -> None:
        """End the server and wait until it has ended."""
        self.program.stop()


def server_answers(ui_url: str) -> bool:
    """Return whether the server behind this Web UI answers calls, within 3 s."""
    return get_json(f"{ui_url}/api/v1/system-info", timeout=PATIENCE) is not None


def dynamic_config() -> list[str]:
    """Return `DYNAMIC_CONFIG` as arguments of ``temporal server start-dev``."""
    return [
        argument
        for key, value in DYNAMIC_CONFIG.items()
        for argument in ("--dynamic-config-value", f"{key}={value}")
    ]


async def start_server(
    command: Path,
    *,
    database: Path,
    log: Path,
    port: int | None = None,
    ui_port: int | None = None,
    ui_path: str = "/",
    namespaces: Iterable[str] = (),
    remove: Path | None = None,
    inherits: Iterable[int] = (),
    tell: Callable[[str], None] = print_to_stderr,
) -> DevServer:
    """Start the development server on loopback and wait until it listens.

    From then on it is started again, on the same ports, when it dies.

    Args:
        command: the ``temporal`` program.
        database: the SQLite file that keeps the workflows.
        log: the file that gets what the server writes.
        port: where to begin looking for a free port for clients; None: any.
        ui_port: the same for the Web UI.
        ui_path: the path the Web UI is reached under.
        namespaces: those it has besides ``default``. Measured: they cost neither time nor memory.
        remove: a folder to delete when the server has been ended, or could not be started.
        inherits: open files that it is to inherit.
        tell: called, from another thread, with a sentence when it is started again or given up.

    Raises:
        ServerStartError: it ended or did not listen within 15 s.
        NoFreePortError: there is no port for it.
    """
    for tries in range(TRIES):
        further = random.randrange(FURTHER) if tries else 0
        ports = [free_port(each + further if each else None) for each in (port, ui_port)]
        began = log.stat().st_size if log.exists() else 0
        server = _launch(command, database, log, ports, ui_path, namespaces, remove, inherits, tell)
        try:
            await _wait_until_it_listens(server.program, set(ports), began)
        except BaseException as error:
            # The next try writes there as well.
            again = isinstance(error, PortTakenError) and tries < TRIES - 1
            await asyncio.to_thread(server.program.stop, keep_folder=again)
            if not again:
                raise
        else:
            server.program.keep_alive()
            return server
    raise AssertionError("unreachable")


def _launch(
    command: Path,
    database: Path,
    log: Path,
    ports: list[int],
    ui_path: str,
    namespaces: Iterable[str],
    remove: Path | None,
    inherits: Iterable[int],
    tell: Callable[[str], None],
) -> DevServer:
    port, ui_port = ports
    program = Kept(
        "The Temporal server",
        [
            *(str(command.absolute()), "server", "start-dev", "--log-level", "error"),
            *("--ip", "127.0.0.1", "--port", str(port)),
            *("--ui-port", str(ui_port), "--ui-public-path", ui_path, "--ui-disable-news-fetch"),
            # By its name in the folder that the server starts in: a path with # ? or % in it would
            # be read as a URL.
            *("--db-filename", database.name),
            # Safe when the server is killed; a power cut may take the last moments. Without
            # them the server needs 1.6 times the processor time for the same workflows.
            *("--sqlite-pragma", "journal_mode=WAL", "--sqlite-pragma", "synchronous=NORMAL"),
            *(argument for each in namespaces for argument in ("--namespace", each)),
            *dynamic_config(),
        ],
        log=log,
        folder=database.parent,
        # One whose database is removed need not close it: it takes a second for that.
        grace=0.0 if remove else GRACE,
        remove=remove,
        environment={name: os.environ.get(name, value) for name, value in ENVIRONMENT.items()},
        inherits=inherits,
        tell=tell,
    )
    return DevServer(
        address=f"127.0.0.1:{port}",
        ui_url=f"http://127.0.0.1:{ui_port}{ui_path.rstrip('/')}",
        program=program,
    )


async def _wait_until_it_listens(program: Kept, ports: set[int], began: int) -> None:
    countdown = Countdown(START_DEADLINE)
    await program.first_line()
    while not (program.pid and ports <= listening_ports(program.pid)):
        if program.has_ended:
            written = program.written(began)
            kind = PortTakenError if _PORT_TAKEN.search(written) else ServerStartError
            # Its beginning: what follows is Go's stack.
            raise kind(f"The Temporal server ended at its start. It wrote:\n{written[:2000]}")
        if countdown.is_over:
            raise ServerStartError(
                f"The Temporal server did not listen within {countdown.elapsed:.0f} s. See "
                f"{program.log}."
            )
        await asyncio.sleep(0.01)
