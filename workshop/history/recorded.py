"""One workflow's event history as something you can ask: all of `History` but how it is made.

Everything is read from the recorded events when first asked for, and kept.

Long, because it is one object that is asked: a few lines for each thing a history tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from workshop.history import activities, nexus, records
from workshop.history.failures import Failure, enum_words
from workshop.history.model import (
    ActivityRun,
    CancelRequest,
    ChildWorkflow,
    LocalActivityRun,
    Marker,
    NexusOperation,
    OtherEvent,
    Signal,
    SignalSent,
    Timer,
    TimeSkip,
    Update,
    WorkflowStatus,
    WorkflowTask,
)
from workshop.history.payloads import decode_all
from workshop.history.stories import Story, event_name, stories, time

_CLOSED: dict[int, WorkflowStatus] = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: "completed",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED: "failed",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED: "cancelled",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TERMINATED: "terminated",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIMED_OUT: "timed out",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW: "continued as new",
}
# Events that other parts of the model already tell, or that say nothing to a reader.
_TOLD_ELSEWHERE = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
    EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED,
    EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
    EventType.EVENT_TYPE_TIMER_STARTED,
    EventType.EVENT_TYPE_MARKER_RECORDED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED,
    EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED,
    EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED,
    EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED,
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
    *_CLOSED,
}


class RecordedHistory:
    """The recorded events of one workflow run, and everything that they tell."""

    def __init__(
        self,
        workflow_id: str,
        events: Sequence[HistoryEvent],
        unknown: Mapping[int, str] | None = None,
        decoded_payloads: int = 0,
    ) -> None:
        self.workflow_id = recorded_workflow_id(events) or workflow_id
        self.events = tuple(events)
        #: How many payloads of an export were not as the server recorded them, but decoded.
        self.decoded_payloads = decoded_payloads
        self._unknown = unknown or {}

    @cached_property
    def _stories(self) -> dict[int, list[Story]]:
        return stories(self.events)

    def _of(self, event_type: EventType.ValueType) -> list[Story]:
        return self._stories.get(event_type, [])

    @cached_property
    def activities(self) -> list[ActivityRun]:
        """Every activity, in the order they were scheduled."""
        scheduled = self._of(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        return [activities.activity_run(story) for story in scheduled]

    def scheduled(self, activity_type: str) -> list[ActivityRun]:
        """Return the activities of one type, in the order they were scheduled."""
        return [run for run in self.activities if run.type == activity_type]

    def activity(self, activity_type: str) -> ActivityRun:
        """Return the only activity of one type. Raises `LookupError` when there is not exactly one."""
        runs = self.scheduled(activity_type)
        if len(runs) == 1:
            return runs[0]
        if runs:
            raise LookupError(
                f"The history of {self.workflow_id!r} holds {len(runs)} activities of type "
                f"{activity_type!r}, not one. Use history.scheduled({activity_type!r})."
            )
        types = ", ".join(sorted({run.type for run in self.activities})) or "no activity at all"
        raise LookupError(
            f"The history of {self.workflow_id!r} holds no activity of type {activity_type!r}; "
            f"it holds {types}. Compare the name, or look at the history's text."
        )

    @cached_property
    def local_activities(self) -> list[LocalActivityRun]:
        """Every local activity, in the order they ended."""
        return [
            activities.local_activity_run(story[0])
            for story in self._of(EventType.EVENT_TYPE_MARKER_RECORDED)
            if story[0].marker_recorded_event_attributes.marker_name == "core_local_activity"
        ]

    @cached_property
    def markers(self) -> list[Marker]:
        """Every marker that is not a local activity: patches, and what other SDKs put down."""
        return [
            records.marker(story[0])
            for story in self._of(EventType.EVENT_TYPE_MARKER_RECORDED)
            if story[0].marker_recorded_event_attributes.marker_name != "core_local_activity"
        ]

    @cached_property
    def timers(self) -> list[Timer]:
        """Every timer (`asyncio.sleep` and timeouts of `wait_condition`), in the order they started."""
        started = self._of(EventType.EVENT_TYPE_TIMER_STARTED)
        return [records.timer(story, self.time_skips) for story in started]

    @cached_property
    def signals(self) -> list[Signal]:
        """Every signal received."""
        received = self._of(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED)
        return [records.signal(story[0]) for story in received]

    @cached_property
    def signals_sent(self) -> list[SignalSent]:
        """Every signal sent to another workflow."""
        sent = self._of(EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED)
        return [records.signal_sent(story) for story in sent]

    @cached_property
    def updates(self) -> list[Update]:
        """Every update accepted."""
        accepted = self._of(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED)
        return [records.update(story) for story in accepted]

    @cached_property
    def children(self) -> list[ChildWorkflow]:
        """Every child workflow, in the order they were asked for."""
        initiated = self._of(EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED)
        return [records.child_workflow(story) for story in initiated]

    @cached_property
    def nexus_operations(self) -> list[NexusOperation]:
        """Every Nexus operation, in the order they were asked for."""
        scheduled = self._of(EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED)
        return [nexus.nexus_operation(story) for story in scheduled]

    @cached_property
    def workflow_tasks(self) -> list[WorkflowTask]:
        """Every workflow task recorded, failed ones included."""
        scheduled = self._of(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED)
        return [records.workflow_task(story) for story in scheduled]

    def told_of(self, event: int) -> int | None:
        """Return the event with which the workflow's code was told of another one, if it was.

        It is the first start of a workflow task after that. What comes between the two reaches the
        code in the same moment, as news of a cancel and of a step's end may on a slow machine.
        """
        starts = (task.started_event or 0 for task in self.workflow_tasks)
        return min((start for start in starts if start > event), default=None)

    @cached_property
    def time_skips(self) -> list[TimeSkip]:
        """Every jump of the workflow's clock."""
        jumps = self._of(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED)
        return [records.time_skip(story[0]) for story in jumps]

    @cached_property
    def cancel_request(self) -> CancelRequest | None:
        """The request to cancel, if there was one."""
        requested = self._of(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED)
        if not requested:
            return None
        event = requested[0][0]
        reason = event.workflow_execution_cancel_requested_event_attributes.cause
        return CancelRequest(reason=reason, event=event.event_id, at=time(event))

    @cached_property
    def other_events(self) -> list[OtherEvent]:
        """Every event that no other part of the model tells."""
        return [
            OtherEvent(name=self._name(story[0]), event=story[0].event_id, at=time(story[0]))
            for event_type, told in self._stories.items()
            if event_type not in _TOLD_ELSEWHERE
            for story in told
            if not _is_bookkeeping(story[0])
        ]

    def _name(self, event: HistoryEvent) -> str:
        unknown = self._unknown.get(event.event_id)
        return enum_words(unknown, "EVENT_TYPE") if unknown else event_name(event)

    @property
    def started_at(self) -> datetime:
        """When the run began."""
        return time(self.events[0])

    @property
    def last_event_at(self) -> datetime:
        """When the latest recorded event happened, on the workflow's own clock."""
        return max(time(self.events[0]), time(self.events[-1]))

    @cached_property
    def workflow_type(self) -> str:
        """The workflow's type."""
        return self.events[0].workflow_execution_started_event_attributes.workflow_type.name

    @cached_property
    def input(self) -> tuple[Any, ...]:
        """The arguments the workflow was started with."""
        started = self.events[0].workflow_execution_started_event_attributes
        return decode_all(started.input.payloads)

    @cached_property
    def _closing_event(self) -> HistoryEvent | None:
        return next((event for event in reversed(self.events) if event.event_type in _CLOSED), None)

    @property
    def closed_event(self) -> int | None:
        """The id of the event that closed the run, or None while it runs."""
        return self._closing_event.event_id if self._closing_event else None

    @property
    def status(self) -> WorkflowStatus:
        """How the run stands as of the latest event."""
        return _CLOSED[self._closing_event.event_type] if self._closing_event else "running"

    @property
    def result(self) -> Any:
        """What a completed workflow returned, else None."""
        return records.closing(self._closing_event)[0]

    @property
    def failure(self) -> Failure | None:
        """Why a failed workflow failed, else None."""
        return records.closing(self._closing_event)[1]

    @property
    def close_reason(self) -> str:
        """The reason given by whoever terminated the workflow, else the empty string."""
        return records.close_reason(self._closing_event)

    @property
    def continued_with(self) -> tuple[Any, ...]:
        """The arguments of the next run, where this one continued as new."""
        if not self._closing_event:
            return ()
        again = self._closing_event.workflow_execution_continued_as_new_event_attributes
        return decode_all(again.input.payloads)


def recorded_workflow_id(events: Sequence[HistoryEvent]) -> str:
    """Return the workflow's id as its first event has it; old servers wrote none."""
    return events[0].workflow_execution_started_event_attributes.workflow_id if events else ""


def _is_bookkeeping(event: HistoryEvent) -> bool:
    """Whether an event only accompanies another: a patch's search attribute, a skip's setting."""
    upsert = event.upsert_workflow_search_attributes_event_attributes
    only_patches = set(upsert.search_attributes.indexed_fields) == {"TemporalChangeVersion"}
    options = event.workflow_execution_options_updated_event_attributes
    return only_patches or options.HasField("time_skipping_config")
