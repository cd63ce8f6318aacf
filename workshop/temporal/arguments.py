"""Arguments that no command to the server can carry are refused where they are given.

Without this the SDK fails half way through writing such a command and sends what it has of it. The
server then complains of the first thing that is missing, "missing task queue name", whatever was
wrong: a number for a timedelta, say, or a retry policy with a negative count.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from temporalio.common import RetryPolicy
from temporalio.worker import (
    Interceptor,
    StartActivityInput,
    StartChildWorkflowInput,
    StartLocalActivityInput,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)
from temporalio.workflow import ActivityHandle, ChildWorkflowHandle


class CheckedArguments(Interceptor):
    """A worker's interceptor: a workflow that asks with a misfit argument gets a clear error."""

    def workflow_interceptor_class(
        self,
        input: WorkflowInterceptorClassInput,  # noqa: ARG002
    ) -> type[WorkflowInboundInterceptor]:
        """Return the class that the SDK puts around each workflow."""
        return _Inbound


class _Inbound(WorkflowInboundInterceptor):
    def init(self, outbound: WorkflowOutboundInterceptor) -> None:
        super().init(_Outbound(outbound))


class _Outbound(WorkflowOutboundInterceptor):
    def start_activity(self, input: StartActivityInput) -> ActivityHandle[Any]:
        _expect_fitting(input)
        return super().start_activity(input)

    def start_local_activity(self, input: StartLocalActivityInput) -> ActivityHandle[Any]:
        _expect_fitting(input)
        return super().start_local_activity(input)

    async def start_child_workflow(
        self, input: StartChildWorkflowInput
    ) -> ChildWorkflowHandle[Any, Any]:
        _expect_fitting(input)
        return await super().start_child_workflow(input)


def _expect_fitting(options: object) -> None:
    """Raise TypeError or ValueError for the first option that cannot be what it is."""
    for name, value in vars(options).items():
        if name.endswith("_timeout"):
            _expect(name, value, timedelta, "timedelta(seconds=…)")
        elif name == "task_queue":
            _expect(name, value, str, "the name of a task queue")
        elif name == "retry_policy":
            _expect(name, value, RetryPolicy, "RetryPolicy(…)")
            if value is not None:
                _expect_valid(value)


def _expect(name: str, value: object, wanted: type, example: str) -> None:
    if value is not None and not isinstance(value, wanted):
        raise TypeError(
            f"{name} should be a {wanted.__name__}, as {example}; found {value!r}, "
            f"of type {type(value).__name__}"
        )


def _expect_valid(policy: RetryPolicy) -> None:
    """Raise for the first field that the SDK's own validation would refuse, and name it."""
    for name in ("initial_interval", "maximum_interval"):
        _expect(f"retry_policy.{name}", getattr(policy, name), timedelta, "timedelta(seconds=…)")
    for name, lowest in (("maximum_attempts", 0), ("backoff_coefficient", 1)):
        value = getattr(policy, name)
        if not isinstance(value, (int, float)):
            raise TypeError(
                f"retry_policy.{name} should be a number; found {value!r}, of type "
                f"{type(value).__name__}"
            )
        if value < lowest:
            raise ValueError(f"retry_policy.{name} should be {lowest} or more; found {value!r}")
    if policy.initial_interval < timedelta():
        raise ValueError(
            f"retry_policy.initial_interval should not be negative; found {policy.initial_interval}"
        )
    if policy.maximum_interval and policy.maximum_interval < policy.initial_interval:
        raise ValueError(
            "retry_policy.maximum_interval should not be less than initial_interval; found "
            f"{policy.maximum_interval} and {policy.initial_interval}"
        )
