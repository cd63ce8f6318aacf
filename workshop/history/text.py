"""A history as text: what happened, in order, without ids and clocks.

nbval compares this text between runs, so two runs that did the same must read the same. The whole
life of an activity is one line where it was scheduled: which of two parallel activities ended
first cannot reorder lines. Workflow tasks are left out unless they failed, and a failure repeated
is told once. What remains to the author: a signal sent at no particular moment may land on either
side of an activity, and a history read while the workflow runs shows the moment it was read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workshop.history import words
from workshop.history.recorded import RecordedHistory


class Line(NamedTuple):
    """One thing that happened: the event at which it began, its kind, and what there is to say."""

    event: int
    kind: str
    said: str


def as_text(history: RecordedHistory) -> str:
    """Return the story of a history, one line a thing."""
    lines = sorted([*_things(history), *_failed_tasks(history)])
    ending = (
        [Line(history.closed_event, history.status, _ending(history))]
        if history.closed_event
        else []
    )
    told = [
        f"  {line.kind:<15}{words.without_ids_and_clocks(line.said)}".rstrip()
        for line in [Line(1, "started", _arguments(history)), *lines, *ending]
    ]
    return "\n".join([f"{history.workflow_type} · {history.status}", *told])


def _things(history: RecordedHistory) -> Iterator[Line]:
    for run in history.activities:
        outcome = words.activity_outcome(run)
        yield Line(
            run.scheduled_event, "activity", f"{words.call(run.type, run.input)} {_dot(outcome)}"
        )
    for local in history.local_activities:
        outcome = words.activity_outcome(local)
        yield Line(local.event, "local", f"{local.type} {_dot(outcome)}")
    for timer in history.timers:
        said = f"{words.span(timer.duration)} · {words.timer_outcome(timer)}"
        yield Line(timer.started_event, "timer", said)
    for signal in history.signals:
        yield Line(signal.event, "signal", words.call(signal.name, signal.input))
    for sent in history.signals_sent:
        said = f"{words.call(sent.name, sent.input)} to {sent.workflow_id} · {sent.status}"
        yield Line(sent.event, "signal sent", said)
    for update in history.updates:
        outcome = words.call_outcome(update)
        said = f"{words.call(update.name, update.input)} {_dot(outcome)}"
        yield Line(update.accepted_event, "update", said)
    for child in history.children:
        outcome = words.call_outcome(child)
        said = f"{words.call(child.type, child.input)} {_dot(outcome)}"
        yield Line(child.initiated_event, "child", said)
    for operation in history.nexus_operations:
        outcome = words.call_outcome(operation)
        said = f"{words.call(operation.name, operation.input)} {_dot(outcome)}"
        yield Line(operation.scheduled_event, "nexus", said)
    for marker in history.markers:
        kind = "patch" if marker.patch_id else "marker"
        yield Line(marker.event, kind, words.marker_name(marker))
    if history.cancel_request:
        yield Line(history.cancel_request.event, "cancel", "requested")
    for other in history.other_events:
        yield Line(other.event, "event", other.name)


def _failed_tasks(history: RecordedHistory) -> Iterator[Line]:
    said_before = ""
    for task in history.workflow_tasks:
        if task.status == "completed":
            said_before = ""
        elif task.status in ("failed", "timed out"):
            reason = f": {words.why(task.failure)}" if task.failure else ""
            said = f"{task.status}{reason}"
            if said != said_before:
                yield Line(task.scheduled_event, "workflow task", said)
            said_before = said


def _dot(outcome: str) -> str:
    return outcome if outcome.startswith("→") else f"· {outcome}"


def _arguments(history: RecordedHistory) -> str:
    return ", ".join(words.value(argument) for argument in history.input)


def _ending(history: RecordedHistory) -> str:
    if history.status == "completed":
        return words.value(history.result)
    if history.status == "continued as new":
        return " with " + ", ".join(words.value(argument) for argument in history.continued_with)
    return words.why(history.failure) if history.failure else history.close_reason
