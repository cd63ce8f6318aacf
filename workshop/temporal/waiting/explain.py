"""Reading a snapshot: why the workflow does not move, or that all is well."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from temporalio.client import Client

from workshop.patience import slowness
from workshop.temporal.waiting.activity import explain_activities
from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.no_worker import (
    explain_unanswered_query,
    explain_untaken_workflow_task,
)
from workshop.temporal.waiting.snapshot import (
    SCHEDULED,
    STARTED,
    Snapshot,
    WaitingFor,
    take_snapshot,
)
from workshop.temporal.waiting.waits import explain_waits
from workshop.temporal.waiting.workflow_task import explain_failing_task, last_failed_task

ON_ITS_WAY = ("workflow-task-runs", "no-worker")
"""What a look finds that meets a task on its way to a worker or back."""

LOOKS, A_MOMENT = 5, 0.3
"""How many looks to find a workflow that stands still, and the seconds between them."""

_GENERATIONS = 3
"""How many levels of child workflows are looked at."""


async def diagnose(
    client: Client,
    workflow_id: str,
    run_id: str | None = None,
    *,
    waiting_for: WaitingFor = "result",
    known_task_queues: Iterable[str] = (),
) -> Diagnosis | None:
    """Look at a workflow and say why it does not move.

    One look can't tell a task that nobody takes from one that is being taken this very moment. So
    where a task is on its way, the workflow is looked at until it has stood still for a moment, at
    most `LOOKS` times.

    Args:
        client: Any client of the workflow's namespace.
        workflow_id: The workflow.
        run_id: The run, or None for the latest.
        waiting_for: What you wait for.
        known_task_queues: Names to suggest when the workflow's task queue has no worker.

    Returns:
        The diagnosis, or None when the workflow is closed or there is nothing sure to say.

    Raises:
        RPCError: The server does not know the workflow, or does not answer.
    """
    diagnosis, before = None, None
    for look in range(LOOKS):
        if look:
            await asyncio.sleep(A_MOMENT * slowness())
        snapshot = await take_snapshot(
            client,
            workflow_id,
            run_id,
            waiting_for=waiting_for,
            known_task_queues=known_task_queues,
        )
        diagnosis = await explain_with_children(client, snapshot)
        if diagnosis is None or diagnosis.kind not in ON_ITS_WAY or snapshot.progress == before:
            break
        before = snapshot.progress
    return diagnosis


def explain(snapshot: Snapshot) -> Diagnosis | None:
    """Say why the workflow of this snapshot does not move. Asks nobody."""
    if snapshot.is_open:
        pending = snapshot.description.pending_workflow_task
        failed = last_failed_task(snapshot)
        if pending.state == SCHEDULED:
            return explain_untaken_workflow_task(snapshot)
        if pending.state == STARTED and failed and snapshot.last_try_was_of_another:
            return _explain_next_try(snapshot)
        if pending.state == STARTED and failed:
            return explain_failing_task(snapshot, failed)
        if pending.state == STARTED:
            return _explain_running_task(snapshot)
    if snapshot.waiting_for == "query":
        return explain_unanswered_query(snapshot)
    if not snapshot.is_open:
        return None
    if snapshot.description.pending_activities:
        return explain_activities(snapshot)
    return explain_waits(snapshot)


async def explain_with_children(
    client: Client, snapshot: Snapshot, generations: int = _GENERATIONS
) -> Diagnosis | None:
    """Explain a snapshot; where all is well but a child workflow is not, explain the child.

    Raises:
        RPCError: The server does not answer.
    """
    diagnosis = explain(snapshot)
    if generations == 0 or not (diagnosis is None or diagnosis.is_calm):
        return diagnosis
    for child in snapshot.description.pending_children:
        look = await take_snapshot(
            client,
            child.workflow_id,
            child.run_id,
            waiting_since=snapshot.waiting_since,
            known_task_queues=snapshot.known_task_queues,
        )
        found = await explain_with_children(client, look, generations - 1)
        if found and not found.is_calm:
            return found
    return diagnosis


def _explain_next_try(snapshot: Snapshot) -> Diagnosis:
    """The task has failed, but with a worker that serves no more."""
    timeout = snapshot.description.execution_config.default_workflow_task_timeout.seconds
    return Diagnosis(
        kind="workflow-task-runs",
        what=f"A task of your workflow {snapshot.workflow_id!r} failed with the worker before.",
        evidence="That worker has stopped since.",
        next_step=f"Wait: {timeout} s after its last try, another worker gets the task.",
        can_move_by_itself=True,
    )


def _explain_running_task(snapshot: Snapshot) -> Diagnosis:
    """A worker took the workflow task and has not answered; that takes milliseconds as a rule."""
    timeout = snapshot.description.execution_config.default_workflow_task_timeout.seconds
    return Diagnosis(
        kind="workflow-task-runs",
        what=f"A worker took a task of your workflow {snapshot.workflow_id!r} and does not answer.",
        evidence=(
            "It may have been killed, or its code blocks. "
            f"After {timeout} s Temporal gives the task to any worker."
        ),
        next_step="Wait. If you killed the worker, start another.",
        can_move_by_itself=True,
    )
