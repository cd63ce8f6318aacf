"""What the server shows about one workflow at one moment: everything a diagnosis is made from."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Literal

from google.protobuf.timestamp_pb2 import Timestamp
from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.enums.v1 import (
    PendingActivityState,
    PendingWorkflowTaskState,
    TaskQueueType,
    WorkerStatus,
    WorkflowExecutionStatus,
)
from temporalio.api.history.v1 import HistoryEvent
from temporalio.api.taskqueue.v1 import TaskQueue
from temporalio.api.worker.v1 import WorkerHeartbeat
from temporalio.api.workflowservice.v1 import (
    DescribeTaskQueueRequest,
    DescribeWorkflowExecutionRequest,
    DescribeWorkflowExecutionResponse,
    GetWorkflowExecutionHistoryReverseRequest,
    ListWorkersRequest,
)
from temporalio.client import Client
from temporalio.service import RPCError

WaitingFor = Literal["result", "query", "update"]
"""What the caller waits for. A query needs a worker even when the workflow has nothing to do."""

RPC_TIMEOUT = timedelta(seconds=2)
"""A look that takes longer tells nothing in time."""

EVENTS_READ = 500
"""How much of the end of a history is read to find open timers and the last failure."""

TOO_SOON_TO_MEND = timedelta(seconds=5)
"""Nobody reads an error, fixes the code and waits again in less."""

LAST_POLLS = timedelta(seconds=2)
"""A worker that says goodbye may poll once more before it has stopped (measured: some ms)."""

_LEAVING = (WorkerStatus.WORKER_STATUS_SHUTTING_DOWN, WorkerStatus.WORKER_STATUS_SHUTDOWN)
WORKFLOW_QUEUE = TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW
ACTIVITY_QUEUE = TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY
SCHEDULED = PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_SCHEDULED
STARTED = PendingWorkflowTaskState.PENDING_WORKFLOW_TASK_STATE_STARTED
ACTIVITY_SCHEDULED = PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED


@dataclass(frozen=True)
class Snapshot:
    """One look at a workflow.

    Args:
        description: The server's answer to DescribeWorkflowExecution.
        newest_events: The end of the history, newest first; empty where the description suffices.
        last_poll: For each (task queue, type) that matters: when did a worker last poll it that
            has not said goodbye? The server remembers a poller for five minutes, also a dead one.
        waiting_for: What the caller waits for.
        waiting_since: When the caller's wait began, or None outside of a wait.
        known_task_queues: Task queues the caller knows, for "did you mean".
        last_try_was_of_another: Whether the worker that took the pending workflow task has stopped
            since: what it met tells nothing of the workers that serve now.
        taken_at: When this look was taken.
    """

    description: DescribeWorkflowExecutionResponse
    newest_events: Sequence[HistoryEvent] = ()
    last_poll: Mapping[tuple[str, TaskQueueType.ValueType], datetime | None] = field(
        default_factory=dict
    )
    waiting_for: WaitingFor = "result"
    waiting_since: datetime | None = None
    known_task_queues: Sequence[str] = ()
    last_try_was_of_another: bool = False
    taken_at: datetime = field(default_factory=lambda: datetime.now(timezone.utc))

    @property
    def workflow_id(self) -> str:
        """Id of the workflow looked at."""
        return self.description.workflow_execution_info.execution.workflow_id

    @property
    def task_queue(self) -> str:
        """The task queue the workflow was started on."""
        return self.description.execution_config.task_queue.name

    @property
    def is_open(self) -> bool:
        """Whether the workflow runs: it has not completed, failed or been stopped."""
        running = WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
        return self.description.workflow_execution_info.status == running

    @property
    def progress(self) -> tuple[int, int, int]:
        """A mark that changes whenever the workflow moves or is offered to a worker anew."""
        scheduled = self.description.pending_workflow_task.scheduled_time
        length = self.description.workflow_execution_info.history_length
        return (length, scheduled.seconds, scheduled.nanos)

    def may_be_mended_since(self, last_try: datetime) -> bool:
        """Whether somebody had the time to fix the code between that try and this wait."""
        return self.waiting_since is not None and self.waiting_since - last_try > TOO_SOON_TO_MEND


async def take_snapshot(
    client: Client,
    workflow_id: str,
    run_id: str | None,
    *,
    waiting_for: WaitingFor = "result",
    waiting_since: datetime | None = None,
    known_task_queues: Iterable[str] = (),
) -> Snapshot:
    """Ask the server about one workflow: one to five short calls, none of which changes anything.

    Raises:
        RPCError: The server does not know the workflow, or does not answer within `RPC_TIMEOUT`.
    """
    execution = WorkflowExecution(workflow_id=workflow_id, run_id=run_id or "")
    description = await client.workflow_service.describe_workflow_execution(
        DescribeWorkflowExecutionRequest(namespace=client.namespace, execution=execution),
        timeout=RPC_TIMEOUT,
    )
    queues = _task_queues_in_question(description, waiting_for)
    last_polls = await asyncio.gather(*(_last_poll(client, *queue) for queue in queues))
    history_matters = (
        description.HasField("pending_workflow_task") or not description.pending_activities
    )
    pending = description.pending_workflow_task
    return Snapshot(
        description=description,
        newest_events=await _newest_events(client, execution) if history_matters else (),
        last_poll=dict(zip(queues, last_polls, strict=True)),
        waiting_for=waiting_for,
        waiting_since=waiting_since,
        known_task_queues=sorted(set(known_task_queues)),
        last_try_was_of_another=pending.state == STARTED
        and await _has_stopped_since(
            client, description.execution_config.task_queue.name, moment(pending.started_time)
        ),
    )


def moment(timestamp: Timestamp) -> datetime:
    """The server's timestamp as an aware datetime in UTC."""
    return timestamp.ToDatetime(timezone.utc)


