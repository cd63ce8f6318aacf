"""What the picture shows, row by row: a label, bars in time, and how it ended in words.

Up to `ROWS` things get a row each, in the order they began. A longer history gets one row for each
kind and name, and at most `BARS` bars in all; what is left out is counted. The workflow itself
comes first, its workflow tasks last.

Long, because each kind of thing in a history has a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from workshop.displays.implied import attempts_before, takeovers, waited_for_a_worker
from workshop.history import History, words
from workshop.history.model import ActivityRun, WorkflowTask

ROWS = 60
BARS = 900
_TASKS = 200
_SHORT_TITLE = 120
_IN_FULL = 1000
State = Literal["good", "bad", "stopped", "open"]
_STATES: dict[str, State] = {
    "completed": "good",
    "fired": "good",
    "delivered": "good",
    "failed": "bad",
    "timed out": "bad",
    "not started": "bad",
    "cancelled": "stopped",
    "terminated": "stopped",
}
_CLOSED = {
    "completed": "Completed",
    "failed": "Failed",
    "timed out": "TimedOut",
    "cancelled": "Canceled",
}
SIGNS: dict[State, str] = {"good": "✓", "bad": "✗", "stopped": "⊘", "open": "…"}


@dataclass(frozen=True)
class Bar:
    """One thing in time. A moment has no end; an open bar has not ended. `title` is for hovering.

    `retries` counts failed attempts before the one that began at `last_start`; `attempts` says when
    each of them ran, as its retry policy has it, and is empty where that is not known.
    `nobody_until` is when a worker took it that had waited for one.
    """

    start: datetime
    end: datetime | None
    state: State
    title: str
    moment: bool = False
    retries: int = 0
    last_start: datetime | None = None
    attempts: tuple[tuple[datetime, datetime], ...] = ()
    nobody_until: datetime | None = None


@dataclass(frozen=True)
class Row:
    """One line of the picture."""

    event: int
    kind: str
    name: str
    outcome: str
    bars: list[Bar] = field(default_factory=list)


def rows(history: History) -> tuple[list[Row], int]:
    """Return the rows to draw, workflow tasks last, and how many bars were left out."""
    single = sorted([*_things(history), *_takeover_rows(history)], key=lambda row: row.event)
    whole = _workflow_row(history)
    tasks = _task_row(history)
    left_out = 0
    if len(single) > ROWS:
        single = _merged(single)
        budget = BARS // (len(single) + 1)
        shortened = [replace(row, bars=_thinned(row.bars, budget)) for row in single]
        left_out = sum(map(_bars, single)) - sum(map(_bars, shortened))
        single = shortened
    if len(tasks.bars) > _TASKS:
        left_out += len(tasks.bars) - _TASKS
        tasks = replace(tasks, bars=_thinned(tasks.bars, _TASKS))
    rows_left_out = sum(map(_bars, single[ROWS:]))
    return [whole, *single[:ROWS], tasks], left_out + rows_left_out


def _bars(row: Row) -> int:
    return len(row.bars)


def _thinned(bars: list[Bar], limit: int) -> list[Bar]:
    """Keep at most `limit` bars, failures before the rest, both spread evenly, with short titles."""
    wrong = _spread([bar for bar in bars if bar.state == "bad"], limit // 2)
    rest = _spread([bar for bar in bars if bar.state != "bad"], limit - len(wrong))
    kept = sorted([*wrong, *rest], key=lambda bar: bar.start)
    return [replace(bar, title=bar.title[:_SHORT_TITLE]) for bar in kept]


def _spread(bars: list[Bar], limit: int) -> list[Bar]:
    step = max(len(bars) / max(limit, 1), 1.0)
    return [bars[int(place * step)] for place in range(min(limit, len(bars)))]


def _merged(single: list[Row]) -> list[Row]:
    def key(row: Row) -> tuple[str, str]:
        return row.kind, row.name.partition("(")[0]

    merged = []
    for (kind, name), group in groupby(sorted(single, key=key), key):
        members = list(group)
        bars = [bar for row in members for bar in row.bars]
        counts = {state: sum(bar.state == state for bar in bars) for state in SIGNS}
        outcome = "  ".join(f"{SIGNS[state]} {count}" for state, count in counts.items() if count)
        label = f"{name} ×{len(members)}"
        merged.append(Row(members[0].event, kind, label, outcome, bars))
    return sorted(merged, key=lambda row: row.event)


def _call(name: str, arguments: tuple[Any, ...]) -> str:
    """Return a call in full: a row shows it short, its details as it is."""
    return words.call(name, arguments, _IN_FULL)


def _title(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _things(history: History) -> Iterator[Row]:
    for run in history.activities:
        yield _activity_row(run)
    for local in history.local_activities:
        outcome = words.activity_outcome(local)
        bar = Bar(local.at, None, _STATES[local.status], f"{local.type}\n{outcome}", moment=True)
        yield Row(local.event, "local activity", local.type, outcome, [bar])
    for timer in history.timers:
        state = "stopped" if timer.status == "cancelled" else _STATES.get(timer.status, "open")
        outcome, name = words.timer_outcome(timer), words.span(timer.duration)
        bar = Bar(timer.started_at, timer.closed_at, state, f"timer {name}\n{outcome}")
        yield Row(timer.started_event, "timer", name, outcome, [bar])
    for signal in history.signals:
        name = _call(signal.name, signal.input)
        yield _moment(signal.event, "signal", name, "received", signal)
    for sent in history.signals_sent:
        outcome = f"{sent.status} to {sent.workflow_id}"
        yield _moment(sent.event, "signal sent", _call(sent.name, sent.input), outcome, sent)
    for update in history.updates:
        name, outcome = _call(update.name, update.input), words.call_outcome(update)
        title = _title(f"update {name}", outcome, _stack(update.failure))
        state = _STATES.get(update.status, "open")
        bar = Bar(update.accepted_at, update.closed_at, state, title)
        yield Row(update.accepted_event, "update", name, outcome, [bar])
    for child in history.children:
        name, outcome = _call(child.type, child.input), words.call_outcome(child)
        title = _title(f"child workflow {name}", f"id {child.workflow_id}", outcome)
        bar = Bar(child.initiated_at, child.closed_at, _STATES.get(child.status, "open"), title)
        yield Row(child.initiated_event, "child workflow", name, outcome, [bar])
    for operation in history.nexus_operations:
        name, outcome = _call(operation.name, operation.input), words.call_outcome(operation)
        title = _title(f"Nexus operation {name}", f"endpoint {operation.endpoint}", outcome)
        state = _STATES.get(operation.status, "open")
        bar = Bar(operation.scheduled_at, operation.closed_at, state, title)
        yield Row(operation.scheduled_event, "nexus", name, outcome, [bar])
    for marker in history.markers:
        kind = "patch" if marker.patch_id else "marker"
        yield _moment(marker.event, kind, words.marker_name(marker), "", marker)
    if history.cancel_request:
        asked = history.cancel_request
        row = _moment(
            asked.event,
            "cancel",
            "requested",
            asked.reason or "the workflow is asked to stop",
            asked,
        )
        yield replace(row, bars=[replace(row.bars[0], state="stopped")])
    for other in history.other_events:
        yield _moment(other.event, "event", other.name, "", other)


def _workflow_row(history: History) -> Row:
    name = _call(history.workflow_type, history.input)
    outcome: str = history.status
    if history.failure:
        outcome = f"failed: {words.why(history.failure.origin)}"
    elif history.status == "completed":
        outcome = f"→ {words.value(history.result)}"
    end = history.last_event_at if history.closed_event else None
    title = _title(
        f"workflow {name}",
        outcome,
        words.why(history.failure, _IN_FULL) if history.failure else "",
        _stack(history.failure),
    )
    state = _STATES.get(history.status, "good" if end else "open")
    return Row(0, "workflow", name, outcome, [Bar(history.started_at, end, state, title)])


def _moment(event: int, kind: str, name: str, outcome: str, thing: Any) -> Row:
    bar = Bar(
        thing.at, None, "good", _title(f"{kind} {name}", outcome, f"event {event}"), moment=True
    )
    return Row(event, kind, name, outcome, [bar])


def _takeover_rows(history: History) -> Iterator[Row]:
    for task in takeovers(history):
        title = _title(
            "another worker took over",
            "The one before took no further task of this workflow.",
            f"event {task.started_event}",
        )
        bar = Bar(task.started_at or task.scheduled_at, None, "stopped", title, moment=True)
        yield Row(task.started_event or 0, "worker", "gone; another took over", "", [bar])


def _activity_row(run: ActivityRun) -> Row:
    name, outcome = _call(run.type, run.input), words.activity_outcome(run)
    title = _title(
        f"activity {name}",
        f"{run.status}{words.attempt(run.attempts)}",
        f"result {words.value(run.result, _IN_FULL)}" if run.status == "completed" else "",
        f"failure {words.why(run.failure, _IN_FULL)}" if run.failure else "",
        f"the attempt before: {words.why(run.last_failure, _IN_FULL)}" if run.last_failure else "",
        f"retries stopped: {run.retry_state}" if run.retry_state else "",
        _events(run),
    )
    bar = Bar(
        run.scheduled_at,
        run.closed_at,
        _STATES.get(run.status, "open"),
        title,
        retries=max(run.attempts - 1, 0),
        last_start=run.started_at,
        attempts=attempts_before(run),
        nobody_until=waited_for_a_worker(run.scheduled_at, run.started_at)
        if run.attempts == 1
        else None,
    )
    return Row(run.scheduled_event, "activity", name, outcome, [bar])


def _events(run: ActivityRun) -> str:
    """Name an activity's entries in the event history, as the Web UI does."""
    entries = [
        f"{event} ActivityTask{name}"
        for event, name in (
            (run.scheduled_event, "Scheduled"),
            (run.started_event, "Started"),
            (run.closed_event, _CLOSED.get(run.status, "")),
        )
        if event
    ]
    return f"events {', '.join(entries)}"


