"""The least and the most that a workflow's random numbers can be."""

from __future__ import annotations

import random
from typing import Any

from temporalio import workflow
from temporalio.worker import (
    ExecuteWorkflowInput,
    Interceptor,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
)

#: The greatest number that ``random()`` returns.
ALMOST_ONE = 1 - 2**-53


class _Least(WorkflowInboundInterceptor):
    async def execute_workflow(self, input: ExecuteWorkflowInput) -> Any:
        _draw_always(workflow.random(), most=False)
        return await super().execute_workflow(input)


class _Most(WorkflowInboundInterceptor):
    async def execute_workflow(self, input: ExecuteWorkflowInput) -> Any:
        _draw_always(workflow.random(), most=True)
        return await super().execute_workflow(input)


def _draw_always(generator: random.Random, *, most: bool) -> None:
    """Let the generator draw the least or the most of whatever range it is asked for.

    Its bits, of which UUIDs are made, stay as they are.
    """
    vars(generator)["random"] = lambda: ALMOST_ONE if most else 0.0
    vars(generator)["_randbelow"] = lambda below: below - 1 if most else 0


class Luck(Interceptor):
    """Let ``workflow.random()`` draw the least or the most that it can."""

    def __init__(self, *, most: bool) -> None:
        self._most = most

    def workflow_interceptor_class(
        self,
        input: WorkflowInterceptorClassInput,  # noqa: ARG002  # the SDK's signature
    ) -> type[WorkflowInboundInterceptor]:
        """Return what comes before the workflow's own code."""
        return _Most if self._most else _Least
