"""The client interceptor: it puts a watcher beside each wait."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from temporalio.client import (
    CancelWorkflowInput,
    Client,
    CountWorkflowsInput,
    DescribeWorkflowInput,
    FetchWorkflowHistoryEventsInput,
    Interceptor,
    OutboundInterceptor,
    QueryWorkflowInput,
    SignalWorkflowInput,
    StartWorkflowInput,
    StartWorkflowUpdateInput,
    StartWorkflowUpdateWithStartInput,
    TerminateWorkflowInput,
    WorkflowExecutionCount,
    WorkflowExecutionDescription,
    WorkflowHandle,
    WorkflowHistoryEventAsyncIterator,
    WorkflowHistoryEventFilterType,
    WorkflowUpdateHandle,
)

from workshop.temporal.waiting.beside import beside, is_watched
from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.silence import Silence, found
from workshop.temporal.waiting.snapshot import WaitingFor
from workshop.temporal.waiting.telling import Printer
from workshop.temporal.waiting.watched import WatchedEvents, WatchedUpdate
from workshop.temporal.waiting.watcher import Settings, Watcher

Result = TypeVar("Result")


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
    a handle made by ``get_update_handle`` (the SDK shows it to no interceptor). Calls that need no
    worker (start, describe, signal, cancel, terminate, count, the events of a history) wait for
    nobody but the server: when it does not answer, that is told.

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
        return _WatchedCalls(next, self._settings(_client_behind(next)))

    async def around(
        self, handle: WorkflowHandle[Any, Any], wait: Coroutine[Any, Any, Result], *, ends: bool
    ) -> Result:
        """Run a wait for something that this workflow brings about; explain while it lasts.

        Args:
            handle: the workflow.
            wait: the wait.
            ends: whether the wait is ended when the workflow cannot move.

        Raises:
            WorkflowStuckError: The workflow cannot move until somebody fixes something.
        """
        settings = self._settings(client_of(handle))
        # That nobody sends a signal tells nothing of what the caller waits for.
        settings = replace(
            settings, patience=self._patience if ends else None, is_in_vain=there_is_hope
        )
        return await Watcher(settings, handle.id, handle.run_id, "result").around(wait)

    def _settings(self, client: Client) -> Settings:
        return Settings(
            client, self._tell, self._patience, self._known_task_queues, self._is_in_vain
        )


async def explained(
    handle: WorkflowHandle[Any, Any], wait: Coroutine[Any, Any, Result], *, ends: bool = True
) -> Result:
    """Run a wait as `ExplainWaiting.around` does, if the handle's client explains its waits.

    Raises:
        WorkflowStuckError: The workflow cannot move until somebody fixes something.
    """
    for interceptor in client_of(handle).config()["interceptors"]:
        if isinstance(interceptor, ExplainWaiting):
            return await interceptor.around(handle, wait, ends=ends)
    return await wait


def client_of(handle: WorkflowHandle[Any, Any]) -> Client:
    """Return the client that a handle was made by; the SDK has no public name for it."""
    client: Client = vars(handle)["_client"]
    return client


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
            return WatchedEvents(
                events, lambda wait: self._watcher(input.id, input.run_id, "result").around(wait)
            )
        return WatchedEvents(events, self._unless_silent)

    async def start_workflow(self, input: StartWorkflowInput) -> WorkflowHandle[Any, Any]:
        return await self._unless_silent(found(lambda: self.next.start_workflow(input)))

    async def describe_workflow(self, input: DescribeWorkflowInput) -> WorkflowExecutionDescription:
        return await self._unless_silent(found(lambda: self.next.describe_workflow(input)))

    async def signal_workflow(self, input: SignalWorkflowInput) -> None:
        await self._unless_silent(found(lambda: self.next.signal_workflow(input)))

    async def cancel_workflow(self, input: CancelWorkflowInput) -> None:
        await self._unless_silent(found(lambda: self.next.cancel_workflow(input)))

    async def terminate_workflow(self, input: TerminateWorkflowInput) -> None:
        await self._unless_silent(found(lambda: self.next.terminate_workflow(input)))

    async def count_workflows(self, input: CountWorkflowsInput) -> WorkflowExecutionCount:
        return await self._unless_silent(found(lambda: self.next.count_workflows(input)))

    async def query_workflow(self, input: QueryWorkflowInput) -> Any:
        watcher = self._watcher(input.id, input.run_id, "query")
        return await watcher.around(found(lambda: self.next.query_workflow(input)))

    async def start_workflow_update(
        self, input: StartWorkflowUpdateInput
    ) -> WorkflowUpdateHandle[Any]:
        watcher = self._watcher(input.id, input.run_id, "update")
        handle = await watcher.around(found(lambda: self.next.start_workflow_update(input)))
        return WatchedUpdate(handle, self._watcher)

    async def start_update_with_start_workflow(
        self, input: StartWorkflowUpdateWithStartInput
    ) -> WorkflowUpdateHandle[Any]:
        watcher = self._watcher(input.start_workflow_input.id, None, "update")
        call = found(lambda: self.next.start_update_with_start_workflow(input))
        return WatchedUpdate(await watcher.around(call), self._watcher)

    async def _unless_silent(self, call: Coroutine[Any, Any, Result]) -> Result:
        """Make a call that needs the server only; tell when it does not answer."""
        if is_watched():
            return await call
        silence = Silence(self._settings.client, self._settings.tell)
        answer = await beside(call, silence.watch)
        silence.ends()
        return answer

    def _watcher(self, workflow_id: str, run_id: str | None, waiting_for: WaitingFor) -> Watcher:
        return Watcher(self._settings, workflow_id, run_id, waiting_for)


def _client_behind(interceptor: OutboundInterceptor) -> Client:
    """The client a chain of interceptors belongs to.

    The SDK hands an interceptor the next one only. The last of the chain holds the client
    (temporalio/client/_impl.py, `_ClientImpl`), which alone can describe a task queue.
    """
    while hasattr(interceptor, "next"):
        interceptor = interceptor.next
    client: Client = vars(interceptor)["_client"]
    return client