def _task_row(history: History) -> Row:
    failed = [task for task in history.workflow_tasks if task.status in ("failed", "timed out")]
    outcome = ""
    if failed:
        last = failed[-1]
        reason = words.why(last.failure) if last.failure else last.status
        ended = [task for task in history.workflow_tasks if task.closed_event]
        stuck = not history.closed_event and ended[-1] is last
        outcome = f"✗ {'stuck' if stuck else f'{len(failed)} failed'}: {reason}"
    bars = [_task_bar(task) for task in history.workflow_tasks]
    return Row(0, "workflow tasks", words.plural(len(bars), "task"), outcome, bars)


def _task_bar(task: WorkflowTask) -> Bar:
    title = _title(
        f"workflow task, {task.status}{words.attempt(task.attempt)}",
        f"no worker took it for {words.span(task.started_at - task.scheduled_at)}"
        if task.started_at and waited_for_a_worker(task.scheduled_at, task.started_at)
        else "",
        task.cause,
        words.why(task.failure, _IN_FULL) if task.failure else "",
        _stack(task.failure),
    )
    nobody = waited_for_a_worker(task.scheduled_at, task.started_at)
    start = task.scheduled_at if nobody else task.started_at or task.scheduled_at
    state = _STATES.get(task.status, "open")
    return Bar(start, task.closed_at, state, title, nobody_until=nobody)


def _stack(failure: Any) -> str:
    return str(failure.stack_trace)[-600:] if failure else ""
