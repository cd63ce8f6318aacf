"""A `workshop lab` to be hurt: its processes by their part, and all that is left of it anywhere."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import uuid
from collections.abc import Sequence
from pathlib import Path

import httpx
import psutil

from tests.environment import persons_environment
from tests.families import living, wait_until
from workshop.lab.services import LabAddress, announced_lab
from workshop.lab.workspace import Workspace
from workshop.patience import slowness

#: What marks the processes of a lab and all they start, in their environment.
MARK = "WORKSHOP_TESTS_MARK"

#: The parts of a lab, as they are found by their command lines.
PARTS = {
    "the lab": r"workshop\.commands lab ",
    "the shop": r" -m workshop\.shop ",
    "the server": r"^\S*temporal server start-dev ",
    "the server's guard": r"guard\.py .*temporal server start-dev ",
    "JupyterLab": r"^\S*python\S* -m jupyterlab ",
    "JupyterLab's guard": r"guard\.py .* -m jupyterlab ",
    "a kernel": r" -m ipykernel_launcher ",
}


class Victim:
    """A `workshop lab` in a workspace of its own; use it as ``with``, and nothing of it stays.

    Args:
        folder: the workspace.
        command: what to start there in place of `workshop lab`.
    """

    def __init__(self, folder: Path, command: Sequence[str] = ()) -> None:
        self.workspace = Workspace(folder)
        self._mark = uuid.uuid4().hex
        self._log = folder.with_suffix(".out")
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                command
                or [
                    sys.executable,
                    "-m",
                    "workshop.commands",
                    "lab",
                    str(folder),
                    "--no-browser",
                ],
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=persons_environment(**{MARK: self._mark, "WORKSHOP_WORKSPACE": str(folder)}),
                start_new_session=True,
            )

    def __enter__(self) -> Victim:
        return self

    def __exit__(self, *_: object) -> None:
        for each in self.processes():
            with contextlib.suppress(psutil.Error):
                each.kill()
        self.process.wait()

    @property
    def output(self) -> str:
        """What it has written."""
        return self._log.read_text(errors="replace")

    @property
    def is_open(self) -> bool:
        """Whether it has said that it is open."""
        return "Ctrl-C ends it" in self.output

    @property
    def has_ended(self) -> bool:
        """Whether `workshop lab` itself has ended."""
        return self.process.poll() is not None

    @property
    def address(self) -> LabAddress | None:
        """Where it is, as it announces it."""
        return announced_lab(self.workspace)

    def processes(self) -> list[psutil.Process]:
        """Return all processes that it has started, and those that these have, wherever they are."""
        found = []
        for process in psutil.process_iter():
            with contextlib.suppress(psutil.Error):
                if process.environ().get(MARK) == self._mark:
                    found.append(process)
        return living(found)

    def part(self, name: str) -> psutil.Process | None:
        """Return the process of a part, if it is there."""
        for process in self.processes():
            with contextlib.suppress(psutil.Error):
                if re.search(PARTS[name], " ".join(process.cmdline())):
                    return process
        return None

    def answers(self) -> bool:
        """Return whether all its parts answer, JupyterLab too."""
        address = self.address
        if address is None or address.silent_parts():
            return False
        with contextlib.suppress(httpx.HTTPError):
            return httpx.get(address.jupyter_url, follow_redirects=True, timeout=5).is_success
        return False

    def start_a_kernel(self) -> None:
        """Start a kernel, as a notebook does."""
        assert self.address is not None
        origin, _, token = self.address.jupyter_url.partition("/lab/tree/")
        answer = httpx.post(
            f"{origin}/api/kernels",
            headers={"Authorization": f"token {token.partition('=')[2]}"},
            json={},
            timeout=60,
        )
        answer.raise_for_status()

    def wait_until_gone(self, seconds: float) -> list[str]:
        """Wait for the end of all its processes; return the command lines of those that stay."""
        wait_until(lambda: not self.processes(), seconds * slowness())
        left = []
        for each in self.processes():
            with contextlib.suppress(psutil.Error):
                left.append(" ".join(each.cmdline()))
        return left


def is_possible() -> bool:
    """Return whether this system shows the environments of our processes, and has the signals."""
    return os.name == "posix" and hasattr(psutil.Process(), "environ")
