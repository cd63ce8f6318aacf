"""Steps: what a history records and what code asks for, in the same words, so that they compare.

The SDK compares a command with a recorded event by its kind, its name and its id. It compares no
arguments, timeouts or durations, and neither does this. A cancel that code asks for need not leave
an event, as when the activity has ended meanwhile: it is ``optional``, unless it is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.bridge.proto.workflow_commands import WorkflowCommand

from workshop.history import words
from workshop.history.failures import read_failure
from workshop.history.payloads import marker_detail
from workshop.replay.messages import asked_message, recorded_message
from workshop.replay.recording import Command, Line
from workshop.replay.step import END, Step


def recorded_steps(events: Iterable[HistoryEvent]) -> list[Step]:
    """Return the steps that the workflow's code took, in the order of the history."""
    known: dict[int, HistoryEvent] = {}
    steps = []
    for event in events:
        known[event.event_id] = event
        step = _recorded(event) or recorded_message(event, known)
        if step:
            steps.append(step)
    return steps


def asked_steps(commands: Sequence[Command]) -> list[Step]:
    """Return the steps that the code asks for, in its order."""
    withdrawn = {
        (command.after, kind, seq) for command in commands for kind, seq in _cancels(command.asked)
    }
    begun: dict[tuple[str, int], Step] = {}
    begun_after: dict[tuple[str, int], int] = {}
    steps = []
    for command in commands:
        if any(begun_after.get(each) == command.after for each in _cancels(command.asked)):
            continue
        step = _asked(command.asked, command.line) or asked_message(command, begun)
        if step is None:
            continue
        begun[_started(command.asked)] = step
        begun_after[_started(command.asked)] = command.after
        if (command.after, *_started(command.asked)) not in withdrawn:
            steps.append(step)
    return steps


_ENDS = {
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED: "the workflow completes",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_FAILED: "the workflow fails",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CANCELED: "the workflow is cancelled",
    EventType.EVENT_TYPE_WORKFLOW_EXECUTION_CONTINUED_AS_NEW: "the workflow continues as new",
}


def _recorded(event: HistoryEvent) -> Step | None:
    kind, number = event.event_type, event.event_id
    if kind == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED:
        activity = event.activity_task_scheduled_event_attributes
        return Step("activity", activity.activity_type.name, activity.activity_id, event=number)
    if kind == EventType.EVENT_TYPE_TIMER_STARTED:
        timer = event.timer_started_event_attributes
        span = words.span(timer.start_to_fire_timeout.ToTimedelta())
        return Step("timer", "", timer.timer_id, span, event=number)
    if kind == EventType.EVENT_TYPE_MARKER_RECORDED:
        return _marker(event)
    if kind == EventType.EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED:
        child = event.start_child_workflow_execution_initiated_event_attributes
        name = child.workflow_type.name
        return Step("child workflow", name, child.workflow_id, event=number)
    if kind == EventType.EVENT_TYPE_SIGNAL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED:
        signal = event.signal_external_workflow_execution_initiated_event_attributes
        return Step("signal", signal.signal_name, event=number)
    if kind == EventType.EVENT_TYPE_NEXUS_OPERATION_SCHEDULED:
        nexus = event.nexus_operation_scheduled_event_attributes
        return Step("nexus operation", f"{nexus.service}.{nexus.operation}", event=number)
    if kind == EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES:
        changed = event.upsert_workflow_search_attributes_event_attributes.search_attributes
        if set(changed.indexed_fields) == {"TemporalChangeVersion"}:  # a patch's companion
            return None
        return Step("search attributes", "", event=number)
    if kind == EventType.EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED:
        return Step("memo", "", event=number)
    if kind in _ENDS:
        return Step(END, _ENDS[kind], event=number)
    return None


def _marker(event: HistoryEvent) -> Step | None:
    marker = event.marker_recorded_event_attributes
    name, number = marker.marker_name, event.event_id
    if name == "core_local_activity":
        data = _detail(event, "data")
        local = str(data.get("activity_type", ""))
        return Step("local activity", local, str(data.get("seq", "")), event=number)
    if name == "core_patch":
        data = _detail(event, "patch-data")
        deprecated = bool(data.get("deprecated"))
        detail = "(deprecated)" if deprecated else ""
        patch = str(data.get("id", ""))
        return Step("patch", patch, detail=detail, event=number, optional=deprecated)
    return None  # of another SDK


def _detail(event: HistoryEvent, name: str) -> dict[str, Any]:
    found = marker_detail(event, name)
    return found if isinstance(found, dict) else {}


def _asked(command: WorkflowCommand, line: Line | None) -> Step | None:
    kind = command.WhichOneof("variant")
    if kind == "schedule_activity":
        activity = command.schedule_activity
        return Step("activity", activity.activity_type, activity.activity_id, line=line)
    if kind == "schedule_local_activity":
        local = command.schedule_local_activity
        return Step("local activity", local.activity_type, str(local.seq), line=line)
    if kind == "start_timer":
        timer = command.start_timer
        span = words.span(timer.start_to_fire_timeout.ToTimedelta())
        return Step("timer", "", str(timer.seq), span, line=line)
    if kind == "set_patch_marker":
        patch = command.set_patch_marker
        detail = "(deprecated)" if patch.deprecated else ""
        return Step("patch", patch.patch_id, detail=detail, line=line, optional=True)
    if kind == "start_child_workflow_execution":
        child = command.start_child_workflow_execution
        return Step("child workflow", child.workflow_type, child.workflow_id, line=line)
    if kind == "signal_external_workflow_execution":
        return Step("signal", command.signal_external_workflow_execution.signal_name, line=line)
    if kind == "schedule_nexus_operation":
        nexus = command.schedule_nexus_operation
        return Step("nexus operation", f"{nexus.service}.{nexus.operation}", line=line)
    if kind == "upsert_workflow_search_attributes":
        return Step("search attributes", "", line=line)
    if kind == "modify_workflow_properties":
        return Step("memo", "", line=line)
    return _asked_end(kind, command)


def _asked_end(kind: str | None, command: WorkflowCommand) -> Step | None:
    if kind == "complete_workflow_execution":
        return Step(END, "the workflow completes")
    if kind == "fail_workflow_execution":
        failure = read_failure(command.fail_workflow_execution.failure)
        return Step(END, "the workflow fails", detail=f"with {words.why(failure, 80)}")
    if kind == "cancel_workflow_execution":
        return Step(END, "the workflow is cancelled")
    if kind == "continue_as_new_workflow_execution":
        return Step(END, "the workflow continues as new")
    return None


def _started(command: WorkflowCommand) -> tuple[str, int]:
    kind = command.WhichOneof("variant") or ""
    return kind, getattr(getattr(command, kind), "seq", 0) if kind else 0


def _cancels(command: WorkflowCommand) -> list[tuple[str, int]]:
    """Return what the command takes back; asked for in the same task, it never reached the server."""
    kind = command.WhichOneof("variant")
    if kind == "cancel_timer":
        return [("start_timer", command.cancel_timer.seq)]
    if kind == "request_cancel_activity":
        return [("schedule_activity", command.request_cancel_activity.seq)]
    return []
