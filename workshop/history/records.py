"""Timers, messages, children, workflow tasks and markers, read from their stories."""

from __future__ import annotations

from typing import Any, Literal

from temporalio.api.enums.v1 import EventType, WorkflowTaskFailedCause
from temporalio.api.history.v1 import HistoryEvent

from workshop.history.failures import Failure, enum_value_words, read_failure
from workshop.history.model import (
    ChildStatus,
    ChildWorkflow,
    Marker,
    Signal,
    SignalSent,
    Timer,
    TimeSkip,
    Update,
    WorkflowTask,
)
from workshop.history.payloads import decode_all, decode_result, marker_detail
from workshop.history.stories import Story, attributes, event_id, find, maybe_time, time


def timer(story: Story, skips: list[TimeSkip]) -> Timer:
    """Return the timer that a story beginning with TimerStarted tells of."""
    started = story[0].timer_started_event_attributes
    fired = find(story, EventType.EVENT_TYPE_TIMER_FIRED)
    cancelled = find(story, EventType.EVENT_TYPE_TIMER_CANCELED)
    closed = fired or cancelled
    end = closed.event_id if closed else float("inf")
    return Timer(
        timer_id=started.timer_id,
        duration=started.start_to_fire_timeout.ToTimedelta(),
        status="fired" if fired else "cancelled" if cancelled else "running",
        skipped=any(skip.target and story[0].event_id < skip.event < end for skip in skips),
        started_event=story[0].event_id,
        closed_event=event_id(closed),
        started_at=time(story[0]),
        closed_at=maybe_time(closed),
    )


def signal(event: HistoryEvent) -> Signal:
    """Return the signal a WorkflowExecutionSignaled event tells of."""
    signaled = event.workflow_execution_signaled_event_attributes
    return Signal(
        name=signaled.signal_name,
        input=decode_all(signaled.input.payloads),
        event=event.event_id,
        at=time(event),
    )


def signal_sent(story: Story) -> SignalSent:
    """Return the signal to another workflow that a story tells of."""
    initiated = story[0].signal_external_workflow_execution_initiated_event_attributes
    delivered = find(story, EventType.EVENT_TYPE_EXTERNAL_WORKFLOW_EXECUTION_SIGNALED)
    failed = find(story, EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_FAILED)
    return SignalSent(
        name=initiated.signal_name,
        workflow_id=initiated.workflow_execution.workflow_id,
        input=decode_all(initiated.input.payloads),
        status="delivered" if delivered else "failed" if failed else "sent",
        event=story[0].event_id,
        at=time(story[0]),
    )


def update(story: Story) -> Update:
    """Return the update that a story beginning with UpdateAccepted tells of."""
    accepted = story[0].workflow_execution_update_accepted_event_attributes
    request = accepted.accepted_request
    closed = find(story, EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED)
    status: Literal["accepted", "completed", "failed"] = "accepted"
    result: Any = None
    failure: Failure | None = None
    if closed:
        outcome = closed.workflow_execution_update_completed_event_attributes.outcome
        status, result = "completed", decode_result(outcome.success.payloads)
        if outcome.HasField("failure"):
            status, failure = "failed", read_failure(outcome.failure)
    return Update(
        name=request.input.name or accepted.protocol_instance_id,
        update_id=request.meta.update_id or accepted.protocol_instance_id,
        input=decode_all(request.input.args.payloads),
        status=status,
        result=result,
        failure=failure,
        accepted_event=story[0].event_id,
        closed_event=event_id(closed),
        accepted_at=time(story[0]),
        closed_at=maybe_time(closed),
    )


_CHILD_CLOSED: dict[EventType.ValueType, ChildStatus] = {
    EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_COMPLETED: "completed",
    EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_FAILED: "failed",
    EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_CANCELED: "cancelled",
    EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TIMED_OUT: "timed out",
    EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_TERMINATED: "terminated",
    EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_FAILED: "not started",
}


