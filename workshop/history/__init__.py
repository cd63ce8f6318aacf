"""An event history as a model to ask, a text to compare and a picture to look at."""

from workshop.history.event_history import History, read_history
from workshop.history.exports import UnreadableHistory
from workshop.history.failures import Failure
from workshop.history.model import (
    ActivityRun,
    CancelRequest,
    ChildWorkflow,
    LocalActivityRun,
    Marker,
    NexusOperation,
    OtherEvent,
    RecordedRetryPolicy,
    Signal,
    SignalSent,
    Timer,
    TimeSkip,
    Update,
    WorkflowTask,
)
from workshop.history.payloads import UndecodedPayload

__all__ = [
    "ActivityRun",
    "CancelRequest",
    "ChildWorkflow",
    "Failure",
    "History",
    "LocalActivityRun",
    "Marker",
    "NexusOperation",
    "OtherEvent",
    "RecordedRetryPolicy",
    "Signal",
    "SignalSent",
    "TimeSkip",
    "Timer",
    "UndecodedPayload",
    "UnreadableHistory",
    "Update",
    "WorkflowTask",
    "read_history",
]
