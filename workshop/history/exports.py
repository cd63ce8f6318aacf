"""Histories that someone exported as JSON: by the CLI, the Web UI or the SDK, and perhaps badly.

What people have: UTF-8 with and without a byte order mark, UTF-16 (PowerShell's ``>``); `{"events":
[…]}`, `{"history": {…}}`, a bare list of events, a list of histories, one event or one history a
line, several one after the other, pages of one history.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import temporalio
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent
from temporalio.client import WorkflowHistory

from workshop.history.payload_forms import PayloadForms

_EXPORT_AGAIN = (
    "Export it again: temporal workflow show --workflow-id {} --output json > history.json"
)


class UnreadableHistory(ValueError):
    """JSON that is not a workflow's event history. The message says what was found."""


@dataclass(frozen=True)
class Export:
    """One history as it was exported.

    ``unknown`` are the types of events that this SDK does not know and may ignore, by number.
    ``decoded`` counts the payloads that were no longer as the server recorded them.
    """

    events: tuple[HistoryEvent, ...]
    unknown: dict[int, str]
    decoded: int


def text_of(data: bytes) -> str:
    """Return the text of a JSON file, whatever Unicode encoding it is in.

    Raises:
        UnicodeDecodeError: it is in none.
    """
    return data.decode(json.detect_encoding(data))


def split(name: str, exported: str | dict[str, Any] | list[Any]) -> list[list[Any]]:
    """Return the events, still as JSON, of each history in what was exported.

    Raises:
        UnreadableHistory: the JSON is cut off, or is no history.
    """
    documents = _documents(name, exported) if isinstance(exported, str) else [exported]
    pieces = [events for document in documents for events in _event_lists(name, document)]
    found: list[list[Any]] = []
    for events in pieces:
        for event in events:
            if not found or (found[-1] and _number(event) == 1):
                found.append([])
            found[-1].append(event)
    if not found:
        raise _unreadable(name, "has an empty list of 'events'")
    return found


def parse(name: str, events: list[Any]) -> Export:
    """Return one history, in either spelling of its enums and with its payloads in any form.

    Raises:
        UnreadableHistory: an event is damaged, unknown or missing.
    """
    forms = PayloadForms()
    try:
        written = [forms.as_recorded(event) for event in events]
        history = WorkflowHistory.from_json(name, {"events": written})
    except Exception as error:  # protobuf and the SDK raise several kinds for malformed events
        raise _unreadable(name, f"holds an event that cannot be read: {error}") from error
    return Export(tuple(history.events), _checked(name, history, events), forms.decoded)


def _documents(name: str, exported: str) -> Iterator[Any]:
    """Yield the JSON values in a text, one after the other."""
    text, place, decoder = exported.lstrip("\ufeff"), 0, json.JSONDecoder()
    while place < len(text) or not place:
        try:
            document, end = decoder.raw_decode(text, _blank(text, place))
        except json.JSONDecodeError as error:
            raise _unreadable(
                name,
                f"is not complete JSON: {error.msg} at line {error.lineno}, column {error.colno} "
                f"of {len(exported)} characters",
            ) from error
        yield document
        place = _blank(text, end)


def _blank(text: str, place: int) -> int:
    """Return the next place that is no blank, nor a comma between two histories."""
    while text[place : place + 1] in (*" \t\r\n\ufeff", *("," if place else "")):
        place += 1
    return place


def _event_lists(name: str, document: Any) -> Iterator[list[Any]]:
    if isinstance(document, dict):
        if isinstance(document.get("history"), (dict, list)):
            yield from _event_lists(name, document["history"])
        elif isinstance(document.get("events"), list):
            if not document["events"]:
                raise _unreadable(name, "has an empty list of 'events'")
            yield document["events"]
        elif _number(document) is not None:
            yield [document]
        else:
            keys = ", ".join(map(repr, document)) or "nothing"
            raise _unreadable(name, f"has no list of 'events'; it holds {keys}")
    elif isinstance(document, list):
        if document and all(_number(each) is not None for each in document):
            yield document
        else:
            for each in document:
                yield from _event_lists(name, each)
    else:
        raise _unreadable(name, f"has no list of 'events'; it holds {type(document).__name__}")


def _number(event: Any) -> int | None:
    found = event.get("eventId", event.get("event_id")) if isinstance(event, dict) else None
    return int(str(found)) if str(found).isdecimal() else None


def _checked(name: str, history: WorkflowHistory, found: list[Any]) -> dict[int, str]:
    """Catch what the SDK lets through: unknown types become zero, gaps go unnoticed.

    Returns the types of the events that are unknown and that a worker may ignore.
    """
    unknown: dict[int, str] = {}
    for place, (event, written) in enumerate(zip(history.events, found, strict=True), start=1):
        if event.event_type not in EventType.values() or not event.event_type:
            kind = written.get("eventType", written.get("event_type"))
            if not event.worker_may_ignore:
                raise _unreadable(
                    name,
                    f"holds an unknown event type, {kind!r}, at {place}. If that is no typing error, "
                    f"your SDK, temporalio {temporalio.__version__}, is older than this history: "
                    "install a newer one",
                )
            unknown[event.event_id] = str(kind)
        if event.event_id != place:
            raise _unreadable(
                name,
                f"is not whole: event {place} was expected and event {event.event_id} found",
            )
    if history.events[0].event_type != EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED:
        raise _unreadable(
            name,
            f"does not begin with the workflow's start but with {found[0].get('eventType')}",
        )
    return unknown


def _unreadable(name: str, found: str) -> UnreadableHistory:
    return UnreadableHistory(
        f"The history of workflow {name!r} {found}. {_EXPORT_AGAIN.format(name)}"
    )
