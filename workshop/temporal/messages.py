"""What the SDK writes to the screen, made fit for a notebook.

Left alone it logs a traceback for every failed try of an activity and every failed workflow task,
into whichever cell happens to run. The lab says these things itself, where somebody waits
(`workshop.temporal.waiting`), and the history keeps them. So the SDK's own records are dropped, and
those of the activities that lessons are given; what learners log with ``workflow.logger`` and
``activity.logger`` is shown, without the dictionary of ids that follows it.
"""

from __future__ import annotations

import logging
import re
import sys
import warnings
from pathlib import Path
from typing import TextIO

import temporalio
from temporalio.runtime import LoggingConfig, Runtime, TelemetryConfig, TelemetryFilter
from temporalio.workflow import UnfinishedSignalHandlersWarning, UnfinishedUpdateHandlersWarning

from workshop.temporal.namespaces import CHECKS

#: The SDK's two warnings about handlers that a workflow has left unfinished.
UNFINISHED_HANDLERS = (UnfinishedSignalHandlersWarning, UnfinishedUpdateHandlersWarning)

_NOT_THEIRS = {Path(temporalio.__file__).parent, Path(__file__).parents[1]}


class _Learners(logging.Handler):
    """Prints the records that learners' own files make."""

    def emit(self, record: logging.LogRecord) -> None:
        if _is_a_checks(record):
            return  # a verdict says what counts
        if _NOT_THEIRS.isdisjoint(Path(record.pathname).parents):
            print(f"{record.levelname}: {_without_details(record)}", file=sys.stderr)


def _is_a_checks(record: logging.LogRecord) -> bool:
    """Whether it comes from a workflow or an activity that a check runs."""
    details = getattr(record, "temporal_workflow", None) or getattr(record, "temporal_activity", {})
    return details.get("namespace") == CHECKS


def _without_details(record: logging.LogRecord) -> str:
    """Return the message without the details that the SDK's logger adapters append to it."""
    return record.getMessage().partition(" ({'")[0]


def tidy_messages() -> None:
    """Keep the SDK's log out of the cells; may be called again and again."""
    # The sandbox says it of each module that a workflow's call imports, a wall of fifty lines.
    warnings.filterwarnings("ignore", "Module .+ was imported after initial workflow load")
    Runtime.set_default(
        Runtime(
            telemetry=TelemetryConfig(
                logging=LoggingConfig(TelemetryFilter(core_level="ERROR", other_level="ERROR"))
            )
        ),
        error_if_already_set=False,
    )
    logger = logging.getLogger("temporalio")
    if not any(isinstance(handler, _Learners) for handler in logger.handlers):
        logger.addHandler(_Learners())
        logger.setLevel(logging.INFO)
        logger.propagate = False
        _say_warnings_without_paths()


def _say_warnings_without_paths() -> None:
    """Print the SDK's two warnings about handlers as a line, each time, without its file's path."""
    for category in UNFINISHED_HANDLERS:
        warnings.simplefilter("always", category)
    show = warnings.showwarning

    def show_briefly(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        if issubclass(category, UNFINISHED_HANDLERS):
            print(_in_short(str(message)), file=sys.stderr)
        else:
            show(message, category, filename, lineno, file, line)

    warnings.showwarning = show_briefly


def _in_short(message: str) -> str:
    """Return a warning about unfinished handlers in one line: the code, what happened, their names."""
    kind = "update" if "update handlers" in message else "signal"
    names = ", ".join(dict.fromkeys(re.findall(r'"name": "([^"]*)"', message)))
    return (
        f"[TMPRL1102] The workflow ended while its {kind} handler was still running: {names}. "
        "Nobody waits for what it does."
    )
