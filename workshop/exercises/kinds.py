"""Kinds of trouble: a check that tries one fault of a kind has not tried the kind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

#: "The request is wrong", as servers say it; the last one is in no list. Left out are 402, which
#: has a meaning of its own here, and 408, 425 and 429: "come again later".
WRONG_REQUESTS = (404, 400, 409, 418, 401, 403, 405, 422, 451, 499)

#: "The server has a problem"; the last two are in no list, and are seen in the wild.
TROUBLES = (503, 500, 502, 504, 507, 520, 599)

#: So many are tried at the same time: more would cost each of them its time.
AT_ONCE = 4

Kind = TypeVar("Kind")


async def each_of(kinds: Iterable[Kind], judge: Callable[[Kind], Awaitable[None]]) -> None:
    """Judge each kind, some at the same time; what is raised is what the first of them raises."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def judged(kind: Kind) -> None:
        async with turn:
            await judge(kind)

    judging = [asyncio.ensure_future(judged(kind)) for kind in kinds]
    try:
        for each in judging:
            await each
    finally:
        for each in judging:
            each.cancel()
        await asyncio.gather(*judging, return_exceptions=True)
