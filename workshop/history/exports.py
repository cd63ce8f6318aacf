"""Histories that someone exported as JSON: by the CLI, the Web UI or the SDK, and perhaps badly."""

from __future__ import annotations

import json
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.client import WorkflowHistory

_EXPORT_AGAIN = (
    "Export it again: temporal workflow show --workflow-id {} --output json > history.json"
)


class UnreadableHistory(ValueError):
    """JSON that is not a workflow's event history. The message says what was found."""


def parse(workflow_id: str, exported: str | dict[str, Any]) -> WorkflowHistory:
    """Return the history in `exported`, in either spelling of its enums.

    Raises `UnreadableHistory` when the JSON is cut off, is no history, or has no beginning.
    """
    try:
        found = json.loads(exported) if isinstance(exported, str) else exported
    except json.JSONDecodeError as error:
        raise _unreadable(
            workflow_id,
            f"is not complete JSON: {error.msg} at line {error.lineno}, column {error.colno} "
            f"of {len(str(exported))} characters",
        ) from error
    events = found.get("events") if isinstance(found, dict) else None
    if not isinstance(events, list):
        keys = ", ".join(map(repr, found)) if isinstance(found, dict) else type(found).__name__
        raise _unreadable(workflow_id, f"has no list of 'events'; it holds {keys or 'nothing'}")
    if not events:
        raise _unreadable(workflow_id, "has an empty list of 'events'")
    try:
        history = WorkflowHistory.from_json(workflow_id, found)
    except Exception as error:  # protobuf and the SDK raise several kinds for malformed events
        raise _unreadable(workflow_id, f"holds an event that cannot be read: {error}") from error
    _check_events(workflow_id, history, events)
    return history


def _check_events(workflow_id: str, history: WorkflowHistory, found: list[Any]) -> None:
    """Catch what the SDK lets through: unknown types become zero, gaps go unnoticed."""
    for place, (event, written) in enumerate(zip(history.events, found, strict=True), start=1):
        if not event.event_type:
            raise _unreadable(
                workflow_id,
                f"holds an unknown event type, {written.get('eventType')!r}, at {place}",
            )
        if event.event_id != place:
            raise _unreadable(
                workflow_id,
                f"is not whole: event {place} was expected and event {event.event_id} found",
            )
    if history.events[0].event_type != EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED:
        raise _unreadable(
            workflow_id,
            f"does not begin with the workflow's start but with {found[0]['eventType']}",
        )


def _unreadable(workflow_id: str, found: str) -> UnreadableHistory:
    return UnreadableHistory(
        f"The history of workflow {workflow_id!r} {found}. {_EXPORT_AGAIN.format(workflow_id)}"
    )
