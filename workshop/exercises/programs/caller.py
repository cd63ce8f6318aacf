"""A process that makes calls for a check."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from pathlib import Path

from workshop.exercises.engine.finding import NotYet
from workshop.exercises.programs import call
from workshop.exercises.programs.call import Answer, Call
from workshop.modules.files import IMPORT_DEADLINE
from workshop.patience import slowness


class Caller:
    """A process that calls functions of a module, as a web server or a script would."""

    def __init__(self, module: str, folder: Path, environment: dict[str, str | None]) -> None:
        variables: dict[str, str | None] = {**os.environ, **environment}
        self._process = subprocess.Popen(
            [sys.executable, call.__file__, module, f"{IMPORT_DEADLINE * slowness():.0f}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env={name: value for name, value in variables.items() if value is not None},
            start_new_session=True,
        )

    @property
    def pid(self) -> int:
        """The process id, as the operating system knows it."""
        return self._process.pid

    def ask(self, calls: list[Call]) -> list[Answer]:
        """Let the process make the calls at the same time; return the answers in their order.

        Where Python warned there of a coroutine that was never awaited, it is warned of here too.

        Raises:
            NotYet: the module cannot be imported there.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(call.as_line(calls))
        self._process.stdin.flush()
        said = json.loads(self._process.stdout.readline() or '{"failed": "It ended."}')
        if "failed" in said:
            raise NotYet(
                expected="your module to be importable by another program",
                happened=said["failed"],
                think="what that line needs that is not there, and what runs when a module is "
                "imported.",
            )
        for message, path, line in said["unawaited"]:
            warnings.warn_explicit(message, RuntimeWarning, path, line)
        return [Answer(**each) for each in said["answers"]]

    def end(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
