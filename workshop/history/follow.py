"""Wait until a history has got somewhere: until a timer runs, a step has been tried, …"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHandle
from temporalio.service import RPCError

from workshop.errors import LabError
from workshop.history.event_history import History
from workshop.patience import wait_patiently
from workshop.temporal.waiting import ServerSilentError, WorkflowStuckError, explained
from workshop.temporal.waiting.silence import UNREACHABLE

#: Seconds to wait for the history that was asked for, on a machine that does nothing else.
DEADLINE = 30.0


class HistoryError(LabError):
    """The history that was waited for did not come; the message shows the one there is."""


async def history_that_satisfies(
    handle: WorkflowHandle[Any, Any], accept: Callable[[History], object]
) -> History:
    """Return the first history of the workflow that ``accept`` finds true.

    A wait that lasts explains itself, as that for a result does.

    Raises:
        HistoryError: none did within 30 s, the workflow ended without one, or it cannot move.
        ServerSilentError: the Temporal server has gone.
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

    async def follow_to_the_end() -> str:
        return "" if await follow() else "the workflow ended without it."

    try:
        reason = await wait_patiently(explained(handle, follow_to_the_end()), DEADLINE)
    except WorkflowStuckError as error:
        reason = f"nothing moves.\n{error}"
    except RPCError as error:
        if error.status not in UNREACHABLE:
            raise
        raise ServerSilentError from error
    except asyncio.TimeoutError:
        reason = f"it did not come within {DEADLINE:.0f} s."
    if not reason:
        return history
    raise HistoryError(f"The history you wait for is not there: {reason}\nThis is it:\n{history!r}")
