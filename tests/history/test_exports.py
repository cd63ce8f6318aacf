import json
from typing import Any

import pytest

from workshop.history import History, UnreadableHistory

from .runs import DATA, exported

NAMES = ["one_of_three_fails", "retries", "stuck", "wait_a_day"]


@pytest.mark.parametrize("name", NAMES)
def test_both_spellings_of_the_enums_give_the_same_history(name: str) -> None:
    cli = History.from_json("order-1", exported(f"{name}.cli"))
    pascal = History.from_json("order-1", (DATA / f"{name}.pascal.json").read_text())
    assert repr(cli) == repr(pascal)
    assert cli.activities == pascal.activities
    assert cli.workflow_tasks == pascal.workflow_tasks
    assert cli.status == pascal.status


def test_a_truncated_export_says_where_it_ends_and_how_to_export_again() -> None:
    text = (DATA / "retries.cli.json").read_text()
    with pytest.raises(UnreadableHistory) as caught:
        History.from_json("order-1", text[:1000])
    assert "is not complete JSON" in str(caught.value) and "line" in str(caught.value)
    assert "temporal workflow show --workflow-id order-1 --output json" in str(caught.value)


def _unknown_type(export: dict[str, Any]) -> None:
    export["events"][4]["eventType"] = "EVENT_TYPE_COFFEE_BREAK"


def _a_missing_event(export: dict[str, Any]) -> None:
    del export["events"][3]


def _a_missing_start(export: dict[str, Any]) -> None:
    export["events"] = [{"eventId": "1", "eventType": "EVENT_TYPE_TIMER_STARTED"}]


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (_unknown_type, "unknown event type, 'EVENT_TYPE_COFFEE_BREAK', at 5"),
        (_a_missing_event, "event 4 was expected and event 5 found"),
        (_a_missing_start, "does not begin with the workflow's start"),
        (lambda export: export.pop("events"), "no list of 'events'; it holds nothing"),
        (lambda export: export["events"].clear(), "an empty list of 'events'"),
        (lambda export: export["events"].insert(0, 7), "cannot be read"),
    ],
)
def test_damage_is_named(damage: Any, found: str) -> None:
    export = exported("retries.cli")
    damage(export)
    with pytest.raises(UnreadableHistory, match=found):
        History.from_json("order-1", export)
    with pytest.raises(UnreadableHistory, match=found):
        History.from_json("order-1", json.dumps(export))
