"""Explaining a workflow that waits as it was told to: nothing is wrong."""

from __future__ import annotations

from datetime import timedelta

from temporalio.api.enums.v1 import ContinueAsNewInitiator, EventType

from workshop.temporal.waiting.diagnosis import Diagnosis, Kind
from workshop.temporal.waiting.snapshot import Snapshot

_WORKFLOW_TASK_SCHEDULED = EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED


def explain_waits(snapshot: Snapshot) -> Diagnosis:
    """Say what an open workflow with no task and no activity pending waits for."""
    if not any(e.event_type == _WORKFLOW_TASK_SCHEDULED for e in snapshot.newest_events):
        if _continued_as_new(snapshot):
            return _waits(
                snapshot,
                "its next run to begin: it has continued as new.",
                "Temporal lets runs that follow each other within a second wait for a moment.",
                "If that happens again and again, look at what makes run() continue as new.",
                kind="continues-as-new",
            )
        return _waits(
            snapshot,
            "the time it is to begin.",
            "It was started with a delay (start_delay, a schedule or a cron).",
            "Wait, or start it without the delay.",
        )
    children = [child.workflow_id for child in snapshot.description.pending_children]
    if children:
        return _waits(snapshot, f"its child workflow {children[0]!r}.", "", "Wait.")
    timers = open_timers(snapshot)
    if timers:
        return _waits(
            snapshot,
            f"a timer of {in_words(min(timers))}.",
            "Nothing is wrong. A signal or update may wake it earlier, if its code says so.",
            "Wait, or skip the time.",
        )
    received = received_signals(snapshot)
    if received:
        names = ", ".join(map(repr, received))
        return _waits(
            snapshot,
            "a signal or an update.",
            f"No timer runs, no activity is pending. It has received {names}, and waits still.",
            "See whether a handler bears just that name, and what its wait_condition looks at.",
            kind="waits-for-message",
        )
    return _waits(
        snapshot,
        "a signal or an update.",
        "No timer runs, no activity is pending.",
        "Send the signal or update it waits for, or look at its wait_condition.",
        kind="waits-for-message",
    )


def received_signals(snapshot: Snapshot) -> list[str]:
    """The names of the signals that reached the workflow, each once, the first one first."""
    names = [
        event.workflow_execution_signaled_event_attributes.signal_name
        for event in reversed(snapshot.newest_events)
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED
    ]
    return list(dict.fromkeys(names))


def _continued_as_new(snapshot: Snapshot) -> bool:
    """Whether this run follows another one that continued as new."""
    return any(
        event.workflow_execution_started_event_attributes.initiator
        == ContinueAsNewInitiator.CONTINUE_AS_NEW_INITIATOR_WORKFLOW
        for event in snapshot.newest_events
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED
    )


def open_timers(snapshot: Snapshot) -> list[timedelta]:
    """The durations of the timers that have started and neither fired nor been cancelled."""
    closed: set[int] = set()
    durations = []
    for event in snapshot.newest_events:
        if event.event_type == EventType.EVENT_TYPE_TIMER_FIRED:
            closed.add(event.timer_fired_event_attributes.started_event_id)
        elif event.event_type == EventType.EVENT_TYPE_TIMER_CANCELED:
            closed.add(event.timer_canceled_event_attributes.started_event_id)
        elif (
            event.event_type == EventType.EVENT_TYPE_TIMER_STARTED and event.event_id not in closed
        ):
            started = event.timer_started_event_attributes
            durations.append(started.start_to_fire_timeout.ToTimedelta())
    return durations


def in_words(duration: timedelta) -> str:
    """A duration in the largest unit that fits: ``24 h``, ``1.5 min``, ``30 s``."""
    seconds = duration.total_seconds()
    for unit, size in (("days", 172_800), ("h", 3600), ("min", 60)):
        if seconds >= size:
            return f"{seconds / (86_400 if unit == 'days' else size):g} {unit}"
    return f"{seconds:g} s"


def _waits(
    snapshot: Snapshot, for_what: str, evidence: str, next_step: str, kind: Kind = "waits"
) -> Diagnosis:
    return Diagnosis(
        kind=kind,
        what=f"Your workflow {snapshot.workflow_id!r} waits for {for_what}",
        evidence=evidence,
        next_step=next_step,
        can_move_by_itself=True,
    )
