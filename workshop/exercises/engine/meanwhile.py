"""A part of a check that goes on while the check does something else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import TypeVar

T = TypeVar("T")


@asynccontextmanager
async def meanwhile(step: Awaitable[T]) -> AsyncIterator[asyncio.Future[T]]:
    """Begin a step of a check and yield its future; call it off if it isn't over in the end.

    An error of a step that nobody came to await is dropped: asyncio would print it, in the middle
    of a verdict on something else.
    """
    future = asyncio.ensure_future(step)
    try:
        yield future
    finally:
        future.cancel()
        await asyncio.gather(future, return_exceptions=True)
