"""The seams of the SDK through which a replay is listened to.

A `WorkflowRunner` around the real one sees every activation and the commands that answer it, and an
interceptor reaches the workflow instance early enough to note the source line of each command. The
sandbox stays as it is. Both are put in place by a plugin that comes last: the project's own plugins
find the runners that they expect, and may replace them.

The line is the one thing that needs a private name (``_add_command``). Where a version of the SDK
has it no more, everything works but the lines.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any, Protocol

from temporalio import workflow
from temporalio.bridge.proto.workflow_activation import WorkflowActivation
from temporalio.bridge.proto.workflow_completion import WorkflowActivationCompletion
from temporalio.client import WorkflowHistory
from temporalio.converter import DataConverter
from temporalio.worker import (
    Interceptor,
    Plugin,
    Replayer,
    ReplayerConfig,
    UnsandboxedWorkflowRunner,
    WorkerConfig,
    WorkflowInboundInterceptor,
    WorkflowInstance,
    WorkflowInstanceDetails,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
    WorkflowReplayResult,
    WorkflowRunner,
)
from temporalio.worker import Worker as SdkWorker
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

#: How deep to look for the line that made a coroutine: `asyncio.gather(helper())` needs a few.
_ORIGIN_DEPTH = 12


class Listener(Protocol):
    """Who is told."""

    def note_line(self) -> None:
        """The code asks for something at the line that runs now."""

    def note(
        self, activation: WorkflowActivation, completion: WorkflowActivationCompletion
    ) -> None:
        """A task was given to the code, and this is its answer."""


class Listening(Plugin):
    """The last plugin of a `Replayer`: it listens, and sets what a history says of its worker.

    ``data_converter`` is the one in use, known once the replayer is made.
    """

    def __init__(self, listener: Listener, workflow_class: type, task_queue: str) -> None:
        self._listener = listener
        self._workflow_class = workflow_class
        self._task_queue = task_queue
        self.data_converter = DataConverter.default

    def configure_replayer(self, config: ReplayerConfig) -> ReplayerConfig:
        """Wrap the runners that the plugins before have left."""
        self.data_converter = config.get("data_converter") or DataConverter.default
        sandboxed = config.get("workflow_runner") or SandboxedWorkflowRunner()
        unsandboxed = config.get("unsandboxed_workflow_runner") or UnsandboxedWorkflowRunner()
        config["workflows"] = [self._workflow_class]  # a plugin may bring one of the same name
        config["interceptors"] = [
            *(config.get("interceptors") or ()),
            _Listen(self._listener.note_line),
        ]
        config["workflow_runner"] = _Runner(sandboxed, self._listener, self._task_queue)
        config["unsandboxed_workflow_runner"] = _Runner(
            unsandboxed, self._listener, self._task_queue
        )
        return config

    def run_replayer(
        self,
        replayer: Replayer,
        histories: AsyncIterator[WorkflowHistory],
        next: Callable[
            [Replayer, AsyncIterator[WorkflowHistory]],
            AbstractAsyncContextManager[AsyncIterator[WorkflowReplayResult]],
        ],
    ) -> AbstractAsyncContextManager[AsyncIterator[WorkflowReplayResult]]:
        """Replay."""
        return next(replayer, histories)

    def configure_worker(self, config: WorkerConfig) -> WorkerConfig:
        """Leave a worker as it is."""
        return config

    async def run_worker(self, worker: SdkWorker, next: Callable[[SdkWorker], Any]) -> None:
        """Run it."""
        await next(worker)


class _Runner(WorkflowRunner):
    """The runner it is given, with every activation noted."""

    def __init__(self, inner: WorkflowRunner, listener: Listener, task_queue: str) -> None:
        self._inner = inner
        self._listener = listener
        self._task_queue = task_queue

    def prepare_workflow(self, defn: Any) -> None:
        self._inner.prepare_workflow(defn)

    def create_instance(self, det: WorkflowInstanceDetails) -> WorkflowInstance:
        if self._task_queue:  # the Replayer has one of its own, which code must not see
            det = dataclasses.replace(
                det, info=dataclasses.replace(det.info, task_queue=self._task_queue)
            )
        try:
            return _Instance(self._inner.create_instance(det), self._listener)
        except SystemExit as end:  # in the sandbox, which imports the module once more
            raise RuntimeError(f"The module ends the program: sys.exit({end.code!r})") from end

    def set_worker_level_failure_exception_types(
        self, types: Sequence[type[BaseException]]
    ) -> None:
        self._inner.set_worker_level_failure_exception_types(types)


class _Instance(WorkflowInstance):
    """The instance it is given, with every activation noted."""

    def __init__(self, inner: WorkflowInstance, listener: Listener) -> None:
        self._inner = inner
        self._listener = listener

    def activate(self, act: WorkflowActivation) -> WorkflowActivationCompletion:
        depth = sys.get_coroutine_origin_tracking_depth()
        sys.set_coroutine_origin_tracking_depth(_ORIGIN_DEPTH)
        try:
            completion = self._inner.activate(act)
        except SystemExit as end:  # it would end the SDK's thread, and the replay never
            completion = WorkflowActivationCompletion(run_id=act.run_id)
            completion.failed.failure.message = f"sys.exit({end.code!r}) in a workflow"
            completion.failed.failure.application_failure_info.type = "SystemExit"
        finally:
            sys.set_coroutine_origin_tracking_depth(depth)
        self._listener.note(act, completion)
        return completion

    def get_serialization_context(self, command_info: Any) -> Any:
        return self._inner.get_serialization_context(command_info)

    def get_external_store_context(self, command_info: Any) -> Any:
        return self._inner.get_external_store_context(command_info)

    def get_info(self) -> workflow.Info:
        return self._inner.get_info()

    def get_thread_id(self) -> int | None:
        return self._inner.get_thread_id()


class _Listen(Interceptor):
    """Notes the line of each command, from inside the instance."""

    def __init__(self, note_line: Callable[[], None]) -> None:
        self._note_line = note_line

    def workflow_interceptor_class(
        self,
        input: WorkflowInterceptorClassInput,  # noqa: ARG002  # the name is the SDK's
    ) -> type[WorkflowInboundInterceptor]:
        note_line = self._note_line

        class Inbound(WorkflowInboundInterceptor):
            def init(self, outbound: WorkflowOutboundInterceptor) -> None:
                super().init(outbound)
                instance: Any = workflow._Runtime.current()
                add_command = getattr(instance, "_add_command", None)
                if add_command is None:
                    return

                def noted() -> Any:
                    command = add_command()  # raises in a query, where nothing may be asked for
                    note_line()
                    return command

                instance._add_command = noted

        return Inbound
