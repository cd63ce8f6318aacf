"""Row 2: from the command to an open lab, against bare JupyterLab.

`workshop lab` counts as started when it has said where everything is and JupyterLab answers
``/api``; bare ``jupyter lab`` of the same environment when it answers. Each start has a new folder.
"""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

from bench.processes import (
    MeasurementError,
    clean_environment,
    next_line,
    started,
    temporary_folder,
)
from bench.rows import Row
from workshop.processes.ports import free_port

#: Where JupyterLab's port is looked for: away from one that somebody may have open.
PORT = 18888

#: Seconds JupyterLab may take to answer.
DEADLINE = 60.0


def measure_startup(repetitions: int) -> Row:
    """Start both ``repetitions`` times."""
    lab, jupyter = [], []
    for _ in range(repetitions):
        with temporary_folder() as folder:
            began = time.perf_counter()
            with running_lab(folder):
                lab.append(time.perf_counter() - began)
        with temporary_folder() as folder:
            jupyter.append(_seconds_of_bare_jupyter(folder))
    return Row("`workshop lab` starts", lab, "`jupyter lab`", jupyter, ratio_at_most=1.5)


@contextlib.contextmanager
def running_lab(workspace: Path) -> Iterator[None]:
    """Run `workshop lab` for a workspace; entered once everything answers."""
    command = ("-m", "workshop.commands", "lab", workspace, "--no-browser", "--port", str(PORT))
    log = workspace / "lab.log"
    with started(command, clean_environment(workspace), log) as process:
        line = next_line(process, log, "JupyterLab")
        port = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if port is None:
            raise MeasurementError(f"`workshop lab` named no address of JupyterLab: {line}")
        _wait_until_it_answers(int(port[1]))
        next_line(process, log, "Ctrl-C ends it")
        yield


def _seconds_of_bare_jupyter(folder: Path) -> float:
    port = free_port(PORT)
    command = (
        *("-m", "jupyterlab", "--no-browser", "--allow-root", "--ip", "127.0.0.1"),
        *("--port", str(port), "--ServerApp.port_retries=0"),
        *("--ServerApp.root_dir", folder),
    )
    began = time.perf_counter()
    with started(command, clean_environment(folder), folder / "jupyter.log"):
        _wait_until_it_answers(port)
        return time.perf_counter() - began


def _wait_until_it_answers(port: int) -> None:
    deadline = time.monotonic() + DEADLINE
    with httpx.Client(trust_env=False, timeout=5) as client:
        while time.monotonic() < deadline:
            with contextlib.suppress(httpx.HTTPError):
                if client.get(f"http://127.0.0.1:{port}/api").is_success:
                    return
            time.sleep(0.01)
    raise MeasurementError(f"JupyterLab does not answer on port {port}.")
