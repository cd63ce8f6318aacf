"""Starting the test workflows, and histories made without a server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import Client, WorkflowHandle

from workshop.history import History, read_history

DATA = Path(__file__).parent / "data"


async def start(client: Client, workflow: str, *args: Any) -> WorkflowHandle[Any, Any]:
    return await client.start_workflow(
        workflow, args=args, id=f"{workflow}-{uuid4()}", task_queue="history"
    )


async def closed(handle: WorkflowHandle[Any, Any]) -> History:
    """The history once the workflow has closed, whatever its end."""
    return await until(handle, lambda history: history.status != "running")


async def until(
    handle: WorkflowHandle[Any, Any], holds: Callable[[History], bool], seconds: float = 15
) -> History:
    async def poll() -> History:
        while not holds(history := await read_history(handle)):  # another process
            await asyncio.sleep(0.05)
        return history

    waiting: Awaitable[History] = poll()
    return await asyncio.wait_for(waiting, seconds)


def exported(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((DATA / f"{name}.json").read_text())
    return content


def long_history(activities: int, note: str = "") -> History:
    """A history of `activities` activities: three events each, every tenth failed."""
    events: list[HistoryEvent] = []

    def add(event_type: EventType.ValueType) -> HistoryEvent:
        event = HistoryEvent(event_id=len(events) + 1, event_type=event_type)
        event.event_time.FromMilliseconds(1_700_000_000_000 + len(events) * 3)
        events.append(event)
        return event

    started = add(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
    started.workflow_execution_started_event_attributes.workflow_type.name = "Long"
    for number in range(activities):
        first = add(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        scheduled = first.activity_task_scheduled_event_attributes
        scheduled.activity_type.name = f"step_{number % 7}"
        order = {"order_id": f"order-{number}", "note": note}
        payload = scheduled.input.payloads.add(data=json.dumps(order).encode())
        payload.metadata["encoding"] = b"json/plain"
        second = add(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
        second.activity_task_started_event_attributes.scheduled_event_id = first.event_id
        second.activity_task_started_event_attributes.attempt = 1
        if number % 10:
            third = add(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
            third.activity_task_completed_event_attributes.scheduled_event_id = first.event_id
        else:
            third = add(EventType.EVENT_TYPE_ACTIVITY_TASK_FAILED)
            failed = third.activity_task_failed_event_attributes
            failed.scheduled_event_id = first.event_id
            failed.failure.message = "no"
    return History.from_events("long", events)
