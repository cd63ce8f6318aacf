"""JupyterLab for one person on their own machine: a port, a token, and it is there."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from workshop.errors import LabError
from workshop.jupyter.configuration import (
    FIRST,
    environment_of,
    server_arguments,
    write_configuration,
)
from workshop.lab.services import UI_PATH, LabAddress
from workshop.lab.workspace import Workspace
from workshop.patience import Countdown
from workshop.processes.kept import Kept
from workshop.processes.local_http import get_json
from workshop.processes.ports import free_port, listening_ports

#: Where JupyterLab's port is looked for first: its own default.
JUPYTER_PORT = 8888

#: Seconds JupyterLab may take to answer, on a quiet machine. Measured: 2 to 3 on two cores.
START_DEADLINE = 60.0

#: How often it is started when another program takes its port between its look and its start.
TRIES = 4

#: Seconds between asking JupyterLab to end its kernels and killing what is left.
GRACE = 2.5


class JupyterStartError(LabError):
    """JupyterLab ended or did not answer in time; the message holds its log."""


@dataclass(frozen=True)
class Jupyter:
    """A running JupyterLab: the address to open, token included, and what keeps it."""

    url: str
    program: Kept


def start_jupyter(
    workspace: Workspace,
    address: LabAddress,
    *,
    port: int | None,
    open_browser: bool,
    is_over: Callable[[], bool] = lambda: False,
) -> Jupyter:
    """Start JupyterLab and wait until it answers.

    Args:
        workspace: the folder it shows.
        address: the lab that its kernels belong to.
        port: the port to try first; None: 8888.
        open_browser: whether it opens a browser.
        is_over: asked now and then whether to give up, because the lab has to end.

    Raises:
        JupyterStartError: it does not answer.
    """
    token = secrets.token_hex(24)
    configuration = write_configuration(workspace.state / "jupyter", address, UI_PATH)
    environment = {
        **environment_of(workspace, address, configuration.parent, UI_PATH),
        "JUPYTER_TOKEN": token,
    }
    log = workspace.state / "jupyter.log"
    log.unlink(missing_ok=True)
    for _ in range(TRIES):
        program = Kept(
            "JupyterLab",
            [
                *(sys.executable, "-m", "jupyterlab", *server_arguments(workspace, configuration)),
                *("--ip", "127.0.0.1", "--port", str(free_port(port or JUPYTER_PORT))),
                *([] if open_browser else ["--no-browser"]),
            ],
            log=log,
            environment=environment,
            grace=GRACE,
        )
        found = _port_of(program, token, is_over)
        if found:
            url = f"http://127.0.0.1:{found}/lab/tree/{FIRST}?token={token}"
            return Jupyter(url, program)
        program.stop()
        if is_over():
            break
    raise JupyterStartError(f"JupyterLab did not start. It wrote:\n{program.written()[-3000:]}")


def _port_of(program: Kept, token: str, is_over: Callable[[], bool]) -> int | None:
    """Wait until a JupyterLab that knows our token answers; return its port.

    None if it has ended, is too slow, or the lab has to end.
    """
    countdown = Countdown(START_DEADLINE)
    while not (program.has_ended or program.is_stopped or countdown.is_over or is_over()):
        for port in listening_ports(program.pid) if program.pid else ():
            status = get_json(f"http://127.0.0.1:{port}/api/status?token={token}", timeout=5)
            if status is not None:
                return port
        time.sleep(0.05)
    return None
