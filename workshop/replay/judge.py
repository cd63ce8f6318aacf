"""`replay`: does this code still replay this history, and if not, where and why."""

from __future__ import annotations

from typing import Any

from temporalio import workflow
from temporalio.client import WorkflowHandle, WorkflowHistory

from workshop.errors import LabError
from workshop.history import History
from workshop.replay.diff import aligned, explain, sentence
from workshop.replay.recording import Recording, record
from workshop.replay.undecoded import unreadable_payload
from workshop.replay.verdict import Replay


class ReplayError(LabError):
    """This cannot be replayed at all; the message says why."""


async def replay(
    history: History | WorkflowHistory | WorkflowHandle[Any, Any],
    workflow_class: type,
    **options: Any,
) -> Replay:
    """Replay a history against a workflow class.

    Args:
        history: a `History`, the SDK's own form, or a handle to fetch it from.
        workflow_class: the code as it is now.
        options: other arguments of `temporalio.worker.Replayer`: what the worker has that ran it,
            such as ``data_converter``, ``plugins`` or ``workflow_failure_exception_types``.

    Raises:
        ReplayError: the class is no workflow, the history is of another workflow type, or the code
            cannot read what was sent to it.
    """
    if isinstance(history, WorkflowHandle):
        history = await history.fetch_history()
    decoded = 0
    if isinstance(history, History):
        decoded = history.decoded_payloads
        history = history.for_replay()
    recorded_type = _require_same_type(history, workflow_class)
    recording = await record(history, workflow_class, **options)
    rows = aligned(history, recording)
    if recording.verdict is None and not recording.error:
        return Replay(recorded_type, True, rows)
    await _require_readable(history, recording, decoded)
    return Replay(
        recorded_type,
        False,
        rows,
        explain(rows, recording),
        "" if recording.error else sentence(recording),
        recording.error,
        recording.error_line,
        is_stuck=recording.verdict is None,
    )


async def _require_readable(
    history: WorkflowHistory, recording: Recording, decoded_payloads: int
) -> None:
    """Refuse to call it the code's fault where the code could not read what was sent to it."""
    unreadable = await unreadable_payload(history, recording.data_converter)
    if unreadable:
        raise ReplayError(
            f"It cannot be said whether the code replays this history: {unreadable}, which its "
            "data converter cannot read. Name the one that your worker has: --converter "
            "module:name, or data_converter=… in a notebook."
        )
    if decoded_payloads and recording.error:
        raise ReplayError(
            "It cannot be said whether the code replays this history: its payloads are decoded, and "
            f"the code raised {recording.error}. Download it encoded, as the server has it: in the "
            'Web UI without "human readable" or "decode", or with temporal workflow show '
            f"--workflow-id {history.workflow_id} --output json."
        )


def _require_same_type(history: WorkflowHistory, workflow_class: type) -> str:
    if not history.events:
        raise ReplayError("The history is empty: there is nothing to replay.")
    definition = workflow._Definition.from_class(workflow_class)
    if definition is None:
        raise ReplayError(f"{workflow_class.__name__} is not a workflow: it has no @workflow.defn.")
    started = history.events[0].workflow_execution_started_event_attributes
    recorded_type = str(started.workflow_type.name)
    if definition.name not in (recorded_type, None):  # None: a dynamic workflow takes any
        raise ReplayError(
            f"This is the history of a {recorded_type}; {workflow_class.__name__} is the workflow "
            f"type {definition.name}. Replay it against the class that is {recorded_type}."
        )
    return recorded_type
