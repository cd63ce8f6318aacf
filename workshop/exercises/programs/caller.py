"""A process that makes calls for a check."""

from __future__ import annotations

import contextlib
import json
import os
import threading
import warnings
from pathlib import Path

from workshop.exercises.engine.finding import NotYet
from workshop.exercises.programs import call
from workshop.exercises.programs.call import Answer, Call
from workshop.modules.files import IMPORT_DEADLINE
from workshop.patience import slowness
from workshop.temporal.process import PROGRAMS


class Caller:
    """A process that calls functions of a module, as a web server or a script would."""

    def __init__(self, module: str, folder: Path, environment: dict[str, str | None]) -> None:
        self._turn = threading.Lock()
        variables: dict[str, str | None] = {**os.environ, **environment}
        its_input, asks = os.pipe()
        answers, its_output = os.pipe()
        self._asks = os.fdopen(asks, "w", encoding="utf-8")
        self._answers = os.fdopen(answers, encoding="utf-8")
        try:
            with Path(os.devnull).open("w") as nothing:
                self._process = PROGRAMS.start(
                    call.__name__,
                    *(module, f"{IMPORT_DEADLINE * slowness():.0f}"),
                    folder=folder,
                    environment={
                        name: value for name, value in variables.items() if value is not None
                    },
                    stdin=its_input,
                    stdout=its_output,
                    stderr=nothing.fileno(),
                )
        finally:
            os.close(its_input)
            os.close(its_output)

    @property
    def pid(self) -> int:
        """The process id, as the operating system knows it."""
        return self._process.pid

    def ask(self, calls: list[Call]) -> list[Answer]:
        """Let the process make the calls at the same time; return the answers in their order.

        Those who ask at the same time get their answers one after the other.

        Where Python warned there of a coroutine that was never awaited, it is warned of here too.

        Raises:
            NotYet: the module cannot be imported there.
        """
        with self._turn:
            self._asks.write(call.as_line(calls))
            self._asks.flush()
            said = json.loads(self._answers.readline() or '{"failed": "It ended."}')
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
        self._answers.close()
        with contextlib.suppress(BrokenPipeError):
            self._asks.close()
