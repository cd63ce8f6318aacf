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
from tests.families import family_of, wait_until
from workshop.lab.services import LabAddress
from workshop.lab.workspace import Workspace
from workshop.patience import slowness


class LabProcess:
    """A running `workshop lab`; what it writes is in ``output``.

    Args:
        folder: its workspace.
        wait: until it is open, or has ended.
        log: the end of the name of the file that gets what it writes; a whole path will do.
        python: the interpreter, of another environment.
        environment: variables besides those of a person's own terminal.
    """

    def __init__(
        self,
        folder: Path,
        *,
        wait: bool = True,
        log: str = "",
        python: Path | None = None,
        **environment: str,
    ) -> None:
        self.workspace = Workspace(folder)
        self._log = folder.parent / (log if log.startswith("/") else f"{folder.name}{log}.out")
        with self._log.open("wb") as output:
            self.process = subprocess.Popen(
                [
                    *(str(python or sys.executable), "-m", "workshop.commands"),
                    *("lab", str(folder), "--no-browser"),
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=persons_environment(**environment),
                start_new_session=True,
            )
        if wait:
            assert wait_until(self._is_open_or_over, 60 * slowness()), self.output

    @property
    def has_ended(self) -> bool:
        """Whether it has ended by itself or was ended."""
        return self.process.poll() is not None

    def _is_open_or_over(self) -> bool:
        return self.has_ended or "Ctrl-C ends it" in self.output

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
        return self.process.wait(20 * slowness())
