"""What a workflow and its child workflows did, as one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from temporalio.client import Client

from workshop.history import ActivityRun, History, read_history


async def activities_of_all(client: Client, history: History) -> AsyncIterator[ActivityRun]:
    """Yield the activities of a workflow and of its children.

    A child's activity is a step of the parent, from the parent's asking to the child's end.
    """
    for each in history.activities:
        yield each
    for child in history.children:
        if child.started_event is None:
            continue
        theirs = await read_history(client.get_workflow_handle(child.workflow_id))
        async for each in activities_of_all(client, theirs):
            yield replace(
                each, scheduled_event=child.initiated_event, closed_event=child.closed_event
            )
