"""Names, PINs and the room's code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from workshop.room import seats as module
from workshop.room.seats import SeatError, Seats, new_code, seat_for, usable_name


@pytest.fixture
def seats(tmp_path: Path) -> Seats:
    return Seats(tmp_path / "seats.json")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada", "ada"),
        ("  Ada   Lovelace ", "ada lovelace"),
        ("ada@example.com", "ada@example.com"),
        ("Jürgen", "jürgen"),
        ("Ju\u0308rgen", "jürgen"),  # the same letters, in another spelling
        ("李雷", "李雷"),
        ("O'Neil", "o'neil"),
    ],
)
def test_a_name_has_one_spelling(text: str, name: str) -> None:
    assert usable_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "a/b",
        "..",
        ".room",
        "a\\b",
        "-x",
        "ada.",
        "a" * 41,
        "a\nb/c",
        "<b>",
        "a:b",
        "a%2fb",
    ],
)
def test_what_can_name_no_folder_is_no_name(text: str) -> None:
    with pytest.raises(SeatError):
        usable_name(text)


@pytest.mark.parametrize(
    ("name", "seat"),
    [
        ("ada lovelace", "ada-lovelace"),
        ("ada@example.com", "ada@example.com"),
        ("jürgen müller", "jurgen-muller"),
        ("o'neil", "o-neil"),
        ("李雷", "learner"),
        ("ínstructor", "instructor-2"),
        ("ben", "ben-3"),
    ],
)
def test_a_seat_is_named_in_ascii_and_once(name: str, seat: str) -> None:
    assert seat_for(name, {"ben", "ben-2", "instructor"}) == seat


def test_who_is_spelled_alike_gets_a_seat_of_their_own(seats: Seats) -> None:
    names = ("jurgen", "Jürgen", "李雷", "王芳", "ínstructor")
    there = [seats.admit(name, seats.code, "") for name in names]
    assert [each.name for each in there] == [*names]
    assert [each.seat for each in there] == [
        "jurgen",
        "jurgen-2",
        "learner",
        "learner-2",
        "instructor-2",
    ]


def test_a_code_can_be_read_aloud() -> None:
    assert all(re.fullmatch(r"([a-hjkmnp-z]{3}-){2}[a-hjkmnp-z]{3}", new_code()) for _ in range(99))


def test_the_code_lets_in_and_makes_a_pin_once(seats: Seats) -> None:
    admission = seats.admit("Ada", seats.code.upper(), "")
    assert (admission.name, admission.seat) == ("Ada", "ada")
    assert re.fullmatch(r"\d{6}", admission.new_pin)
    assert seats.admit("ada", "", admission.new_pin).new_pin == ""
    assert seats.names == ["ada"]
    assert seats.shown("ada") == "Ada"


def test_without_the_code_a_new_name_is_refused(seats: Seats) -> None:
    assert seats.code
    for code in ("", "abc-def-ghj"):
        with pytest.raises(SeatError, match="isn't this room's code"):
            seats.admit("ada", code, "")
    assert seats.names == []


def test_a_name_that_is_taken_needs_its_pin(seats: Seats) -> None:
    pin = seats.admit("ada", seats.code, "").new_pin
    with pytest.raises(SeatError, match="is taken"):
        seats.admit("Ada", seats.code, "")
    with pytest.raises(SeatError, match="isn't the PIN"):
        seats.admit("ada", seats.code, f"{(int(pin) + 1) % 10**6:06}")
    assert seats.admit("ada", seats.code, f"{pin[:3]} {pin[3:]}").name == "ada"


def test_who_guesses_has_to_wait_and_who_knows_has_to_as_well(
    seats: Seats, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin = seats.admit("ada", seats.code, "").new_pin
    seats.admit("ben", seats.code, "")
    for _ in range(module.WRONG):
        with pytest.raises(SeatError, match="isn't the PIN"):
            seats.admit("ada", "", "12345")
    with pytest.raises(SeatError, match="Wait for a minute"):
        seats.admit("ada", "", pin)
    monkeypatch.setattr(module, "LEFT_ALONE", 0.0)
    assert seats.admit("ada", "", pin).name == "ada"


def test_nobody_is_the_instructor_by_the_code(seats: Seats) -> None:
    with pytest.raises(SeatError, match="another name"):
        seats.admit("Instructor", seats.code, "")


def test_another_code_lets_nobody_in_with_the_old_one(seats: Seats) -> None:
    old = seats.code
    pin = seats.admit("ada", old, "").new_pin
    assert seats.change_code() != old
    with pytest.raises(SeatError, match="isn't this room's code"):
        seats.admit("ben", old, "")
    assert seats.admit("ada", "", pin).name == "ada"  # who has a seat keeps it


def test_a_name_can_be_freed(seats: Seats) -> None:
    pin = seats.admit("ada", seats.code, "").new_pin
    seats.free("Ada")
    assert seats.admit("Áda", seats.code, "").seat == "ada-2", "it is kept for the name"
    again = seats.admit("ada", seats.code, "")
    assert (again.seat, bool(again.new_pin)) == ("ada", True)
    with pytest.raises(SeatError):
        seats.admit("ada", "", pin + "0")
    with pytest.raises(SeatError, match="Nobody has the name"):
        seats.free("ben")


def test_no_pin_is_written_down(seats: Seats, tmp_path: Path) -> None:
    pin = seats.admit("ada", seats.code, "").new_pin
    kept = json.loads((tmp_path / "seats.json").read_text())["seats"]["ada"]
    assert pin not in kept.values()


def test_the_seats_are_kept(seats: Seats, tmp_path: Path) -> None:
    pin = seats.admit("ada", seats.code, "").new_pin
    again = Seats(tmp_path / "seats.json")
    assert again.code == seats.code
    assert again.admit("ada", "", pin).name == "ada"
