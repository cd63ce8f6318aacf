"""How long things may take on a machine that does other work as well.

A right answer must not be called wrong, nor a worker dead, because others share the processors. So
deadlines are stated in seconds of a machine that does nothing else, and are counted in those: on
a busy machine they pass more slowly.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

#: Seconds that a step is made to take, so that something can be done meanwhile: the first is
#: enough on most machines, and on a slow one the next.
LONGER_AND_LONGER = (0.3, 1.0, 3.0)

#: Seconds after which whoever waits is told how far it is.
SILENCE = 4.0

#: The most that a deadline is stretched.
AT_MOST = 12.0

#: Seconds in which what has to be there by now is there. Measured: 0.1.
SOON = 5.0

#: Seconds between two `looks`.
_BETWEEN = 0.02

#: Seconds after which `wait_patiently` looks at the load again.
_LOOK = 0.5

_LOADAVG = Path("/proc/loadavg")

Result = TypeVar("Result")


def slowness() -> float:
    """Return the factor for a deadline: the processes that want to run for each processor.

    Between 1 and `AT_MOST`; 1 where the system does not say. The load average of a minute is late
    by most of that minute, so what wants to run right now counts as well.
    """
    if not hasattr(os, "getloadavg"):
        return 1.0
    load = max(os.getloadavg()[0], _running_now())
    return min(max(1.0, load / (os.cpu_count() or 1)), AT_MOST)


class Countdown:
    """Some seconds, counted on the clock of a machine that does nothing else.

    Attributes:
        elapsed: the real seconds since the start, as of the last look at `is_over`.
    """

    def __init__(self, seconds: float) -> None:
        self._began = self._looked = time.monotonic()
        self._seconds = self._left = seconds
        self.elapsed = 0.0

    @property
    def stretch(self) -> float:
        """How many real seconds each of these has taken, as of the last look at `is_over`."""
        counted = self._seconds - self._left
        return self.elapsed / counted if counted > 0 else 1.0

    @property
    def is_over(self) -> bool:
        """Whether the seconds have passed. Has to be looked at now and then to be exact."""
        now = time.monotonic()
        self._left -= (now - self._looked) / slowness()
        self._looked = now
        self.elapsed = now - self._began
        return self._left <= 0

    @property
    def next_look(self) -> float:
        """The real seconds after which to look again, at most."""
        return min(_LOOK, max(self._left, 0.01))


async def wait_patiently(awaitable: Awaitable[Result], seconds: float) -> Result:
    """Return what ``awaitable`` does; cancel it when the seconds of a `Countdown` have passed.

    Raises:
        asyncio.TimeoutError: they have; its argument is the real seconds that were given.
    """
    async with meanwhile(awaitable) as task:
        countdown = Countdown(seconds)
        while not task.done():
            if countdown.is_over:
                raise asyncio.TimeoutError(countdown.elapsed)
            await asyncio.wait({task}, timeout=countdown.next_look)
        return task.result()


@asynccontextmanager
async def meanwhile(step: Awaitable[Result]) -> AsyncIterator[asyncio.Future[Result]]:
    """Begin a step that goes on while something else is done, and yield its future.

    A step that isn't over in the end is called off. An error that nobody came to fetch is dropped:
    asyncio would print it, in the middle of what is said of something else.
    """
    future = asyncio.ensure_future(step)
    try:
        yield future
    finally:
        future.cancel()
        await asyncio.gather(future, return_exceptions=True)


async def looks(seconds: float = SOON) -> AsyncIterator[None]:
    """Yield at once, and again and again until the seconds of a `Countdown` have passed.

    For ``async for _ in looks(): …`` around a condition that nobody can await. Whoever sees it
    hold breaks; what stands under ``else`` is then left out.
    """
    countdown = Countdown(seconds)
    yield
    while not countdown.is_over:
        await asyncio.sleep(_BETWEEN)
        yield


def _running_now() -> float:
    """Return how many threads want a processor at this moment, besides the one that asks."""
    try:
        return float(_LOADAVG.read_text().split()[3].partition("/")[0]) - 1
    except (OSError, ValueError, IndexError):
        return 0.0
