"""Wait until a history has got somewhere: until a timer runs, a step has been tried, …"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHandle

from workshop.errors import LabError
from workshop.history.event_history import History

#: Seconds to wait for the history that was asked for.
DEADLINE = 30.0


class HistoryError(LabError):
    """The history that was waited for did not come; the message shows the one there is."""


async def history_that_satisfies(
    handle: WorkflowHandle[Any, Any], accept: Callable[[History], object]
) -> History:
    """Return the first history of the workflow that ``accept`` finds true.

    Raises:
        HistoryError: none did within 30 s, or the workflow ended without one.
    """
    events: list[HistoryEvent] = []
    history = History.from_events(handle.id, events)

    async def follow() -> bool:
        nonlocal history
        async for event in handle.fetch_history_events(wait_new_event=True):
            events.append(event)
            history = History.from_events(handle.id, events)
            if accept(history):
                return True
        return False

    try:
        accepted = await asyncio.wait_for(follow(), DEADLINE)
        reason = "the workflow ended without it"
    except asyncio.TimeoutError:
        accepted = False
        reason = f"it did not come within {DEADLINE:.0f} s"
    if accepted:
        return history
    raise HistoryError(f"The history you wait for is not there: {reason}. This is it:\n{history!r}")
