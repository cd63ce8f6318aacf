"""A history that draws itself while it grows: the live form of the timeline."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import DisplayHandle
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHandle

from workshop.history.event_history import History
from workshop.temporal.waiting import explained


async def watch(handle: WorkflowHandle[Any, Any], redraw_every: float = 0.3) -> History:
    """Show a workflow's timeline as it happens; return its history once it closes.

    In a notebook the picture is redrawn when events arrive, at most every `redraw_every` seconds.
    Elsewhere nothing is shown. A wait that lasts explains itself, as that for a result does.

    Raises:
        WorkflowStuckError: the workflow cannot move until somebody fixes something.
    """
    events: list[HistoryEvent] = []
    screen = _Screen(handle.id, events, redraw_every) if get_ipython() else None

    async def follow() -> None:
        async for event in handle.fetch_history_events(wait_new_event=True):
            events.append(event)
            if screen:
                screen.show_soon()

    try:
        await explained(handle, follow())
    finally:
        if screen and events:
            screen.show()
    return History.from_events(handle.id, events)


class _Screen:
    """One picture in a notebook, redrawn in place and not too often."""

    def __init__(self, workflow_id: str, events: list[HistoryEvent], redraw_every: float) -> None:
        self._workflow_id = workflow_id
        self._events = events
        self._redraw_every = redraw_every
        self._picture: Any = DisplayHandle()
        self._drawn_at = 0.0
        self._later: asyncio.TimerHandle | None = None

    def show_soon(self) -> None:
        """Draw once the picture is old enough, with all the events there are by then."""
        if not self._later:
            wait = max(self._drawn_at + self._redraw_every - time.monotonic(), 0.02)
            self._later = asyncio.get_running_loop().call_later(wait, self.show)

    def show(self) -> None:
        """Draw now."""
        if self._later:
            self._later.cancel()
            self._later = None
        history = History.from_events(self._workflow_id, self._events)
        if self._drawn_at:
            self._picture.update(history)
        else:
            self._picture.display(history)
        self._drawn_at = time.monotonic()