def _task_queues_in_question(
    description: DescribeWorkflowExecutionResponse, waiting_for: WaitingFor
) -> list[tuple[str, TaskQueueType.ValueType]]:
    """The task queues on which something, or the caller, may wait for a worker.

    Each in both its kinds: a worker may poll it for workflows only, or for activities only.
    """
    names = {
        activity.activity_options.task_queue.name
        for activity in description.pending_activities
        if activity.state == ACTIVITY_SCHEDULED
    }
    if waiting_for != "result" or description.pending_workflow_task.state == SCHEDULED:
        names.add(description.execution_config.task_queue.name)
    return [(name, kind) for name in sorted(names) for kind in (WORKFLOW_QUEUE, ACTIVITY_QUEUE)]


async def _newest_events(client: Client, execution: WorkflowExecution) -> Sequence[HistoryEvent]:
    response = await client.workflow_service.get_workflow_execution_history_reverse(
        GetWorkflowExecutionHistoryReverseRequest(
            namespace=client.namespace, execution=execution, maximum_page_size=EVENTS_READ
        ),
        timeout=RPC_TIMEOUT,
    )
    return response.history.events


async def _last_poll(
    client: Client, task_queue: str, task_queue_type: TaskQueueType.ValueType
) -> datetime | None:
    """When a worker last polled the task queue that has not stopped since; None: not of late."""
    response = await client.workflow_service.describe_task_queue(
        DescribeTaskQueueRequest(
            namespace=client.namespace,
            task_queue=TaskQueue(name=task_queue),
            task_queue_type=task_queue_type,
        ),
        timeout=RPC_TIMEOUT,
    )
    if not response.pollers:
        return None
    stopped = await _stopped_workers(client, task_queue)
    never = datetime.min.replace(tzinfo=timezone.utc)
    polls = [(poller.identity, moment(poller.last_access_time)) for poller in response.pollers]
    return max((at for who, at in polls if at > stopped.get(who, never)), default=None)


async def _has_stopped_since(client: Client, task_queue: str, taken: datetime) -> bool:
    """Whether a worker that could take a task at that time has said goodbye since."""
    return any(
        moment(worker.start_time) <= taken <= moment(worker.heartbeat_time)
        for worker in await _workers(client, task_queue)
        if worker.status in _LEAVING
    )


async def _workers(client: Client, task_queue: str) -> list[WorkerHeartbeat]:
    """What the server last heard of each worker; servers before 1.30 hear nothing of them."""
    try:
        response = await client.workflow_service.list_workers(
            ListWorkersRequest(namespace=client.namespace), timeout=RPC_TIMEOUT
        )
    except RPCError:
        return []
    heard = (info.worker_heartbeat for info in response.workers_info)
    return [worker for worker in heard if worker.task_queue == task_queue]


async def _stopped_workers(client: Client, task_queue: str) -> dict[str, datetime]:
    """Up to when the polls of each worker that took its leave of this task queue count for nothing.

    By worker identity, which all workers of a process share. A worker that shuts down in good
    order says so (its last heartbeat); a killed one does not. Servers without worker heartbeats
    (before 1.30) know of none.
    """
    stopped: dict[str, datetime] = {}
    serving: set[str] = set()
    for worker in await _workers(client, task_queue):
        if worker.status in _LEAVING:
            at = moment(worker.heartbeat_time)
            stopped[worker.worker_identity] = max(at, stopped.get(worker.worker_identity, at))
        else:
            serving.add(worker.worker_identity)
    return {
        identity: at if identity in serving else at + LAST_POLLS for identity, at in stopped.items()
    }
