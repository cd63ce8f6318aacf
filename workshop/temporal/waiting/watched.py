"""What the SDK hands out to be waited for later, each wait of it watched."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from datetime import timedelta
from typing import Any

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistoryEventAsyncIterator, WorkflowUpdateHandle

from workshop.temporal.waiting.snapshot import WaitingFor
from workshop.temporal.waiting.watcher import Watcher


class WatchedEvents(WorkflowHistoryEventAsyncIterator):
    """An iterator over events that another one fetches, each wait of which is watched."""

    def __init__(
        self,
        events: WorkflowHistoryEventAsyncIterator,
        watched: Callable[[Coroutine[Any, Any, Any]], Coroutine[Any, Any, Any]],
    ) -> None:
        self._events = events
        self._watched = watched

    @property
    def current_page_index(self) -> int:
        """As the SDK has it."""
        return self._events.current_page_index

    @property
    def current_page(self) -> Sequence[HistoryEvent] | None:
        """As the SDK has it."""
        return self._events.current_page

    @property
    def next_page_token(self) -> bytes | None:
        """As the SDK has it."""
        return self._events.next_page_token

    async def fetch_next_page(self, *, page_size: int | None = None) -> None:
        """Fetch as the SDK does; the wait is watched."""
        await self._watched(self._events.fetch_next_page(page_size=page_size))

    async def __anext__(self) -> HistoryEvent:
        page = self._events.current_page
        if page is not None and (
            self._events.current_page_index < len(page) or self._events.next_page_token is None
        ):  # nothing is asked of the server
            return await self._events.__anext__()
        event: HistoryEvent = await self._watched(self._events.__anext__())
        return event


class WatchedUpdate(WorkflowUpdateHandle[Any]):
    """A handle like the SDK's, the result of which is waited for under watch."""

    def __init__(
        self,
        handle: WorkflowUpdateHandle[Any],
        watcher: Callable[[str, str | None, WaitingFor], Watcher],
    ) -> None:
        self.__dict__.update(handle.__dict__)
        self._handle = handle
        self._watcher = watcher

    async def result(
        self,
        *,
        rpc_metadata: Mapping[str, str | bytes] = {},
        rpc_timeout: timedelta | None = None,
    ) -> Any:
        """Return the result as the SDK does; the wait is watched."""
        watcher = self._watcher(self.workflow_id, self.workflow_run_id, "update")
        wait = self._handle.result(rpc_metadata=rpc_metadata, rpc_timeout=rpc_timeout)
        return await watcher.around(wait)
