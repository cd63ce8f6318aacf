"""A workflow that takes the steps it is told, and histories of it made without a server.

What it is told stands in a variable here, so that the same history can meet other code.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from workshop.history import History

#: What the code does: activities by name, "timer", "local:x", "patch:x", "deprecate:x",
#: "both:x,y", "id:x", "child:x", "raise", "wait", "sleep" and "call:x" in the background, "drop" it,
#: "update" waits for one.
script: list[str] = []


@workflow.defn(sandboxed=False)
class Scripted:
    def __init__(self) -> None:
        self.renamed = 0
        self.background: asyncio.Task[None] | None = None

    @workflow.update
    async def rename(self, name: str) -> str:
        if "slow-update" in script:
            await asyncio.sleep(1)
        self.renamed += 1
        return name

    @workflow.run
    async def run(self) -> str:
        limit = timedelta(seconds=5)
        for step in script:
            kind, _, name = step.partition(":")
            if kind == "timer":
                await asyncio.sleep(1)
            elif kind == "local":
                await workflow.execute_local_activity(name, start_to_close_timeout=limit)
            elif kind == "patch":
                workflow.patched(name)
            elif kind == "deprecate":
                workflow.deprecate_patch(name)
            elif kind == "both":
                await asyncio.gather(
                    *(
                        workflow.execute_activity(each, start_to_close_timeout=limit)
                        for each in name.split(",")
                    )
                )
            elif kind == "id":
                await workflow.execute_activity("a", activity_id=name, start_to_close_timeout=limit)
            elif kind == "raise":
                raise RuntimeError("a bug")
            elif kind == "sleep":
                self.background = asyncio.create_task(asyncio.sleep(60))
            elif kind == "call":
                activity = workflow.execute_activity(name, start_to_close_timeout=limit)
                self.background = asyncio.create_task(activity)
            elif kind == "drop" and self.background:
                self.background.cancel()
            elif kind == "update":
                await workflow.wait_condition(lambda: self.renamed > 0)
            elif kind == "slow-update":
                pass
            elif kind == "wait":
                await workflow.wait_condition(lambda: False)
            else:
                await workflow.execute_activity(step, start_to_close_timeout=limit)
        return "done"


class Writer:
    """Writes a history event by event, as the server does."""

    def __init__(self) -> None:
        self.events: list[HistoryEvent] = []
        started = self._add(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
        attributes = started.workflow_execution_started_event_attributes
        attributes.workflow_type.name = "Scripted"
        attributes.task_queue.name = "scripted"
        attributes.original_execution_run_id = "run-1"
        self.task()

    def _add(self, kind: EventType.ValueType) -> HistoryEvent:
        event = HistoryEvent(event_id=len(self.events) + 1, event_type=kind)
        event.event_time.FromMilliseconds(1_700_000_000_000 + len(self.events) * 3)
        self.events.append(event)
        return event

    def task(self) -> None:
        scheduled = self._add(EventType.EVENT_TYPE_WORKFLOW_TASK_SCHEDULED)
        scheduled.workflow_task_scheduled_event_attributes.attempt = 1
        started = self._add(EventType.EVENT_TYPE_WORKFLOW_TASK_STARTED)
        started.workflow_task_started_event_attributes.scheduled_event_id = scheduled.event_id
        completed = self._add(EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
        attributes = completed.workflow_task_completed_event_attributes
        attributes.scheduled_event_id = scheduled.event_id
        attributes.started_event_id = started.event_id
        attributes.sdk_metadata.core_used_flags.extend([1, 2, 3])

    def activity(self, name: str, number: int) -> None:
        first = self._add(EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED)
        scheduled = first.activity_task_scheduled_event_attributes
        scheduled.activity_type.name = name
        scheduled.activity_id = str(number)
        second = self._add(EventType.EVENT_TYPE_ACTIVITY_TASK_STARTED)
        second.activity_task_started_event_attributes.scheduled_event_id = first.event_id
        third = self._add(EventType.EVENT_TYPE_ACTIVITY_TASK_COMPLETED)
        completed = third.activity_task_completed_event_attributes
        completed.scheduled_event_id = first.event_id
        completed.started_event_id = second.event_id
        self.task()

    def complete(self) -> None:
        completed = self._add(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED)
        completed.workflow_execution_completed_event_attributes.SetInParent()


def long_history(activities: int) -> History:
    """A closed run of so many activities a, one after the other: six events each."""
    writer = Writer()
    for number in range(1, activities + 1):
        writer.activity("a", number)
    writer.complete()
    return History.from_events("scripted", writer.events)
