"""Nexus operations, read from their stories."""

from __future__ import annotations

from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from workshop.history.failures import Failure, read_failure
from workshop.history.model import NexusOperation, NexusStatus
from workshop.history.payloads import decode
from workshop.history.stories import Story, attributes, event_id, find, maybe_time, time

_CLOSED: dict[EventType.ValueType, NexusStatus] = {
    EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED: "completed",
    EventType.EVENT_TYPE_NEXUS_OPERATION_FAILED: "failed",
    EventType.EVENT_TYPE_NEXUS_OPERATION_CANCELED: "cancelled",
    EventType.EVENT_TYPE_NEXUS_OPERATION_TIMED_OUT: "timed out",
}


def nexus_operation(story: Story) -> NexusOperation:
    """Return the operation that a story beginning with NexusOperationScheduled tells of."""
    scheduled = story[0].nexus_operation_scheduled_event_attributes
    started = find(story, EventType.EVENT_TYPE_NEXUS_OPERATION_STARTED)
    closed = find(story, *_CLOSED)
    status: NexusStatus = "running" if started else "scheduled"
    result, failure = _ending(closed)
    return NexusOperation(
        endpoint=scheduled.endpoint,
        service=scheduled.service,
        operation=scheduled.operation,
        input=(decode(scheduled.input),) if scheduled.HasField("input") else (),
        status=_CLOSED[closed.event_type] if closed else status,
        result=result,
        failure=failure,
        scheduled_event=story[0].event_id,
        closed_event=event_id(closed),
        scheduled_at=time(story[0]),
        closed_at=maybe_time(closed),
    )


def _ending(closed: HistoryEvent | None) -> tuple[Any, Failure | None]:
    if closed is None:
        return None, None
    completed = closed.nexus_operation_completed_event_attributes
    if closed.event_type == EventType.EVENT_TYPE_NEXUS_OPERATION_COMPLETED:
        return decode(completed.result) if completed.HasField("result") else None, None
    failure = getattr(attributes(closed), "failure", None)
    return None, read_failure(failure) if failure is not None else None
