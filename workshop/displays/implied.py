"""What a history does not record, but implies: earlier attempts, a worker that was missing or is gone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from workshop.history import History
from workshop.history.model import ActivityRun, WorkflowTask

#: More failed attempts of one activity are not told apart.
ATTEMPTS = 12

#: What waits so long for a worker has none: a worker that is there takes it within milliseconds.
LONG_WITHOUT_A_WORKER = timedelta(seconds=1)


def takeovers(history: History) -> Iterator[WorkflowTask]:
    """Yield the workflow tasks with which another worker goes on for good: the one before is gone."""
    taken = [task for task in history.workflow_tasks if task.worker and task.started_at]
    last = {task.worker: place for place, task in enumerate(taken)}
    for place, (before, task) in enumerate(pairwise(taken)):
        if task.worker != before.worker and last[before.worker] == place:
            yield task


def waited_for_a_worker(scheduled_at: datetime, started_at: datetime | None) -> datetime | None:
    """Return when a worker took something, if it had to wait for one."""
    long = started_at is not None and started_at - scheduled_at >= LONG_WITHOUT_A_WORKER
    return started_at if long else None


def attempts_before(run: ActivityRun) -> tuple[tuple[datetime, datetime], ...]:
    """Return when the attempts before the last one ran, as far as its retry policy tells.

    A history keeps only the last attempt. One that timed out took its timeout; the others count as
    moments. The rest of the time are the waits, in the proportion that the policy gives them. Nothing is
    returned where that cannot be.
    """
    policy, before = run.retry_policy, run.attempts - 1
    if not (policy and policy.initial_interval and run.started_at and 0 < before <= ATTEMPTS):
        return ()
    longest = policy.maximum_interval or 100 * policy.initial_interval
    waits = [
        min(policy.initial_interval * policy.backoff_coefficient**each, longest)
        for each in range(before)
    ]
    took = timedelta()
    if run.last_failure and run.last_failure.timeout == "start to close":
        took = run.start_to_close_timeout or took
    waited = run.started_at - run.scheduled_at - before * took
    if waited < timedelta():
        return ()
    stretch = waited / sum(waits, timedelta())
    spans, at = [], run.scheduled_at
    for wait in waits:
        spans.append((at, at + took))
        at += took + wait * stretch
    return tuple(spans)
