"""What the desk wants of a workspace: when hints and solutions open."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.desk.orders import (
    EVERY,
    NONE,
    Message,
    Orders,
    Rule,
    is_raised,
    orders_of,
    still_locked,
    write_orders,
)
from workshop.desk.spool import IN_ROOM, Event, Spool


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(IN_ROOM, "1")
    Spool(tmp_path).create()
    return tmp_path


def test_orders_are_read_as_they_were_written(state: Path) -> None:
    orders = Orders(
        {"hints": {EVERY: 3, "saga.refunds": None}},
        (Message(1, "Break until 11"), Message(2, "ü")),
        pinned="Page 4",
        raised=True,
    )
    write_orders(state, orders)
    assert orders_of(state) == orders


def test_at_home_nothing_of_a_room_holds(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_orders(state, Orders({"hints": {EVERY: None}}))
    assert still_locked(state, "hints", "saga.refunds")
    monkeypatch.delenv(IN_ROOM)
    assert orders_of(state) == NONE
    assert still_locked(state, "hints", "saga.refunds") == ""


@pytest.mark.parametrize("text", ["", "[]", "{", '{"messages": 3}', '{"messages": [{"no": 1}]}'])
def test_orders_that_cannot_be_read_are_none(state: Path, text: str) -> None:
    (state / "room" / "orders.json").write_text(text)
    assert orders_of(state) == NONE


@pytest.mark.parametrize(
    ("rules", "tries", "said"),
    [
        ({}, 0, ""),
        ({"hints": {EVERY: 0}}, 0, ""),
        ({"solution": {EVERY: None}}, 0, ""),
        ({"hints": {EVERY: None}}, 9, "The hints of this exercise aren't open yet"),
        ({"hints": {EVERY: 3}}, 0, "The hints of this exercise open after 3 more checks."),
        ({"hints": {EVERY: 3}}, 2, "The hints of this exercise open after one more check."),
        ({"hints": {EVERY: 3}}, 3, ""),
        ({"hints": {EVERY: None, "saga.refunds": 0}}, 0, ""),
        ({"hints": {EVERY: 0, "saga.refunds": None}}, 0, "The hints of this exercise aren't open"),
    ],
)
def test_hints_open_as_the_rule_says(
    state: Path, rules: dict[str, dict[str, Rule]], tries: int, said: str
) -> None:
    for _ in range(tries):
        Spool(state).append(Event("check", "saga.refunds", "not_yet"))
    write_orders(state, Orders(rules))
    found = still_locked(state, "hints", "saga.refunds")
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_the_solution_has_a_rule_of_its_own(state: Path) -> None:
    write_orders(state, Orders({"solution": {EVERY: 1}}))
    said = "The solution of this exercise opens after one more check."
    assert still_locked(state, "solution", "saga.refunds") == said


def test_a_hand_is_where_the_last_word_has_put_it(state: Path) -> None:
    def says(outcome: str) -> None:
        Spool(state).append(Event("hand", outcome=outcome))

    assert not is_raised(state)
    says("raised")
    assert is_raised(state), "the desk doesn't know yet"
    write_orders(state, Orders(have=1, raised=True))
    assert is_raised(state)
    write_orders(state, Orders(have=1, raised=False))
    assert not is_raised(state), "the instructor has seen to it"
    says("raised")
    assert is_raised(state)
    says("lowered")
    assert not is_raised(state)
