"""Coroutines of an answer that nobody awaited: Python's warning, said with the finding."""

from __future__ import annotations

import contextlib
import re
import sys
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from temporalio import client, workflow

from workshop.exercises.engine.finding import NotYet
from workshop.exercises.engine.report import Report
from workshop.temporal.messages import UNFINISHED_HANDLERS

_PRINTED = re.compile(
    r"^(.+\.py):(\d+): RuntimeWarning: (coroutine '[^']+' was never awaited)", re.M
)
_NEVER_AWAITED = re.compile(r"coroutine '(?P<name>[^']+)' was never awaited")


@dataclass(frozen=True)
class Unawaited:
    """A coroutine that was never awaited: its name, and where Python noticed that."""

    name: str
    path: str
    line: int

    def is_in(self, module: str) -> bool:
        """Whether it was noticed in a line of that module."""
        return Path(self.path).name == f"{module}.py"

    def is_of(self, module: str) -> bool:
        """Whether that module made the coroutine, as far as can be told."""
        begins = self.name.partition(".")[0]
        known = (sys.modules.get(module), workflow, client)
        return self.is_in(module) or any(hasattr(each, begins) for each in known)


@contextlib.contextmanager
def collecting_unawaited() -> Iterator[list[Unawaited]]:
    """Collect the coroutines that Python says were never awaited, on any thread.

    Python says so when it throws the coroutine away: at once where nothing holds it.
    """
    collected: list[Unawaited] = []
    with warnings.catch_warnings():
        warnings.filterwarnings("always", ".* was never awaited", RuntimeWarning)
        show = warnings.showwarning

        def collect(
            message: Warning | str,
            category: type[Warning],
            filename: str,
            lineno: int,
            file: TextIO | None = None,
            line: str | None = None,
        ) -> None:
            found = _NEVER_AWAITED.match(str(message))
            if issubclass(category, UNFINISHED_HANDLERS):
                pass  # a verdict says what counts
            elif found:
                collected.append(Unawaited(found["name"], filename, lineno))
            else:
                show(message, category, filename, lineno, file, line)

        warnings.showwarning = collect
        yield collected


def warn_as_printed(output: str) -> None:
    """Warn here of the coroutines that a program, by what it has printed, never awaited."""
    for path, line, said in _PRINTED.findall(output):
        warnings.warn_explicit(said, RuntimeWarning, path, int(line))


def with_unawaited(report: Report, collected: Sequence[Unawaited], module: str) -> Report:
    """Return the report; where the module forgot an ``await``, its finding says so."""
    theirs = [each for each in collected if each.is_of(module)]
    if not theirs:
        return report
    first = min(theirs, key=lambda each: not each.is_in(module))
    where = f" (line {first.line} of your cell)" if first.is_in(module) else ""
    said = f"Python warns: coroutine '{first.name}' was never awaited{where}."
    return replace(
        report,
        lines=[
            replace(
                line,
                finding=NotYet(
                    expected=line.finding.expected,
                    happened=f"{line.finding.happened} {said}",
                    think="which line awaits it, and whether your code always gets there. A coroutine "
                    "does nothing until it is awaited.",
                ),
            )
            if line.finding
            else line
            for line in report.lines
        ],
    )
