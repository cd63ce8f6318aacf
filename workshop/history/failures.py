"""Failures as a history records them, named as the SDK names them when it raises them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from temporalio.api.enums.v1 import TimeoutType
from temporalio.api.failure.v1 import Failure as FailureMessage

from workshop.history.payloads import decode

_NAMES = {
    "timeout_failure_info": "TimeoutError",
    "canceled_failure_info": "CancelledError",
    "terminated_failure_info": "TerminatedError",
    "server_failure_info": "ServerError",
    "activity_failure_info": "ActivityError",
    "child_workflow_execution_failure_info": "ChildWorkflowError",
    "nexus_operation_execution_failure_info": "NexusOperationError",
    "nexus_handler_failure_info": "HandlerError",
}


@dataclass(frozen=True)
class Failure:
    """One failure and what caused it.

    `type` is the exception's name: the `type` of an `ApplicationError` (or the name of the plain
    exception raised), else the SDK's class (`ActivityError`, `TimeoutError`, …). `timeout` says
    which time ran out ("start to close", …) and is empty otherwise.
    """

    type: str
    message: str
    non_retryable: bool = False
    timeout: str = ""
    stack_trace: str = ""
    cause: Failure | None = None

    @property
    def chain(self) -> list[Failure]:
        """This failure, its cause, the cause of that, and so on to the root."""
        rest = self.cause.chain if self.cause else []
        return [self, *rest]

    @property
    def origin(self) -> Failure:
        """The first failure in the chain that does not merely wrap another (`ActivityError`, …)."""
        wraps = self.type in ("ActivityError", "ChildWorkflowError") and self.cause
        return self.cause.origin if wraps and self.cause else self

    def __str__(self) -> str:
        return f"{self.type}: {self.message}" if self.message else self.type


def read_failure(recorded: FailureMessage) -> Failure:
    """Return the model of a recorded failure, causes included."""
    message, stack_trace = _encoded(recorded)
    kind = recorded.WhichOneof("failure_info") or "application_failure_info"
    application = recorded.application_failure_info
    timeout = recorded.timeout_failure_info.timeout_type
    return Failure(
        type=_NAMES.get(kind) or application.type or "ApplicationError",
        message=message,
        non_retryable=application.non_retryable,
        timeout=enum_value_words(TimeoutType, timeout, "TIMEOUT_TYPE"),
        stack_trace=stack_trace,
        cause=read_failure(recorded.cause) if recorded.HasField("cause") else None,
    )


def _encoded(recorded: FailureMessage) -> tuple[str, str]:
    """Return message and stack trace, from where an encoding failure converter put them, if it did."""
    if recorded.HasField("encoded_attributes"):
        found = decode(recorded.encoded_attributes)
        if isinstance(found, dict):
            return str(found.get("message", "")), str(found.get("stack_trace", ""))
        return f"{recorded.message} {found}".strip(), recorded.stack_trace
    return recorded.message, recorded.stack_trace


def enum_value_words(enum: Any, number: int, prefix: str) -> str:
    """Return an enum's value as words; of one that this SDK does not know, its number; 0 is ""."""
    if number and number not in enum.values():
        return f"{enum_words(prefix, '')} {number}"
    return enum_words(enum.Name(number), prefix) if number else ""


def enum_words(name: str, prefix: str) -> str:
    """Return an enum's name as words: RETRY_STATE_MAXIMUM_ATTEMPTS_REACHED, maximum attempts reached."""
    return name.removeprefix(prefix + "_").replace("_", " ").lower()
