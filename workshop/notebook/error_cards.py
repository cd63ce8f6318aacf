"""An error of Temporal's as a card: what failed, why, and the line that asked.

The SDK raises an error of its own for a workflow, one for the activity in it, and so on: the cause is
the last in a chain, below some thirty frames of the SDK's. A card has the chain in words and the
learner's own lines. The error stays what it is; only what IPython shows of it is short.
"""

from __future__ import annotations

import functools
import linecache
import traceback
from pathlib import Path
from typing import Any

from temporalio.client import (
    RPCError,
    WorkflowFailureError,
    WorkflowUpdateFailedError,
)
from temporalio.exceptions import (
    ActivityError,
    ApplicationError,
    CancelledError,
    ChildWorkflowError,
    TemporalError,
    TerminatedError,
    TimeoutError,
    TimeoutType,
    WorkflowAlreadyStartedError,
)
from temporalio.exceptions import RetryState as State

RED, DIM, PLAIN = "\x1b[31m", "\x1b[2m", "\x1b[0m"

#: How many of a learner's own lines a card shows: the last ones are nearest to the error.
LINES = 3

_TIMEOUTS = {
    TimeoutType.START_TO_CLOSE: "one attempt took longer than its start_to_close_timeout",
    TimeoutType.SCHEDULE_TO_START: "no worker took it before its schedule_to_start_timeout",
    TimeoutType.SCHEDULE_TO_CLOSE: "its schedule_to_close_timeout ran out, all attempts together",
    TimeoutType.HEARTBEAT: "no heartbeat came within its heartbeat_timeout",
}
_NO_FURTHER_ATTEMPT = {
    State.NON_RETRYABLE_FAILURE: ", and isn't tried again",
    State.MAXIMUM_ATTEMPTS_REACHED: " on its last attempt",
    State.TIMEOUT: ", with no time left for another attempt",
    State.CANCEL_REQUESTED: ", and isn't tried again: it was asked to cancel",
}


def show_cards(shell: Any) -> None:
    """Have an IPython shell show Temporal's errors as cards, and each in full when asked again.

    ``%tb`` asks again.
    """

    def render(error: TemporalError) -> list[str]:
        if getattr(error, "_workshop_shown", False):
            tb = shell.InteractiveTB
            return list(tb.structured_traceback(type(error), error, error.__traceback__))
        error._workshop_shown = True  # type: ignore[attr-defined]
        return card(error, functools.partial(_place, shell))

    TemporalError._render_traceback_ = render  # type: ignore[attr-defined]


def chain(error: BaseException | None) -> list[str]:
    """Return what failed and why, outermost first, each in a few words."""
    said: list[str] = []
    while error is not None:
        words = _words(error)
        if not said or said[-1] != words:
            said.append(words)
        error = error.cause if isinstance(error, TemporalError) else error.__cause__
    return said


def card(error: TemporalError, place: Any = None) -> list[str]:
    """Return the lines of an error's card, coloured as a terminal would have them.

    Args:
        error: what was raised.
        place: says of a file whether it is the learner's, and by what name they know it.
    """
    name, message = type(error).__name__, str(error)
    status = f" ({error.status.name})" if isinstance(error, RPCError) else ""
    lines = [f"{RED}{name}{PLAIN}{f': {message}' if message else ''}{status}"]
    why = chain(error)
    if len(why) > 1 or message not in why[0]:
        lines += [f"    {'← ' if depth else ''}{words}" for depth, words in enumerate(why)]
    for frame in _own_lines(error, place or _is_a_file):
        lines.append(frame)
    return [*lines, f"{DIM}%tb shows the whole traceback.{PLAIN}"]


def _words(error: BaseException) -> str:
    if isinstance(error, WorkflowFailureError):
        return "the workflow failed"
    if isinstance(error, WorkflowUpdateFailedError):
        return "the update was refused, or failed"
    if isinstance(error, ActivityError):
        if isinstance(error.cause, CancelledError):
            return f"activity {error.activity_type} was cancelled"
        state = _NO_FURTHER_ATTEMPT.get(error.retry_state) if error.retry_state else None
        return f"activity {error.activity_type} failed{state or ''}"
    if isinstance(error, ChildWorkflowError):
        return f"child workflow {error.workflow_type} ({error.workflow_id}) failed"
    if isinstance(error, TimeoutError):
        ran_out = _TIMEOUTS.get(error.type) if error.type else None
        return f"timeout: {ran_out or error.message}"
    if isinstance(error, CancelledError):
        return "it was cancelled"
    if isinstance(error, TerminatedError):
        return f"it was terminated: {error.message}"
    if isinstance(error, WorkflowAlreadyStartedError):
        return f"there is a workflow '{error.workflow_id}' already"
    if isinstance(error, ApplicationError):
        # Its text begins with the type already.
        return str(error) if error.type else f"ApplicationError: {error.message}"
    return f"{type(error).__name__}: {error}"


def _own_lines(error: BaseException, place: Any) -> list[str]:
    own = []
    for frame in traceback.extract_tb(error.__traceback__):
        if (known_as := place(frame.filename)) and frame.lineno:
            code = linecache.getline(frame.filename, frame.lineno).strip()
            own.append(f"{known_as}, line {frame.lineno}:  {code}")
    return own[-LINES:]


def _place(shell: Any, file: str) -> str | None:
    """Return what a learner calls a file of theirs; None if it is none of theirs."""
    from workshop.lab.opening import opened_lab

    count = getattr(shell.compile, "_filename_map", {}).get(file)
    if count is not None:
        return f"Cell In[{count}]"
    lab = opened_lab()
    if lab and Path(file).parent == lab.workspace.work:
        return f"work/{Path(file).name}"
    return None


def _is_a_file(file: str) -> str:
    return Path(file).name
