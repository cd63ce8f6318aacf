"""The client interceptor: it puts a watcher beside each wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import (
    Client,
    FetchWorkflowHistoryEventsInput,
    Interceptor,
    OutboundInterceptor,
    QueryWorkflowInput,
    StartWorkflowUpdateInput,
    StartWorkflowUpdateWithStartInput,
    WorkflowHistoryEventAsyncIterator,
    WorkflowHistoryEventFilterType,
    WorkflowUpdateHandle,
)

from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.snapshot import WaitingFor
from workshop.temporal.waiting.telling import Printer
from workshop.temporal.waiting.watcher import Settings, Watcher


def no_task_queues() -> Iterable[str]:
    """No names to suggest."""
    return ()


def there_is_hope(_: Diagnosis) -> bool:
    """No wait is in vain."""
    return False


class ExplainWaiting(Interceptor):
    """Make every wait of a client end, or say within seconds why it does not.

    Watched are ``handle.result()`` and ``execute_workflow``, ``handle.query``, ``execute_update``,
    ``start_update`` and the result of its handle, and both update-with-start calls. Not watched:
    a handle made by ``get_update_handle`` (the SDK shows it to no interceptor).

    ::

        client = await Client.connect(address, interceptors=[ExplainWaiting()])

    Args:
        tell: Called with each diagnosis, in the event loop of the wait; None: a `Printer`.
        patience: How long a workflow that cannot move by itself is waited for once that is seen
            (first after about a second), before the wait raises `WorkflowStuckError`. None: for
            ever; the diagnosis is told all the same.
        known_task_queues: Called for the task queues that the caller's own workers poll now. They
            are named when another one has none; a worker there that does not take its work is
            busy, not dead.
        is_in_vain: Called with a diagnosis of a workflow that may move by itself; True: this one
            will not. The wait is then ended as one for a workflow that cannot move. Who waits may
            know that nobody sends the signal, or that no other try helps.
    """

    def __init__(
        self,
        *,
        tell: Callable[[Diagnosis], None] | None = None,
        patience: timedelta | None = timedelta(seconds=3),
        known_task_queues: Callable[[], Iterable[str]] = no_task_queues,
        is_in_vain: Callable[[Diagnosis], bool] = there_is_hope,
    ) -> None:
        self._tell = tell or Printer()
        self._patience = patience
        self._known_task_queues = known_task_queues
        self._is_in_vain = is_in_vain

    def intercept_client(self, next: OutboundInterceptor) -> OutboundInterceptor:
        """Put the watchers in front of the calls of one client."""
        settings = Settings(
            _client_behind(next),
            self._tell,
            self._patience,
            self._known_task_queues,
            self._is_in_vain,
        )
        return _WatchedCalls(next, settings)


class _WatchedCalls(OutboundInterceptor):
    def __init__(self, next: OutboundInterceptor, settings: Settings) -> None:
        super().__init__(next)
        self._settings = settings

    def fetch_workflow_history_events(
        self, input: FetchWorkflowHistoryEventsInput
    ) -> WorkflowHistoryEventAsyncIterator:
        events = super().fetch_workflow_history_events(input)
        close_event = WorkflowHistoryEventFilterType.CLOSE_EVENT
        if input.wait_new_event and input.event_filter_type == close_event:
            return _WatchedEvents(events, lambda: self._watcher(input.id, input.run_id, "result"))
        return events

    async def query_workflow(self, input: QueryWorkflowInput) -> Any:
        watcher = self._watcher(input.id, input.run_id, "query")
        return await watcher.around(super().query_workflow(input))

    async def start_workflow_update(
        self, input: StartWorkflowUpdateInput
    ) -> WorkflowUpdateHandle[Any]:
        watcher = self._watcher(input.id, input.run_id, "update")
        handle = await watcher.around(super().start_workflow_update(input))
        return _WatchedUpdate(handle, self._watcher)

    async def start_update_with_start_workflow(
        self, input: StartWorkflowUpdateWithStartInput
    ) -> WorkflowUpdateHandle[Any]:
        watcher = self._watcher(input.start_workflow_input.id, None, "update")
        handle = await watcher.around(super().start_update_with_start_workflow(input))
        return _WatchedUpdate(handle, self._watcher)

    def _watcher(self, workflow_id: str, run_id: str | None, waiting_for: WaitingFor) -> Watcher:
        return Watcher(self._settings, workflow_id, run_id, waiting_for)


class _WatchedEvents(WorkflowHistoryEventAsyncIterator):
    """An iterator over events that another one fetches, each wait of which is watched."""

    def __init__(
        self, events: WorkflowHistoryEventAsyncIterator, watcher: Callable[[], Watcher]
    ) -> None:
        self._events = events
        self._watcher = watcher

    @property
    def current_page_index(self) -> int:
        return self._events.current_page_index

    @property
    def current_page(self) -> Sequence[HistoryEvent] | None:
        return self._events.current_page

    @property
    def next_page_token(self) -> bytes | None:
        return self._events.next_page_token

    async def fetch_next_page(self, *, page_size: int | None = None) -> None:
        await self._watcher().around(self._events.fetch_next_page(page_size=page_size))

    async def __anext__(self) -> HistoryEvent:
        return await self._watcher().around(self._events.__anext__())


class _WatchedUpdate(WorkflowUpdateHandle[Any]):
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
        watcher = self._watcher(self.workflow_id, self.workflow_run_id, "update")
        wait = self._handle.result(rpc_metadata=rpc_metadata, rpc_timeout=rpc_timeout)
        return await watcher.around(wait)


def _client_behind(interceptor: OutboundInterceptor) -> Client:
    """The client a chain of interceptors belongs to.

    The SDK hands an interceptor the next one only. The last of the chain holds the client
    (temporalio/client/_impl.py, `_ClientImpl`), which alone can describe a task queue.
    """
    while hasattr(interceptor, "next"):
        interceptor = interceptor.next
    client: Client = vars(interceptor)["_client"]
    return client
