"""A worker on which attempts of an activity get less time than the answer gives them.

A check that lets the shop hang waits until the attempt has timed out. What a workflow does after that
does not depend on how long it took: so here it takes a second, and not the three or thirty that the
workflow asks for. Everything else is as the workflow wants it. The histories of such runs show the
shorter timeout, so nobody may judge it by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from temporalio.worker import (
    Interceptor,
    StartActivityInput,
    StartLocalActivityInput,
    WorkflowInboundInterceptor,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
)
from temporalio.workflow import ActivityHandle


class Hasten(Interceptor):
    """Shortens the start-to-close timeout of activities, by their types, on one worker."""

    def __init__(self, attempts: Mapping[str, timedelta]) -> None:
        self._attempts = dict(attempts)

    def workflow_interceptor_class(
        self,
        input: WorkflowInterceptorClassInput,  # noqa: ARG002
    ) -> type[WorkflowInboundInterceptor]:
        """Return the class that puts itself in front of each workflow's calls."""
        attempts = self._attempts

        class Hastened(WorkflowInboundInterceptor):
            def init(self, outbound: WorkflowOutboundInterceptor) -> None:
                super().init(_HastenedCalls(outbound, attempts))

        return Hastened


class _HastenedCalls(WorkflowOutboundInterceptor):
    def __init__(
        self, next: WorkflowOutboundInterceptor, attempts: Mapping[str, timedelta]
    ) -> None:
        super().__init__(next)
        self._attempts = attempts

    def start_activity(self, input: StartActivityInput) -> ActivityHandle[Any]:
        return super().start_activity(replace(input, start_to_close_timeout=self._shortened(input)))

    def start_local_activity(self, input: StartLocalActivityInput) -> ActivityHandle[Any]:
        return super().start_local_activity(
            replace(input, start_to_close_timeout=self._shortened(input))
        )

    def _shortened(self, input: StartActivityInput | StartLocalActivityInput) -> timedelta | None:
        wanted, limit = input.start_to_close_timeout, self._attempts.get(input.activity)
        return min(wanted, limit) if wanted and limit else wanted
