"""Activities and local activities, read from their stories."""

from __future__ import annotations

from temporalio.api.common.v1 import RetryPolicy
from temporalio.api.enums.v1 import EventType, RetryState
from temporalio.api.history.v1 import HistoryEvent

from workshop.history.failures import Failure, enum_value_words, read_failure
from workshop.history.model import (
    ActivityRun,
    ActivityStatus,
    LocalActivityRun,
    RecordedRetryPolicy,
)
from workshop.history.payloads import decode_all, decode_result, marker_detail
from workshop.history.stories import Story, duration, event_id, find, maybe_time, time

_CLOSED: dict[EventType.ValueType, ActivityStatus] = {
    EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED: "completed",
    EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED: "failed",
    EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT: "timed out",
    EventType.EVENT_TYPE_ACTIVITY_TASK_CANCELED: "cancelled",
}


def activity_run(story: Story) -> ActivityRun:
    """Return the activity that a story beginning with ActivityTaskScheduled tells of."""
    scheduled = story[0].activity_task_scheduled_event_attributes
    started = find(story, EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
    cancel = find(story, EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED)
    closed = find(story, *_CLOSED)
    start = started.activity_task_started_event_attributes if started else None
    failure, retry_state = _ending(closed)
    status: ActivityStatus = "running" if started else "scheduled"
    return ActivityRun(
        type=scheduled.activity_type.name,
        activity_id=scheduled.activity_id,
        input=decode_all(scheduled.input.payloads),
        status=_CLOSED[closed.event_type] if closed else status,
        attempts=start.attempt if start else 0,
        result=(
            decode_result(closed.activity_task_completed_event_attributes.result.payloads)
            if closed
            else None
        ),
        failure=failure,
        last_failure=(
            read_failure(start.last_failure) if start and start.HasField("last_failure") else None
        ),
        retry_state=retry_state,
        scheduled_event=story[0].event_id,
        started_event=event_id(started),
        closed_event=event_id(closed),
        cancel_requested_event=event_id(cancel),
        scheduled_at=time(story[0]),
        started_at=maybe_time(started),
        closed_at=maybe_time(closed),
        schedule_to_close_timeout=duration(scheduled.schedule_to_close_timeout),
        schedule_to_start_timeout=duration(scheduled.schedule_to_start_timeout),
        start_to_close_timeout=duration(scheduled.start_to_close_timeout),
        heartbeat_timeout=duration(scheduled.heartbeat_timeout),
        retry_policy=(
            _retry_policy(scheduled.retry_policy) if scheduled.HasField("retry_policy") else None
        ),
        task_queue=scheduled.task_queue.name,
    )


def _ending(closed: HistoryEvent | None) -> tuple[Failure | None, str]:
    if closed and closed.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED:
        failed = closed.activity_task_failed_event_attributes
        return read_failure(failed.failure), _retry_state(failed.retry_state)
    if closed and closed.event_type == EventType.EVENT_TYPE_ACTIVITY_TASK_TIMED_OUT:
        timed_out = closed.activity_task_timed_out_event_attributes
        return read_failure(timed_out.failure), _retry_state(timed_out.retry_state)
    return None, ""


def _retry_state(state: RetryState.ValueType) -> str:
    return enum_value_words(RetryState, state, "RETRY_STATE")


def _retry_policy(recorded: RetryPolicy) -> RecordedRetryPolicy:
    return RecordedRetryPolicy(
        maximum_attempts=recorded.maximum_attempts,
        initial_interval=duration(recorded.initial_interval),
        backoff_coefficient=recorded.backoff_coefficient,
        maximum_interval=duration(recorded.maximum_interval),
        non_retryable_error_types=tuple(recorded.non_retryable_error_types),
    )


def local_activity_run(event: HistoryEvent) -> LocalActivityRun:
    """Return the local activity that a `core_local_activity` marker tells of."""
    marker = event.marker_recorded_event_attributes
    data = marker_detail(event, "data")
    data = data if isinstance(data, dict) else {}  # of another SDK, empty or encrypted
    attempt = str(data.get("attempt", 1))
    failed = marker.HasField("failure")
    return LocalActivityRun(
        type=str(data.get("activity_type", "(unnamed)")),
        activity_id=str(data.get("activity_id", "")),
        status="failed" if failed else "completed",
        attempts=int(attempt) if attempt.isdecimal() else 1,
        result=marker_detail(event, "result"),
        failure=read_failure(marker.failure) if failed else None,
        event=event.event_id,
        at=time(event),
    )
