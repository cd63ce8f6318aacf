"""Explaining a task that no worker takes."""

from __future__ import annotations

from datetime import datetime, timedelta

from temporalio.api.enums.v1 import EventType, TaskQueueKind, TaskQueueType

from workshop.patience import slowness
from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.snapshot import ACTIVITY_QUEUE, WORKFLOW_QUEUE, Snapshot, moment
from workshop.temporal.waiting.workflow_task import did_you_mean

STICKY_TIMEOUT = timedelta(seconds=10)
"""How long Temporal keeps a task or query for the worker that has the workflow in its cache.

The default of Worker(sticky_queue_schedule_to_start_timeout=...); the server waits as long for the
answer to a query (measured: 10.02 s after a kill -9, server 1.32).
"""

STILL_POLLS = timedelta(seconds=5)
"""A worker that has not polled for so long may have been killed, however busy it was."""


def explain_untaken_workflow_task(snapshot: Snapshot) -> Diagnosis:
    """No worker takes the workflow task that is scheduled."""
    return _no_worker(
        snapshot,
        f"Nothing runs your workflow {snapshot.workflow_id!r}",
        snapshot.task_queue,
        WORKFLOW_QUEUE,
        due=moment(snapshot.description.pending_workflow_task.scheduled_time),
        kept_for_one_worker=_is_kept_for_one_worker(snapshot),
    )


def explain_unanswered_query(snapshot: Snapshot) -> Diagnosis:
    """No worker answers a query although the workflow itself needs none just now."""
    since = snapshot.waiting_since
    return _no_worker(
        snapshot,
        f"Nobody answers the query to your workflow {snapshot.workflow_id!r}",
        snapshot.task_queue,
        WORKFLOW_QUEUE,
        due=since,
        kept_for_one_worker=since is None or snapshot.taken_at - since < STICKY_TIMEOUT,
    )


def explain_untaken_activity(
    snapshot: Snapshot, activity: str, task_queue: str, due: datetime
) -> Diagnosis:
    """No worker takes an activity task that is due."""
    return _no_worker(
        snapshot,
        f"Nothing runs the activity {activity!r} of your workflow {snapshot.workflow_id!r}",
        task_queue,
        ACTIVITY_QUEUE,
        due=due,
        kept_for_one_worker=False,
    )


def _no_worker(
    snapshot: Snapshot,
    trouble: str,
    task_queue: str,
    task_queue_type: TaskQueueType.ValueType,
    *,
    due: datetime | None,
    kept_for_one_worker: bool,
) -> Diagnosis:
    start_a_worker = f"Start a worker on {task_queue!r}, then wait again."
    is_activity = task_queue_type == ACTIVITY_QUEUE
    other_kind = WORKFLOW_QUEUE if is_activity else ACTIVITY_QUEUE
    last_poll = snapshot.last_poll[task_queue, task_queue_type]
    if last_poll is None and snapshot.last_poll[task_queue, other_kind]:
        missing = "activities" if is_activity else "workflows"
        return Diagnosis(
            kind="no-worker",
            what=f"{trouble}: the worker on the task queue {task_queue!r} has no {missing}.",
            evidence="",
            next_step=f"Add {missing}=[...] to Worker and start the worker again.",
            can_move_by_itself=False,
        )
    if last_poll is None and task_queue in snapshot.known_task_queues:
        return Diagnosis(
            kind="no-worker",
            what=f"{trouble}: your worker on the task queue {task_queue!r} asks for no more work.",
            evidence="It runs, but has as much in hand as it may take at a time (max_concurrent_…).",
            next_step="Wait, or give it more room.",
            can_move_by_itself=True,
        )
    if last_poll is None:
        others = [name for name in snapshot.known_task_queues if name != task_queue]
        workers_elsewhere = f"Workers poll: {', '.join(map(repr, others))}." if others else ""
        suggestion = did_you_mean(task_queue, others)
        return Diagnosis(
            kind="no-worker",
            what=f"{trouble}: no worker polls the task queue {task_queue!r}.",
            evidence=" ".join(filter(None, (workers_elsewhere, suggestion))),
            next_step=(
                f"Use the same task queue name on both sides, or start a worker on {task_queue!r}."
                if suggestion
                else start_a_worker
            ),
            can_move_by_itself=False,
        )
    what = (
        f"{trouble}: a worker was seen on the task queue {task_queue!r} but does not take the work."
    )
    if kept_for_one_worker:
        return Diagnosis(
            kind="no-worker",
            what=what,
            evidence=(
                "The worker that knows this workflow may have been killed. Temporal keeps the "
                f"work for it for {STICKY_TIMEOUT.seconds} s, then offers it to any worker."
            ),
            next_step=f"If another worker runs on {task_queue!r}, just wait; if not, start one.",
            can_move_by_itself=True,
        )
    if due and last_poll > due and snapshot.taken_at - last_poll < STILL_POLLS * slowness():
        return Diagnosis(
            kind="no-worker",
            what=what,
            evidence="It has just asked for work and got other work: there is much to do.",
            next_step="Wait, or start another worker beside it.",
            can_move_by_itself=True,
        )
    if task_queue in snapshot.known_task_queues:
        return Diagnosis(
            kind="no-worker",
            what=what,
            evidence="It runs, but is busy: with other work, or with something that blocks it.",
            next_step="Wait, or look for a call in its activities that blocks.",
            can_move_by_itself=True,
        )
    return Diagnosis(
        kind="no-worker",
        what=what,
        evidence="It may have been stopped or killed, or be busy with something that blocks it.",
        next_step=start_a_worker,
        can_move_by_itself=False,
    )


def _is_kept_for_one_worker(snapshot: Snapshot) -> bool:
    """Whether the scheduled workflow task lies on a worker's own ("sticky") task queue.

    The history says so in the scheduled event. A task that only carries an update has none yet;
    it goes to the worker that completed the task before.
    """
    pending = snapshot.description.pending_workflow_task
    if pending.attempt > 1:
        return False
    for event in snapshot.newest_events:
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED:
            kind = event.workflow_task_scheduled_event_attributes.task_queue.kind
            return kind == TaskQueueKind.TASK_QUEUE_KIND_STICKY
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED:
            return snapshot.taken_at - moment(pending.scheduled_time) < STICKY_TIMEOUT
    return False
