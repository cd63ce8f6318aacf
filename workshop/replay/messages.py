"""Steps that answer or take back: cancels that code asks for, and updates that it accepts and completes.

The SDK finds a cancel by what it cancels and an update by its id.
"""

from __future__ import annotations

from collections.abc import Mapping

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from workshop.replay.recording import Command
from workshop.replay.step import Step

CANCEL = "cancel of"
UPDATE = "update"


def recorded_message(event: HistoryEvent, known: Mapping[int, HistoryEvent]) -> Step | None:
    """Return the cancel or the update that an event records; ``known`` are the events before."""
    kind, number = event.event_type, event.event_id
    if kind == EventType.EVENT_TYPE_TIMER_CANCELED:
        return _cancel("timer", event.timer_canceled_event_attributes.timer_id, number)
    if kind == EventType.EVENT_TYPE_ACTIVITY_TASK_CANCEL_REQUESTED:
        asked = event.activity_task_cancel_requested_event_attributes
        scheduled = known.get(asked.scheduled_event_id, HistoryEvent())
        activity = scheduled.activity_task_scheduled_event_attributes
        return _cancel(f"activity {activity.activity_type.name}", activity.activity_id, number)
    if kind == EventType.EVENT_TYPE_REQUEST_CANCEL_EXTERNAL_WORKFLOW_EXECUTION_INITIATED:
        external = event.request_cancel_external_workflow_execution_initiated_event_attributes
        return _cancel("workflow", external.workflow_execution.workflow_id, number)
    if kind == EventType.EVENT_TYPE_NEXUS_OPERATION_CANCEL_REQUESTED:
        nexus = event.nexus_operation_cancel_requested_event_attributes
        scheduled = known.get(nexus.scheduled_event_id, HistoryEvent())
        operation = scheduled.nexus_operation_scheduled_event_attributes
        return _cancel(f"nexus operation {operation.service}.{operation.operation}", "", number)
    if kind == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED:
        accepted = event.workflow_execution_update_accepted_event_attributes
        name = accepted.accepted_request.input.name
        return Step(UPDATE, "accepted", accepted.protocol_instance_id, name, event=number)
    if kind == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_COMPLETED:
        completed = event.workflow_execution_update_completed_event_attributes
        return Step(UPDATE, "completed", completed.meta.update_id, event=number)
    return None


def _cancel(what: str, id: str, number: int) -> Step:
    return Step(CANCEL, what, id, event=number)


def asked_message(command: Command, begun: Mapping[tuple[str, int], Step]) -> Step | None:
    """Return the cancel or the update that a command is; ``begun`` are the steps asked for before."""
    asked, line = command.asked, command.line
    kind = asked.WhichOneof("variant")
    if kind == "update_response":
        response = asked.update_response
        answer = response.WhichOneof("response")
        if answer not in ("accepted", "completed"):  # a rejected one leaves no event
            return None
        return Step(UPDATE, answer, response.protocol_instance_id, line=line)
    if kind == "request_cancel_external_workflow_execution":
        external = asked.request_cancel_external_workflow_execution
        return Step(CANCEL, "workflow", external.workflow_execution.workflow_id, line=line)
    started = {
        "cancel_timer": ("start_timer", asked.cancel_timer.seq),
        "request_cancel_activity": ("schedule_activity", asked.request_cancel_activity.seq),
        "cancel_child_workflow_execution": (
            "start_child_workflow_execution",
            asked.cancel_child_workflow_execution.child_workflow_seq,
        ),
        "request_cancel_nexus_operation": (
            "schedule_nexus_operation",
            asked.request_cancel_nexus_operation.seq,
        ),
    }.get(kind or "")
    step = begun.get(started) if started else None
    if step is None:
        return None
    if step.kind == "child workflow":
        return Step(CANCEL, "workflow", step.id, line=line, optional=True)
    named = f"{step.kind} {step.name}".strip()
    return Step(CANCEL, named, step.id, line=line, optional=step.kind != "timer")
