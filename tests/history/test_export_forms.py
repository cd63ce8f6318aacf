"""Histories as people have them: encodings, wrappings, payloads in each form, events of the future."""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workshop.displays import as_html
from workshop.history import History, UnreadableHistory
from workshop.history.exports import text_of

RECORDED = Path(__file__).parents[1] / "replay" / "data"


def recorded(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RECORDED / f"{name}.json").read_text())
    return content


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_any_unicode_encoding_is_read(encoding: str) -> None:
    text = json.dumps(recorded("order-7"), ensure_ascii=False)
    assert json.loads(text_of(text.encode(encoding))) == recorded("order-7")


@pytest.mark.parametrize("name", ["ok", "utf16", "bom", "wrapped_history", "array"])
def test_the_handed_exports_are_one_history(name: str) -> None:
    history = History.from_json(name, text_of((RECORDED / f"{name}.json").read_bytes()))
    assert repr(history) == 'W · completed\n  started\n  completed      "ok"'


OK = recorded("ok")
EVENTS = OK["events"]


@pytest.mark.parametrize(
    ("exported", "histories"),
    [
        (json.dumps([OK, {"history": OK}]), 2),
        (json.dumps([EVENTS, EVENTS, EVENTS]), 3),
        (json.dumps(OK) + json.dumps(OK, indent=1), 2),
        (json.dumps(OK) + "\n" + json.dumps(EVENTS) + "\n\n", 2),
        (json.dumps(OK) + ",\n" + json.dumps(OK), 2),
        ("\n".join(map(json.dumps, EVENTS)), 1),
        ("\n".join(map(json.dumps, EVENTS + EVENTS)), 2),
        ("\ufeff" + json.dumps({"history": EVENTS, "nextPageToken": None}), 1),
        (json.dumps({"history": {"events": EVENTS[:2]}}) + json.dumps({"events": EVENTS[2:]}), 1),
        (json.dumps([EVENTS + EVENTS]), 2),
    ],
)
def test_one_or_more_histories_in_any_wrapping(exported: str, histories: int) -> None:
    found = History.all_from_json("some", exported)
    assert [len(history.events) for history in found] == [len(EVENTS)] * histories
    if histories > 1:
        with pytest.raises(UnreadableHistory, match=f"holds {histories} histories"):
            History.from_json("some", exported)


@pytest.mark.parametrize("damaged", ["", "   ", "7", "null", '"text"', "[]", "[7]", "{", "[{}]"])
def test_what_is_no_history_is_refused(damaged: str) -> None:
    with pytest.raises(UnreadableHistory):
        History.all_from_json("some", damaged)


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def with_input(payloads: Any) -> dict[str, Any]:
    export = copy.deepcopy(OK)
    started = export["events"][0]["workflowExecutionStartedEventAttributes"]
    started["input"] = payloads
    return export


JSON = b64("json/plain")


@pytest.mark.parametrize(
    ("payloads", "value"),
    [
        ({"payloads": [{"order": 7}]}, ({"order": 7},)),
        ({"payloads": ["order-7", 2, None, True, [1], {}]}, ("order-7", 2, None, True, [1], {})),
        (["order-7", {"a": 1}], ("order-7", {"a": 1})),
        ({"payloads": [{"metadata": {"encoding": JSON}, "data": {"a": 1}}]}, ({"a": 1},)),
        ({"payloads": [{"metadata": {"encoding": JSON}, "data": "order-7"}]}, ("order-7",)),
        ({"payloads": [{"metadata": {"encoding": "json/plain"}, "data": '{"a": 1}'}]}, ({"a": 1},)),
        ({"payloads": [{"metadata": {"encoding": "json/plain"}, "data": b64("7")}]}, (7,)),
        (
            {"payloads": [{"metadata": {"encoding": JSON, "encodingDecoded": "json/plain"}, "data": {"a": 1}}]},
            ({"a": 1},),
        ),
        ({"payloads": [{"metadata": {"source": "shop"}, "data": "x"}]}, ({"metadata": {"source": "shop"}, "data": "x"},)),
        ({"payloads": [{"metadata": {"encoding": JSON}, "data": b64('"é"')}]}, ("é",)),
        ({"payloads": []}, ()),
        (None, ()),
    ],
)  # fmt: skip
def test_a_payload_is_read_in_each_form(payloads: Any, value: tuple[Any, ...]) -> None:
    assert History.from_json("some", with_input(payloads)).input == value


def test_decoded_payloads_are_counted() -> None:
    assert History.from_json("some", OK).decoded_payloads == 0
    assert History.from_json("some", recorded("encrypted")).decoded_payloads == 0
    assert History.from_json("some", recorded("decoded_payload_plain_list")).decoded_payloads == 1


def test_what_is_visible_of_decoded_and_encrypted_payloads_is_shown() -> None:
    decoded = History.from_json("some", recorded("decoded_payload_plain_list"))
    assert '{"order": 7}' in repr(decoded) and "order" in as_html(decoded)
    encrypted = History.from_json("some", recorded("encrypted"))
    assert "<binary/encrypted, 27 bytes>" in repr(encrypted)
    assert "binary/encrypted, 27 bytes" in as_html(encrypted)


def future(event: dict[str, Any]) -> dict[str, Any]:
    return {**recorded("unknown_type_may_ignore")["events"][4], **event}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("EVENT_TYPE_FROM_THE_FUTURE", "from the future"),
        ("FromTheFuture", "from the future"),
        (9999, "9999"),
    ],
)
def test_an_unknown_event_that_a_worker_may_ignore_is_named(kind: Any, name: str) -> None:
    export = recorded("unknown_type_may_ignore")
    export["events"][4]["eventType"] = kind
    history = History.from_json("some", export)
    assert name in repr(history).replace("fromthefuture", "from the future")
    del export["events"][4]["workerMayIgnore"]
    with pytest.raises(UnreadableHistory, match="older than this history"):
        History.from_json("some", export)


@pytest.mark.parametrize(
    ("change", "id"),
    [
        (lambda started: started.update(workflowId="order-7"), "order-7"),
        (lambda started: started.pop("workflowId", None), "file"),
    ],
)
def test_the_id_in_the_history_comes_before_the_file_s_name(
    change: Callable[[dict[str, Any]], Any], id: str
) -> None:
    export = recorded("order-7")
    change(export["events"][0]["workflowExecutionStartedEventAttributes"])
    assert History.from_json("file", export).workflow_id == id
