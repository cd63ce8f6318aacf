"""Running a wait in a task of its own, with somebody who looks beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextvars import ContextVar
from typing import Any, TypeVar

FIRST_LOOK = 0.75
"""Seconds before the first look: most waits are over by then and never looked at."""

Result = TypeVar("Result")

_is_watched: ContextVar[bool] = ContextVar("a wait that somebody looks at", default=False)


def is_watched() -> bool:
    """Whether the code that asks runs within a wait that somebody looks at already."""
    return _is_watched.get()


async def beside(
    wait: Coroutine[Any, Any, Result], watch: Callable[[], Coroutine[Any, Any, Exception]]
) -> Result:
    """Run the wait and return its result or raise its error; watch it from `FIRST_LOOK` on.

    What ``watch`` returns is raised in place of the wait. A cancellation reaches the wait at once;
    no task outlives this call.
    """
    outer = _is_watched.set(True)
    waiting = asyncio.ensure_future(wait)
    _is_watched.reset(outer)
    tasks: list[asyncio.Future[Any]] = [waiting]
    try:
        await asyncio.wait(tasks, timeout=FIRST_LOOK)
        if not waiting.done():
            watching = asyncio.ensure_future(watch())
            tasks.append(watching)
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if not waiting.done():
                raise watching.result()
        return waiting.result()
    except asyncio.CancelledError:
        if waiting.cancel():
            # The SDK turns a cancelled update into an error of its own: let it.
            await waiting
        raise
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
