"""Which events belong together: an event that closes something points back at the one that began it.

A story is that list, the beginning first. Everything in the model is read from one story.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from google.protobuf.duration_pb2 import Duration
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from workshop.history.failures import enum_words

Story = list[HistoryEvent]

# The field by which an event names the first event of its story, by the start of its type's name.
_POINTS_BACK_BY = {
    "ACTIVITY_TASK": "scheduled_event_id",
    "WORKFLOW_TASK": "scheduled_event_id",
    "NEXUS_OPERATION": "scheduled_event_id",
    "TIMER": "started_event_id",
    "START_CHILD_WORKFLOW_EXECUTION": "initiated_event_id",
    "CHILD_WORKFLOW_EXECUTION": "initiated_event_id",
    "SIGNAL_EXTERNAL_WORKFLOW_EXECUTION": "initiated_event_id",
    "REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION": "initiated_event_id",
    "EXTERNAL_WORKFLOW_EXECUTION": "initiated_event_id",
    "WORKFLOW_EXECUTION_UPDATE_COMPLETED": "accepted_event_id",
}


def _field(name: str) -> str | None:
    for start, field in _POINTS_BACK_BY.items():
        if name.startswith("EVENT_TYPE_" + start):
            return field
    return None


_FIELD_OF_TYPE = {number: _field(name) for name, number in EventType.items()}


def stories(events: Iterable[HistoryEvent]) -> dict[int, list[Story]]:
    """Return the stories by the type of their first event, in the order they began."""
    by_first_event: dict[int, Story] = {}
    by_type: dict[int, list[Story]] = defaultdict(list)
    accepted_updates: dict[str, int] = {}
    for event in events:
        field = _FIELD_OF_TYPE.get(event.event_type)
        origin = getattr(attributes(event), field, 0) if field else 0
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED:
            accepted = event.workflow_execution_update_accepted_event_attributes
            accepted_updates[accepted.protocol_instance_id] = event.event_id
            accepted_updates[accepted.accepted_request.meta.update_id] = event.event_id
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED and (
            origin not in by_first_event  # older servers name the update only
        ):
            done = event.workflow_execution_update_completed_event_attributes
            origin = accepted_updates.get(done.meta.update_id, 0)
        if origin in by_first_event:
            by_first_event[origin].append(event)
        else:
            story = by_first_event[event.event_id] = [event]
            by_type[event.event_type].append(story)
    return by_type


def attributes(event: HistoryEvent) -> object:
    """Return the one attributes message an event carries."""
    name = event.WhichOneof("attributes")
    return getattr(event, name) if name else None


def find(story: Story, *types: EventType.ValueType) -> HistoryEvent | None:
    """Return the last event of a story that has one of these types."""
    return next((event for event in reversed(story) if event.event_type in types), None)


def event_id(event: HistoryEvent | None) -> int | None:
    """Return an event's id, or None where there is no event."""
    return event.event_id if event else None


def time(event: HistoryEvent) -> datetime:
    """Return when an event happened, in UTC, on the workflow's own clock (skips included)."""
    return event.event_time.ToDatetime(timezone.utc)


def maybe_time(event: HistoryEvent | None) -> datetime | None:
    """Return when an event happened, or None where there is no event."""
    return time(event) if event else None


def duration(recorded: Duration) -> timedelta | None:
    """Return a recorded duration; zero means "not set" and is None."""
    return recorded.ToTimedelta() or None


def event_name(event: HistoryEvent) -> str:
    """Return an event's type in words: "workflow execution paused"."""
    if event.event_type not in EventType.values():
        return f"event of unknown type {event.event_type}"
    return enum_words(EventType.Name(event.event_type), "EVENT_TYPE")
