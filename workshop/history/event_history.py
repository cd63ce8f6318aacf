"""`History`: a workflow's history as notebooks and checks hold it, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHandle, WorkflowHistory

from workshop.history.exports import UnreadableHistory, parse, split
from workshop.history.recorded import RecordedHistory
from workshop.history.text import as_text
from workshop.temporal.waiting.silence import answered


class History(RecordedHistory):
    """The event history of one workflow run.

    Its `repr` is the story in lines, the same for every run that did the same things; in a
    notebook it is drawn as a timeline.
    """

    @classmethod
    def from_events(cls, workflow_id: str, events: Sequence[HistoryEvent]) -> History:
        """Return the history made of these events, oldest first."""
        return cls(workflow_id, events)

    @classmethod
    def from_json(cls, workflow_id: str, json: str | dict[str, Any] | list[Any]) -> History:
        """Return the history in an export of the CLI, the Web UI or the SDK.

        The id in the history itself counts, where there is one, and not ``workflow_id``.

        Raises `UnreadableHistory` when it is not one, or when there are several.
        """
        found = cls.all_from_json(workflow_id, json)
        if len(found) > 1:
            raise UnreadableHistory(
                f"The JSON of {workflow_id!r} holds {len(found)} histories: read them with "
                "History.all_from_json."
            )
        return found[0]

    @classmethod
    def all_from_json(
        cls, workflow_id: str, json: str | dict[str, Any] | list[Any]
    ) -> list[History]:
        """Return the histories in an export, one at least, under the ids that they hold.

        Raises `UnreadableHistory` when something in it is none.
        """
        exports = [parse(workflow_id, events) for events in split(workflow_id, json)]
        return [cls(workflow_id, each.events, each.unknown, each.decoded) for each in exports]

    def for_replay(self) -> WorkflowHistory:
        """Return the SDK's own form, which `temporalio.worker.Replayer` takes."""
        return WorkflowHistory(self.workflow_id, self.events)

    def __repr__(self) -> str:
        return as_text(self) if self.events else "no events"


async def read_history(handle: WorkflowHandle[Any, Any]) -> History:
    """Return the history of a workflow as it stands now, all events of it.

    A server that was just started again is waited for.

    Raises:
        ServerSilentError: the server did not answer within 30 s.
    """
    fetched = await answered(lambda timeout: handle.fetch_history(rpc_timeout=timeout))
    return History.from_events(handle.id, fetched.events)
