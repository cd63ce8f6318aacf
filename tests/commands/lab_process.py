"""`workshop lab` as a person starts it: a process of its own, in a workspace of its own."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from pathlib import Path

import psutil

from tests.environment import persons_environment
from tests.processes import family_of, wait_until
from workshop.services import LabAddress
from workshop.workspace import Workspace


class LabProcess:
    """A running `workshop lab`; what it writes is in ``output``."""

    def __init__(self, folder: Path, **environment: str) -> None:
        self.workspace = Workspace(folder)
        self._log = folder.with_suffix(".out")
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "workshop.cli", "lab", str(folder), "--no-browser"],
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=persons_environment(**environment),
                start_new_session=True,
            )
        assert wait_until(self._is_open_or_over, 60), self.output

    def _is_open_or_over(self) -> bool:
        return self.process.poll() is not None or "Ctrl-C ends it" in self.output

    @property
    def output(self) -> str:
        return self._log.read_text(errors="replace")

    @property
    def url(self) -> str:
        """JupyterLab's address with its token."""
        found = re.search(r"http://\S+token=\w+", self.output)
        assert found, self.output
        return found.group()

    @property
    def address(self) -> LabAddress:
        return LabAddress(**json.loads(self.workspace.lab_file.read_text()))

    def family(self) -> list[psutil.Process]:
        return family_of(self.process.pid)

    def end(self, number: int = signal.SIGINT) -> int:
        """Send the signal, wait for the end, and return the exit code."""
        self.process.send_signal(number)
        return self.process.wait(20)
