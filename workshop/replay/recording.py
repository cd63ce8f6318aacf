"""Replay a history with the SDK's own Replayer, and write down what the code asks for on the way.

The Replayer only says yes or no; `Listening` hears the rest.
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
from temporalio.bridge.proto.workflow_activation import WorkflowActivation
from temporalio.bridge.proto.workflow_commands import WorkflowCommand
from temporalio.bridge.proto.workflow_completion import WorkflowActivationCompletion
from temporalio.client import WorkflowHistory
from temporalio.converter import DataConverter
from temporalio.worker import Plugin, Replayer

from workshop.replay import listening
from workshop.replay.listening import Listening

_SDK = str(Path(temporalio.__file__).parent)
_OURS = (__file__, listening.__file__)
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
    data_converter: DataConverter = DataConverter.default
    _lines: list[Line | None] = field(default_factory=list)

    def note_line(self) -> None:
        """Keep the line that runs now for the command that is being made."""
        self._lines.append(_present_line())

    def note(
        self, activation: WorkflowActivation, completion: WorkflowActivationCompletion
    ) -> None:
        """Keep the commands of a task, or what the code raised in it."""
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


async def record(
    history: WorkflowHistory,
    workflow_class: type,
    *,
    plugins: Sequence[Plugin] = (),
    **options: Any,
) -> Recording:
    """Replay the history and return what the code did; ``options`` are `Replayer`'s.

    It is replayed under the workflow id and on the task queue that its first event names: ids of
    children are made of them.
    """
    recording = Recording()
    started = history.events[0].workflow_execution_started_event_attributes
    listens = Listening(recording, workflow_class, started.task_queue.name)
    replayer = Replayer(workflows=[workflow_class], plugins=[*plugins, listens], **options)
    recording.data_converter = listens.data_converter
    own = WorkflowHistory(started.workflow_id or history.workflow_id, history.events)
    result = await replayer.replay_workflow(own, raise_on_replay_failure=False)
    recording.verdict = result.replay_failure
    return recording


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
    ours = (_SDK, *_OURS, *_STANDARD)
    return not (file.startswith("<") or file == "workflow_sandbox.py" or file.startswith(ours)) or (
        file.startswith(_INSTALLED) and not file.startswith(_SDK)
    )


@functools.lru_cache(maxsize=1024)
def _is_own(file: str) -> bool:
    return _is_outside_of_the_sdk(file) and not file.startswith(_INSTALLED)
