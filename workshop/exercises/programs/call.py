"""Call functions of a learner's module from a process of its own: ``-m …call MODULE SECONDS``.

SECONDS is how long the import of the module may take.

Each line of standard input asks for some calls at the same time; one line of standard output
answers. All calls share one event loop, as in a web server. The process ends with its input.
"""

from __future__ import annotations

import asyncio
import dataclasses
import importlib
import json
import os
import pickle
import signal
import sys
import time
import traceback
import warnings
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

#: Seconds that a blocking call gets beyond those it may take.
GRACE = 1.0


#: What the queries of the call that is being made were given.
_queries: ContextVar[list[float | None]] = ContextVar("_queries")


class _Endless(BaseException):
    """What was called neither ends nor awaits. No ``except Exception`` on the way stops this."""


def _end(_signal: int, frame: FrameType | None) -> None:
    while frame is not None:
        if Path(frame.f_code.co_filename).name == f"{sys.argv[1]}.py":
            raise _Endless
        frame = frame.f_back


def _watch(seconds: float) -> None:
    """Raise `_Endless` in this thread after so many seconds; 0: no more."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _end)
        signal.setitimer(signal.ITIMER_REAL, seconds)


@dataclass(frozen=True)
class Call:
    """One call: the function's name, its arguments, and the seconds it may take."""

    function: str
    arguments: tuple[Any, ...]
    within: float


@dataclass(frozen=True)
class Answer:
    """What a call came to.

    ``type`` is the type of what was returned and ``value`` the same as plain JSON; ``error`` is
    the exception that was raised instead, None where there was none. ``in_time`` is false where
    neither came within the seconds allowed. ``seconds`` is how long it took. ``line`` is the line
    of the module in which the exception was raised, or that blocked the event loop, if any did.
    ``queries`` has, for each query it sent, the seconds that its ``rpc_timeout`` gave; None where
    there was none. ``left`` names the coroutines that it had begun in tasks and that still ran when
    it had returned; of calls that are made at the same time it is not known.
    """

    type: str
    value: Any
    error: str | None
    in_time: bool
    seconds: float
    line: int | None = None
    queries: list[float | None] = dataclasses.field(default_factory=list)
    left: list[str] = dataclasses.field(default_factory=list)

    def __str__(self) -> str:
        if not self.in_time:
            where = f"; line {self.line} of your cell did not end" if self.line else ""
            return f"it had not answered after {self.seconds:.0f} s{where}"
        if self.error is not None:
            return f"it raised {self.error}"
        return f"it returned {self.value!r}" + (
            "" if self.type in ("str", "NoneType", "dict") else f", of type {self.type}"
        )


def as_line(calls: list[Call]) -> str:
    """Return the calls as one line of text."""
    return (
        pickle.dumps([(each.function, each.arguments, each.within) for each in calls]).hex() + "\n"
    )


async def answer(module: ModuleType, call: Call) -> Answer:
    """Make the call and return what it came to. Never raises."""
    began = time.monotonic()
    queries: list[float | None] = []
    _queries.set(queries)
    returned: Any = None
    error = None
    in_time = True
    line = None
    try:
        called = getattr(module, call.function)(*call.arguments)
        if not hasattr(called, "__await__"):
            raise TypeError(f"{call.function} is not an async function")
        made = asyncio.ensure_future(called)
        await asyncio.wait({made}, timeout=call.within)
        if in_time := made.done():
            returned = made.result()
        else:
            made.cancel()
    except _Endless as blocked:
        in_time = False
        line = _line_in(module.__name__, blocked)
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
        line = _line_in(module.__name__, raised)
    return Answer(
        type=type(returned).__name__,
        value=_plain(returned),
        error=error,
        in_time=in_time,
        seconds=time.monotonic() - began,
        line=line,
        queries=queries,
    )


async def _left_running(tasks: set[asyncio.Task[Any]]) -> list[str]:
    """Return the names of the coroutines of those tasks that do not end by themselves at once."""
    for _ in range(3):  # what was cancelled needs a moment to notice
        await asyncio.sleep(0)
    coroutines = [each.get_coro() for each in tasks if not each.done()]
    return sorted(getattr(each, "__qualname__", repr(each)) for each in coroutines)


def _note_queries() -> None:
    """From now on, note what each query of a call is given. Without the SDK there is none."""
    if (services := sys.modules.get("temporalio.service")) is None:
        return
    ask = services.WorkflowService.query_workflow

    async def noted(*arguments: Any, **options: Any) -> Any:
        given = options.get("timeout")
        if (queries := _queries.get(None)) is not None:
            queries.append(given and given.total_seconds())
        return await ask(*arguments, **options)

    services.WorkflowService.query_workflow = noted


def _line_in(module: str, error: BaseException) -> int | None:
    """Return the last line of the module's file that the error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [each.lineno for each in frames if Path(each.filename).name == f"{module}.py"]
    return lines[-1] if lines else None


def _plain(value: Any) -> Any:
    """Return the value as JSON has it, or its repr."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    try:
        json.dumps(value)
    except TypeError:
        return repr(value)
    return value


async def serve(module: ModuleType, answers: Any) -> None:
    """Answer line by line until standard input ends."""
    while line := await asyncio.to_thread(sys.stdin.readline):
        calls = [Call(*each) for each in pickle.loads(bytes.fromhex(line))]
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("ignore")
            warnings.filterwarnings("always", ".* was never awaited", RuntimeWarning)
            _watch(max((each.within for each in calls), default=0.0) + GRACE)
            before = asyncio.all_tasks()
            made = await asyncio.gather(*(answer(module, each) for each in calls))
            if len(calls) == 1:
                left = await _left_running(asyncio.all_tasks() - before)
                made = [dataclasses.replace(made[0], left=left)]
            _watch(0)
        said = {
            "answers": [dataclasses.asdict(each) for each in made],
            "unawaited": [(str(each.message), each.filename, each.lineno) for each in warned],
        }
        print(json.dumps(said), file=answers, flush=True)


def main() -> None:
    """Import the module that the command line names and answer calls."""
    # What the learner prints is not an answer, nor is what the SDK's core logs.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    sys.stdout = sys.stderr
    sys.path[0] = str(Path.cwd())  # the learner's folder, and not the one of this script
    try:
        _watch(float(sys.argv[2]))
        module = importlib.import_module(sys.argv[1])
        _watch(0)
        _note_queries()
    except _Endless as error:
        line = _line_in(sys.argv[1], error)
        where = f" It was at line {line} of your cell." if line else ""
        failed = {"failed": f"importing it did not end within {sys.argv[2]} s.{where}"}
        print(json.dumps(failed), file=answers, flush=True)
        return
    except BaseException as error:
        said = traceback.format_exception_only(type(error), error)[-1].strip()
        line = _line_in(sys.argv[1], error)
        where = f", at line {line} of your cell" if line else ""
        failed = {"failed": f"importing it raised {said}{where}."}
        print(json.dumps(failed), file=answers, flush=True)
        return
    asyncio.run(serve(module, answers))


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    os._exit(0)  # a process that used the SDK can crash on its ordinary way out
