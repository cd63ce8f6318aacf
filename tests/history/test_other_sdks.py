"""Histories of other SDKs and servers: each thing with name and ending, and nothing ever raises."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from temporalio.api.enums.v1 import EventType
from temporalio.api.history.v1 import HistoryEvent

from tests.history.test_export_forms import OK, recorded
from workshop.displays import as_html
from workshop.history import History


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("update_old_server", "  update         up(1) → 2"),
        ("nexus_ok", '  nexus          svc.op({"a": 1}) → 3'),
        ("go_markers", "  marker         SideEffect(data 42, side-effect-id 1)"),
        ("go_markers", '  marker         Version(change-id "c1", version 1)'),
        ("la_marker_no_details", "  local          (unnamed) → null"),
        ("patch_empty", "  marker         core_patch"),
    ],
)
def test_the_handed_histories_are_told(name: str, line: str) -> None:
    history = History.from_json(name, recorded(name))
    assert line in repr(history).splitlines()
    assert "<figure" in as_html(history)


SECRET = {"metadata": {"encoding": "YmluYXJ5L2VuY3J5cHRlZA=="}, "data": "AAE="}
TEXT = {"metadata": {"encoding": "anNvbi9wbGFpbg=="}, "data": "InBheSI="}


def with_marker(name: str, details: dict[str, Any]) -> History:
    export = copy.deepcopy(OK)
    marker = {"markerName": name, "details": details, "workflowTaskCompletedEventId": "4"}
    event = {
        **export["events"][3],
        "eventId": "5",
        "eventType": "EVENT_TYPE_MARKER_RECORDED",
        "markerRecordedEventAttributes": marker,
    }
    del event["workflowTaskCompletedEventAttributes"]
    export["events"].insert(4, event)
    export["events"][5]["eventId"] = "6"
    return History.from_json("some", export)


@pytest.mark.parametrize(
    "name",
    [
        "core_local_activity",
        "core_patch",
        "LocalActivity",
        "MutableSideEffect",
        "Version",
        "SideEffect",
        "",
    ],
)
@pytest.mark.parametrize(
    "details",
    [
        {},
        {"data": {"payloads": []}, "patch-data": {}},
        {"data": {"payloads": [SECRET]}, "patch-data": {"payloads": [SECRET]}},
        {"data": {"payloads": [TEXT]}, "patch-data": {"payloads": [TEXT]}, "result": None},
        {"data": {"payloads": [TEXT, SECRET]}, "patch-data": {"payloads": [TEXT, TEXT]}},
    ],
)
def test_no_marker_raises_and_each_is_named(name: str, details: dict[str, Any]) -> None:
    history = with_marker(name, details)
    named = "(unnamed)" if name == "core_local_activity" else name
    assert named in repr(history) and named in as_html(history)
    if details.get("data", {}).get("payloads") == [SECRET] and name != "core_local_activity":
        assert "binary/encrypted" in repr(history)


@pytest.mark.parametrize(
    ("kind", "attributes", "ending"),
    [
        ("FAILED", {"failure": {"message": "no stock"}}, "failed: ApplicationError: no stock"),
        ("CANCELED", {"failure": {"message": "stop", "canceledFailureInfo": {}}}, "cancelled"),
        ("TIMED_OUT", {"failure": {"timeoutFailureInfo": {}}}, "timed out"),
        ("STARTED", {}, "running"),
        ("COMPLETED", {}, "→ null"),
    ],
)
def test_a_nexus_operation_ends(kind: str, attributes: dict[str, Any], ending: str) -> None:
    export = recorded("nexus_ok")
    event = export["events"][6]
    event["eventType"] = f"EVENT_TYPE_NEXUS_OPERATION_{kind}"
    del event["nexusOperationCompletedEventAttributes"]
    camel = "".join(word.title() for word in kind.split("_"))
    event[f"nexusOperation{camel}EventAttributes"] = {"scheduledEventId": "5", **attributes}
    history = History.from_json("some", export)
    assert f'svc.op({"{"}"a": 1{"}"})' in repr(history) and ending in repr(history)


@pytest.mark.parametrize(
    ("encoded", "said"),
    [(TEXT, "Encoded failure pay"), (SECRET, "<binary/encrypted, 2 bytes>"), ({"message": "no stock", "stack_trace": ""}, "no stock")],
)  # fmt: skip
def test_a_failure_whose_message_is_encoded_shows_what_can_be_read(
    encoded: dict[str, Any], said: str
) -> None:
    export = copy.deepcopy(OK)
    last = export["events"][-1]
    last["eventType"] = "EVENT_TYPE_WORKFLOW_EXECUTION_FAILED"
    del last["workflowExecutionCompletedEventAttributes"]
    failure = {"message": "Encoded failure", "encodedAttributes": encoded}
    last["workflowExecutionFailedEventAttributes"] = {"failure": failure}
    assert said in repr(History.from_json("some", export))


@pytest.mark.parametrize("kind", [*EventType.values(), 9999])
def test_an_event_of_any_type_without_attributes_is_told(kind: Any) -> None:
    start = HistoryEvent(event_id=1, event_type=EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED)
    history = History.from_events("some", [start, HistoryEvent(event_id=2, event_type=kind)])
    assert repr(history) and as_html(history)


def test_a_history_without_events_says_so() -> None:
    assert repr(History.from_events("some", [])) == "no events"
