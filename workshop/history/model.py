"""The things a history tells of, in the words of the field.

Each is a value built from the few events that belong together: an activity from its scheduled,
started and closed events. `..._event` fields are event ids, `..._at` fields the times beside them.
A history holds no pending retry: an activity that is between two attempts is "scheduled" here, and
`handle.describe()` knows more.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from workshop.history.failures import Failure

WorkflowStatus = Literal[
    "running", "completed", "failed", "cancelled", "terminated", "timed out", "continued as new"
]
NexusStatus = Literal["scheduled", "running", "completed", "failed", "timed out", "cancelled"]
ActivityStatus = Literal["scheduled", "running", "completed", "failed", "timed out", "cancelled"]
ChildStatus = Literal[
    "initiated",
    "running",
    "completed",
    "failed",
    "cancelled",
    "timed out",
    "terminated",
    "not started",
]


@dataclass(frozen=True)
class RecordedRetryPolicy:
    """The retry policy the server used. `maximum_attempts` 0 means no limit."""

    maximum_attempts: int
    initial_interval: timedelta | None
    backoff_coefficient: float
    maximum_interval: timedelta | None
    non_retryable_error_types: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ActivityRun:
    """One activity, from the moment it was scheduled. `attempts` is 0 until a start is recorded.

    `last_failure` is the failure of the attempt before the recorded one.
    """

    type: str
    activity_id: str
    input: tuple[Any, ...]
    status: ActivityStatus
    attempts: int
    result: Any
    failure: Failure | None
    last_failure: Failure | None
    retry_state: str
    scheduled_event: int
    started_event: int | None
    closed_event: int | None
    cancel_requested_event: int | None
    scheduled_at: datetime
    started_at: datetime | None
    closed_at: datetime | None
    schedule_to_close_timeout: timedelta | None
    schedule_to_start_timeout: timedelta | None
    start_to_close_timeout: timedelta | None
    heartbeat_timeout: timedelta | None
    retry_policy: RecordedRetryPolicy | None
    task_queue: str


@dataclass(frozen=True, kw_only=True)
class LocalActivityRun:
    """A local activity. Only its end is recorded, as a marker, and its input is not."""

    type: str
    activity_id: str
    status: Literal["completed", "failed"]
    attempts: int
    result: Any
    failure: Failure | None
    event: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Timer:
    """A timer. `skipped` is true when the server skipped time while the timer ran."""

    timer_id: str
    duration: timedelta
    status: Literal["running", "fired", "cancelled"]
    skipped: bool
    started_event: int
    closed_event: int | None
    started_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Signal:
    """A signal the workflow received."""

    name: str
    input: tuple[Any, ...]
    event: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class SignalSent:
    """A signal the workflow sent to another workflow."""

    name: str
    workflow_id: str
    input: tuple[Any, ...]
    status: Literal["sent", "delivered", "failed"]
    event: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Update:
    """An update the workflow accepted. One its validator rejected leaves no trace in a history."""

    name: str
    update_id: str
    input: tuple[Any, ...]
    status: Literal["accepted", "completed", "failed"]
    result: Any
    failure: Failure | None
    accepted_event: int
    closed_event: int | None
    accepted_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ChildWorkflow:
    """A child workflow, from the moment it was asked for."""

    type: str
    workflow_id: str
    input: tuple[Any, ...]
    status: ChildStatus
    result: Any
    failure: Failure | None
    initiated_event: int
    started_event: int | None
    closed_event: int | None
    initiated_at: datetime
    started_at: datetime | None
    closed_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class NexusOperation:
    """A Nexus operation, from the moment it was asked for."""

    endpoint: str
    service: str
    operation: str
    input: tuple[Any, ...]
    status: NexusStatus
    result: Any
    failure: Failure | None
    scheduled_event: int
    closed_event: int | None
    scheduled_at: datetime
    closed_at: datetime | None

    @property
    def name(self) -> str:
        """Service and operation, as one name."""
        return f"{self.service}.{self.operation}"


@dataclass(frozen=True, kw_only=True)
class WorkflowTask:
    """One piece of work for the workflow's own code. `cause` says why a failed one failed.

    `worker` is the identity of the worker that took it, empty until one has. The server records the first failures only; later attempts of a stuck task leave no event.
    """

    status: Literal["scheduled", "running", "completed", "failed", "timed out"]
    attempt: int
    cause: str
    failure: Failure | None
    scheduled_event: int
    started_event: int | None
    closed_event: int | None
    scheduled_at: datetime
    started_at: datetime | None
    closed_at: datetime | None
    worker: str = ""

    @property
    def message(self) -> str:
        """What went wrong in a failed task, else the empty string."""
        return self.failure.message if self.failure else ""


@dataclass(frozen=True, kw_only=True)
class Marker:
    """A marker. For a patch (`workflow.patched`) `patch_id` is its id and `deprecated` its state.

    Other SDKs keep versions, side effects and local activities in markers: `details` has what can
    be read of them.
    """

    name: str
    patch_id: str
    deprecated: bool
    details: dict[str, Any]
    event: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CancelRequest:
    """The request to cancel this workflow. The server records one a run."""

    reason: str
    event: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class TimeSkip:
    """A jump of the workflow's clock to `target`; `target` is None where skipping ended."""

    target: datetime | None
    event: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class OtherEvent:
    """Any event that belongs to none of the above, named in words ("workflow execution paused")."""

    name: str
    event: int
    at: datetime
