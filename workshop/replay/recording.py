"""Replay a history with the SDK's own Replayer, and write down what the code asks for on the way.

The Replayer only says yes or no. Two of its public seams let us listen: a `WorkflowRunner` around
the real one sees every activation and the commands that answer it, and an interceptor reaches the
workflow instance early enough to note the source line of each command. The sandbox stays as it is.

The line is the one thing that needs a private name (``_add_command``). Where a version of the SDK
has it no more, everything works but the lines.
"""

from __future__ import annotations

import asyncio
import functools
import re
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import temporalio
from temporalio import workflow
from temporalio.bridge.proto.workflow_activation import WorkflowActivation
from temporalio.bridge.proto.workflow_commands import WorkflowCommand
from temporalio.bridge.proto.workflow_completion import WorkflowActivationCompletion
from temporalio.client import WorkflowHistory
from temporalio.worker import (
    Interceptor,
    Replayer,
    UnsandboxedWorkflowRunner,
    WorkflowInboundInterceptor,
    WorkflowInstance,
    WorkflowInstanceDetails,
    WorkflowInterceptorClassInput,
    WorkflowOutboundInterceptor,
    WorkflowRunner,
)
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

#: How deep to look for the line that made a coroutine: `asyncio.gather(helper())` needs a few.
_ORIGIN_DEPTH = 12

_SDK = str(Path(temporalio.__file__).parent)
_STANDARD = (sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib"))
_INSTALLED = (sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))


@dataclass(frozen=True)
class Line:
    """A line of source: its file, its number from 1, and the function it is in."""

    file: str
    number: int
    function: str


@dataclass(frozen=True)
class Command:
    """One thing the code asked for, and from where. ``after`` is the last event it had seen."""

    asked: WorkflowCommand
    line: Line | None
    after: int


@dataclass
class Recording:
    """What a replay showed.

    ``verdict`` is the SDK's: None where the code replays, else its error. ``error`` is what the
    code itself raised in a workflow task, with the line where it did.
    """

    commands: list[Command] = field(default_factory=list)
    seen: int = 0
    verdict: Exception | None = None
    error: str = ""
    error_line: Line | None = None
    _lines: list[Line | None] = field(default_factory=list)

    def _note_line(self) -> None:
        self._lines.append(_present_line())

    def _note(
        self, activation: WorkflowActivation, completion: WorkflowActivationCompletion
    ) -> None:
        lines, self._lines = self._lines, []
        if any(job.HasField("remove_from_cache") for job in activation.jobs):
            return
        self.seen = activation.history_length
        if completion.HasField("failed"):
            failure = completion.failed.failure
            kind = failure.application_failure_info.type
            self.error = f"{kind}: {failure.message}" if kind else failure.message
            self.error_line = _line_in(failure.stack_trace)
            return
        asked = completion.successful.commands
        if len(lines) != len(asked):
            lines = [None] * len(asked)
        for command, line in zip(asked, lines, strict=True):
            if not command.HasField("respond_to_query"):
                self.commands.append(Command(command, line, activation.history_length))


async def record(history: WorkflowHistory, workflow_class: type, **options: Any) -> Recording:
    """Replay the history and return what the code did; ``options`` are `Replayer`'s."""
    recording = Recording()
    replayer = Replayer(
        workflows=[workflow_class],
        **{
            **options,
            "interceptors": [*options.get("interceptors", ()), _Listen(recording)],
            "workflow_runner": _Runner(
                options.get("workflow_runner", SandboxedWorkflowRunner()), recording
            ),
            "unsandboxed_workflow_runner": _Runner(
                options.get("unsandboxed_workflow_runner", UnsandboxedWorkflowRunner()), recording
            ),
        },
    )
    result = await replayer.replay_workflow(history, raise_on_replay_failure=False)
    recording.verdict = result.replay_failure
    return recording


class _Runner(WorkflowRunner):
    """The runner it is given, with every activation noted."""

    def __init__(self, inner: WorkflowRunner, recording: Recording) -> None:
        self._inner = inner
        self._recording = recording

    def prepare_workflow(self, defn: Any) -> None:
        self._inner.prepare_workflow(defn)

    def create_instance(self, det: WorkflowInstanceDetails) -> WorkflowInstance:
        return _Instance(self._inner.create_instance(det), self._recording)

    def set_worker_level_failure_exception_types(
        self, types: Sequence[type[BaseException]]
    ) -> None:
        self._inner.set_worker_level_failure_exception_types(types)


class _Instance(WorkflowInstance):
    """The instance it is given, with every activation noted."""

    def __init__(self, inner: WorkflowInstance, recording: Recording) -> None:
        self._inner = inner
        self._recording = recording

    def activate(self, act: WorkflowActivation) -> WorkflowActivationCompletion:
        depth = sys.get_coroutine_origin_tracking_depth()
        sys.set_coroutine_origin_tracking_depth(_ORIGIN_DEPTH)
        try:
            completion = self._inner.activate(act)
        finally:
            sys.set_coroutine_origin_tracking_depth(depth)
        self._recording._note(act, completion)
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

    def __init__(self, recording: Recording) -> None:
        self._recording = recording

    def workflow_interceptor_class(
        self,
        input: WorkflowInterceptorClassInput,  # noqa: ARG002  # the name is the SDK's
    ) -> type[WorkflowInboundInterceptor]:
        note_line = self._recording._note_line

        class Listening(WorkflowInboundInterceptor):
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

        return Listening


def _present_line() -> Line | None:
    """Return the line of the user's code that is running: innermost, own code before libraries."""
    frames = [*_running(), *_origin()]
    for is_own in (_is_own, _is_outside_of_the_sdk):
        for frame in frames:
            if is_own(frame.file):
                return frame
    return None


def _line_in(stack_trace: str) -> Line | None:
    """Return the innermost line of the user's code in a traceback's text."""
    found = re.findall(r'File "([^"]+)", line (\d+), in (\S+)', stack_trace)
    own = [Line(file, int(number), function) for file, number, function in found if _is_own(file)]
    return own[-1] if own else None


def _running() -> Iterator[Line]:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        yield Line(code.co_filename, frame.f_lineno, code.co_name)
        frame = frame.f_back


def _origin() -> Iterator[Line]:
    """Yield where the running task's coroutine was made: `gather` runs it without its maker."""
    try:
        task = asyncio.current_task()
    except RuntimeError:
        return
    coroutine: Any = task.get_coro() if task else None
    for file, number, function in getattr(coroutine, "cr_origin", None) or ():
        yield Line(file, number, function)


@functools.lru_cache(maxsize=1024)
def _is_outside_of_the_sdk(file: str) -> bool:
    ours = (_SDK, __file__, *_STANDARD)
    return not (file.startswith("<") or file == "workflow_sandbox.py" or file.startswith(ours)) or (
        file.startswith(_INSTALLED) and not file.startswith(_SDK)
    )


@functools.lru_cache(maxsize=1024)
def _is_own(file: str) -> bool:
    return _is_outside_of_the_sdk(file) and not file.startswith(_INSTALLED)