def child_workflow(story: Story) -> ChildWorkflow:
    """Return the child that a story beginning with StartChildWorkflowExecutionInitiated tells of."""
    initiated = story[0].start_child_workflow_execution_initiated_event_attributes
    started = find(story, EventType.EVENT_TYPE_CHILD_WORKFLOW_EXECUTION_STARTED)
    closed = find(story, *_CHILD_CLOSED)
    status: ChildStatus = "running" if started else "initiated"
    failed = closed.child_workflow_execution_failed_event_attributes if closed else None
    return ChildWorkflow(
        type=initiated.workflow_type.name,
        workflow_id=initiated.workflow_id,
        input=decode_all(initiated.input.payloads),
        status=_CHILD_CLOSED[closed.event_type] if closed else status,
        result=(
            decode_result(
                closed.child_workflow_execution_completed_event_attributes.result.payloads
            )
            if closed
            else None
        ),
        failure=read_failure(failed.failure) if failed and failed.HasField("failure") else None,
        initiated_event=story[0].event_id,
        started_event=event_id(started),
        closed_event=event_id(closed),
        initiated_at=time(story[0]),
        started_at=maybe_time(started),
        closed_at=maybe_time(closed),
    )


_TASK_CLOSED: dict[EventType.ValueType, Literal["completed", "failed", "timed out"]] = {
    EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED: "completed",
    EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED: "failed",
    EventType.EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT: "timed out",
}


def workflow_task(story: Story) -> WorkflowTask:
    """Return the workflow task that a story beginning with WorkflowTaskScheduled tells of."""
    started = find(story, EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED)
    closed = find(story, *_TASK_CLOSED)
    failed = closed.workflow_task_failed_event_attributes if closed else None
    return WorkflowTask(
        status=_TASK_CLOSED[closed.event_type] if closed else "running" if started else "scheduled",
        attempt=story[0].workflow_task_scheduled_event_attributes.attempt,
        cause=enum_value_words(
            WorkflowTaskFailedCause, failed.cause if failed else 0, "WORKFLOW_TASK_FAILED_CAUSE"
        ),
        failure=read_failure(failed.failure) if failed and failed.HasField("failure") else None,
        scheduled_event=story[0].event_id,
        started_event=event_id(started),
        closed_event=event_id(closed),
        scheduled_at=time(story[0]),
        started_at=maybe_time(started),
        closed_at=maybe_time(closed),
        worker=started.workflow_task_started_event_attributes.identity if started else "",
    )


def marker(event: HistoryEvent) -> Marker:
    """Return the marker a MarkerRecorded event tells of; patches have their id read."""
    recorded = event.marker_recorded_event_attributes
    details = {name: marker_detail(event, name) for name in sorted(recorded.details)}
    found = details.get("patch-data")
    patch: dict[str, Any] = found if isinstance(found, dict) else {}
    return Marker(
        name=recorded.marker_name,
        patch_id=str(patch.get("id", "")),
        deprecated=bool(patch.get("deprecated")),
        details=details,
        event=event.event_id,
        at=time(event),
    )


def time_skip(event: HistoryEvent) -> TimeSkip:
    """Return the jump a TimeSkippingTransitioned event tells of."""
    skip = event.workflow_execution_time_skipping_transitioned_event_attributes
    target = (
        skip.target_time.ToDatetime(time(event).tzinfo) if skip.HasField("target_time") else None
    )
    return TimeSkip(target=target, event=event.event_id, at=time(event))


def closing(event: HistoryEvent | None) -> tuple[Any, Failure | None]:
    """Return the result and the failure with which a workflow closed."""
    if event is None:
        return None, None
    completed = event.workflow_execution_completed_event_attributes
    failed = event.workflow_execution_failed_event_attributes
    failure = read_failure(failed.failure) if failed.HasField("failure") else None
    return decode_result(completed.result.payloads), failure


def close_reason(event: HistoryEvent | None) -> str:
    """Return the reason someone gave for terminating the workflow, if any."""
    return str(getattr(attributes(event), "reason", "")) if event else ""
