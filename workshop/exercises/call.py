"""Call functions of a learner's module from a process of its own: ``python call.py MODULE``.

The script is run by path and imports nothing heavy, so that it is ready before a check's patience
is used up. Each line of standard input asks for some calls at the same time; one line of standard
output answers. All calls share one event loop, as in a web server. The process ends with its input.
"""

from __future__ import annotations

import asyncio
import dataclasses
import importlib
import json
import os
import pickle
import sys
import time
import traceback
import warnings
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any


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
    of the module in which the exception was raised, if any was; ``forgotten`` says which coroutine
    was never awaited meanwhile, and is empty where there was none.
    """

    type: str
    value: Any
    error: str | None
    in_time: bool
    seconds: float
    line: int | None = None
    forgotten: str = ""

    def __str__(self) -> str:
        if not self.in_time:
            return f"it had not answered after {self.seconds:.0f} s"
        if self.error is not None:
            return f"it raised {self.error}"
        return (
            f"it returned {self.value!r}"
            + ("" if self.type in ("str", "NoneType", "dict") else f", of type {self.type}")
            + (f". Python warns: {self.forgotten}" if self.forgotten else "")
        )


def as_line(calls: list[Call]) -> str:
    """Return the calls as one line of text."""
    return (
        pickle.dumps([(each.function, each.arguments, each.within) for each in calls]).hex() + "\n"
    )


async def answer(module: ModuleType, call: Call) -> Answer:
    """Make the call and return what it came to. Never raises."""
    began = time.monotonic()
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
    except Exception as raised:
        error = f"{type(raised).__name__}: {raised}"
        line = _line_in(module, raised)
    return Answer(
        type=type(returned).__name__,
        value=_plain(returned),
        error=error,
        in_time=in_time,
        seconds=time.monotonic() - began,
        line=line,
    )


def _line_in(module: ModuleType, error: BaseException) -> int | None:
    """Return the last line of the module that the error came through."""
    frames = traceback.extract_tb(error.__traceback__)
    return next(
        (each.lineno for each in reversed(frames) if each.filename == module.__file__), None
    )


def _never_awaited(warned: list[warnings.WarningMessage], module: ModuleType) -> str:
    """Return what Python says of the first coroutine that was never awaited, if there is one."""
    for each in warned:
        if "was never awaited" in str(each.message):
            where = (
                f" (line {each.lineno} of your cell)" if each.filename == module.__file__ else ""
            )
            return f"{each.message}{where}"
    return ""


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
            warnings.filterwarnings("always", ".* was never awaited", RuntimeWarning)
            made = await asyncio.gather(*(answer(module, each) for each in calls))
        forgotten = _never_awaited(warned, module)
        said = [dataclasses.replace(each, forgotten=forgotten) for each in made]
        print(json.dumps([dataclasses.asdict(each) for each in said]), file=answers, flush=True)


def main() -> None:
    """Import the module that the command line names and answer calls."""
    answers, sys.stdout = sys.stdout, sys.stderr  # what the learner prints is not an answer
    sys.path[0] = str(Path.cwd())  # the learner's folder, and not the one of this script
    try:
        module = importlib.import_module(sys.argv[1])
    except BaseException as error:
        said = traceback.format_exception_only(type(error), error)[-1].strip()
        frames = traceback.extract_tb(error.__traceback__)
        where = [frame.lineno for frame in frames if frame.filename.endswith(f"{sys.argv[1]}.py")]
        line = f", at line {where[-1]} of your cell" if where else ""
        failed = {"failed": f"importing it raised {said}{line}."}
        print(json.dumps(failed), file=answers, flush=True)
        return
    asyncio.run(serve(module, answers))


if __name__ == "__main__":
    main()
    sys.stderr.flush()
    sys.stdout.flush()
    os._exit(0)  # a process that used the SDK can crash on its ordinary way out
