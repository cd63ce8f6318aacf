"""Explaining pending activities: missing, untaken, retried, or at work."""

from __future__ import annotations

from datetime import datetime, timedelta

from temporalio.api.enums.v1 import PendingActivityState
from temporalio.api.workflow.v1 import PendingActivityInfo

from workshop.patience import slowness
from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.failure import (
    at_place,
    error_text,
    error_type,
    is_misfit,
    place_in_learners_code,
    root_cause,
)
from workshop.temporal.waiting.no_worker import explain_untaken_activity
from workshop.temporal.waiting.snapshot import ACTIVITY_SCHEDULED, Snapshot, moment
from workshop.temporal.waiting.workflow_task import did_you_mean, unregistered_names

_GRACE = timedelta(seconds=1)
"""A worker that is alive takes a task that is due in much less."""


def explain_activities(snapshot: Snapshot) -> Diagnosis | None:
    """The diagnosis of the pending activity that most needs a hand, or None if none is pending."""
    found = [
        diagnosis
        for activity in snapshot.description.pending_activities
        if (diagnosis := _explain(snapshot, activity))
    ]
    return min(found, key=lambda d: (d.can_move_by_itself, d.is_calm), default=None)


def _explain(snapshot: Snapshot, activity: PendingActivityInfo) -> Diagnosis | None:
    if activity.state == PendingActivityState.PENDING_ACTIVITY_STATE_PAUSED:
        return None
    due = _due(activity)
    if activity.state == ACTIVITY_SCHEDULED and snapshot.taken_at - due > _GRACE * slowness():
        return explain_untaken_activity(
            snapshot,
            activity.activity_type.name,
            activity.activity_options.task_queue.name,
            due=due,
        )
    missing = unregistered_names(activity.last_failure)
    if missing:
        return _explain_unregistered(snapshot, activity, *missing)
    if activity.HasField("last_failure"):
        return _explain_retries(snapshot, activity)
    if activity.state == ACTIVITY_SCHEDULED:
        return _explain_scheduled(snapshot, activity)
    return _explain_running(snapshot, activity)


def _due(activity: PendingActivityInfo) -> datetime:
    """Since when, or from when on, a scheduled try waits for a worker and for nothing else."""
    if activity.HasField("next_attempt_schedule_time"):
        return moment(activity.next_attempt_schedule_time)
    if activity.HasField("last_attempt_complete_time"):
        # Between two tries the server does not always say when the next one comes.
        pause = activity.current_retry_interval.ToTimedelta()
        return moment(activity.last_attempt_complete_time) + pause
    return moment(activity.scheduled_time)


def _explain_unregistered(
    snapshot: Snapshot, activity: PendingActivityInfo, name: str, known: list[str]
) -> Diagnosis:
    fix = f"Add {name} to Worker(activities=[...]) and start the worker again"
    may_be_mended = snapshot.may_be_mended_since(moment(activity.last_attempt_complete_time))
    names = ", ".join(known) or "none"
    return Diagnosis(
        kind="activity-unregistered",
        what=(
            f"The worker on the task queue {activity.activity_options.task_queue.name!r} has no "
            f"activity {name!r}; your workflow {snapshot.workflow_id!r} waits for it."
        ),
        evidence=" ".join(filter(None, (f"It has: {names}.", did_you_mean(name, known)))),
        next_step=(
            f"{fix}. If you have done that already, wait: {_next_try(snapshot, activity)}"
            if may_be_mended
            else f"{fix}, or correct the name in execute_activity. Then wait again."
        ),
        can_move_by_itself=may_be_mended,
    )


def _explain_retries(snapshot: Snapshot, activity: PendingActivityInfo) -> Diagnosis:
    limit = f"of {activity.maximum_attempts}" if activity.maximum_attempts else "no limit"
    name, workflow_id = activity.activity_type.name, snapshot.workflow_id
    fails = f"The activity {name!r} of your workflow {workflow_id!r} fails"
    tries = f"It is on attempt {activity.attempt} ({limit}); {_next_try(snapshot, activity)}"
    if is_misfit(activity.last_failure):
        cause = root_cause(activity.last_failure)
        return Diagnosis(
            kind="activity-misfit",
            what=f"{fails}: what was sent to it does not fit what it takes.",
            evidence=f"{error_text(cause)}. {tries}",
            next_step=(
                "Compare the arguments in execute_activity with the type hints of the activity. "
                "No other try cures this one: fix the cell and start a new workflow."
            ),
            can_move_by_itself=True,
            error_type=error_type(cause),
        )
    where = at_place(place_in_learners_code(activity.last_failure))
    return Diagnosis(
        kind="activity-retries",
        what=f"{fails}; Temporal retries it.",
        evidence=f"{tries} Last error: {error_text(activity.last_failure)}{where}.",
        next_step="Fix the cause, or wait. Its retry policy says how long Temporal goes on.",
        can_move_by_itself=True,
        error_type=error_type(activity.last_failure),
    )


def _explain_scheduled(snapshot: Snapshot, activity: PendingActivityInfo) -> Diagnosis:
    return Diagnosis(
        kind="activity-scheduled",
        what=(
            f"Your workflow {snapshot.workflow_id!r} waits for the activity "
            f"{activity.activity_type.name!r}, which no worker has taken yet."
        ),
        evidence="",
        next_step="Wait: on a busy machine that takes a moment.",
        can_move_by_itself=True,
    )


def _explain_running(snapshot: Snapshot, activity: PendingActivityInfo) -> Diagnosis:
    seconds = activity.activity_options.start_to_close_timeout.ToTimedelta().total_seconds()
    limit = (
        f"Temporal gives its worker {_number(seconds)} s to answer (start_to_close_timeout)."
        if seconds
        else ""
    )
    return Diagnosis(
        kind="activity-runs",
        what=(
            f"Your workflow {snapshot.workflow_id!r} waits for the activity "
            f"{activity.activity_type.name!r}, which runs."
        ),
        evidence=limit,
        next_step="Wait. If you killed its worker, Temporal tries the activity again afterwards.",
        can_move_by_itself=True,
    )


def _next_try(snapshot: Snapshot, activity: PendingActivityInfo) -> str:
    if activity.state != ACTIVITY_SCHEDULED:
        return "it runs now."
    # An attempt that timed out has no time at which it completed, and no interval counted from it.
    if not activity.HasField("last_attempt_complete_time"):
        seconds = max(0.0, (_due(activity) - snapshot.taken_at).total_seconds())
        return f"the next attempt comes in {_number(seconds)} s."
    pause = activity.current_retry_interval.ToTimedelta().total_seconds()
    return f"the next attempt comes {_number(pause)} s after the last."


def _number(seconds: float) -> str:
    """A number of seconds without noise: 8, 0.5."""
    return f"{seconds:.1f}".removesuffix(".0")
