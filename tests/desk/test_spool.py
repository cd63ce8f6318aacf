"""A workspace's spool: what is told keeps its number, whatever happens to the file."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from workshop.desk.spool import IN_ROOM, Event, Spool, room_of


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    spool = Spool(tmp_path)
    spool.create()
    return spool


def _check(number: int) -> Event:
    return Event("check", "saga.refunds", "not_yet", f"title {number}", at=float(number))


def test_events_have_the_numbers_of_their_lines(spool: Spool) -> None:
    for number in (1, 2, 3):
        spool.append(_check(number))
    assert spool.read() == [(number, _check(number)) for number in (1, 2, 3)]
    assert spool.read(after=2) == [(3, _check(3))]


def test_a_spool_keeps_its_name_and_another_has_another(spool: Spool, tmp_path: Path) -> None:
    name = spool.name
    spool.create()
    again = Spool(tmp_path / "other")
    (tmp_path / "other").mkdir()
    again.create()
    assert name == spool.name
    assert name
    assert again.name not in ("", name)


def test_without_a_spool_nothing_is_written(tmp_path: Path) -> None:
    Spool(tmp_path).append(_check(1))
    assert [*tmp_path.iterdir()] == []
    assert Spool(tmp_path).read() == []
    assert Spool(tmp_path).name == ""


def test_what_a_full_disk_cut_off_costs_one_event(spool: Spool, tmp_path: Path) -> None:
    spool.append(_check(1))
    file = tmp_path / "room" / "spool.jsonl"
    file.write_bytes(file.read_bytes()[:-20])
    assert spool.read() == []
    spool.append(_check(2))
    assert spool.read() == [(2, _check(2))]


def test_what_isnt_an_event_is_left_out_and_keeps_its_number(spool: Spool, tmp_path: Path) -> None:
    with (tmp_path / "room" / "spool.jsonl").open("a") as file:
        file.write('nonsense\n[1]\n{"kind": "check", "of": "something newer"}\n')
    spool.append(_check(4))
    assert spool.read() == [(4, _check(4))]


def test_several_notebooks_write_at_the_same_time(spool: Spool, tmp_path: Path) -> None:
    def write() -> None:
        for number in range(50):
            Spool(tmp_path).append(_check(number))

    notebooks = [threading.Thread(target=write) for _ in range(4)]
    for each in notebooks:
        each.start()
    for each in notebooks:
        each.join()
    read = spool.read()
    assert sorted(event.title for _, event in read) == sorted(
        f"title {number}" for number in range(50) for _ in notebooks
    )
    numbers = [number for number, _ in read]
    assert numbers == sorted({*numbers})


def test_a_learner_can_turn_it_off_but_a_hand_is_seen(spool: Spool) -> None:
    assert spool.tells
    spool.tells = False
    spool.append(_check(1))
    spool.append(Event("hand", outcome="raised", at=2.0))
    spool.tells = True
    spool.append(_check(3))
    assert [event.kind for _, event in spool.read()] == ["hand", "check"]


def test_it_is_said_once_what_is_told(spool: Spool, tmp_path: Path) -> None:
    assert [spool.first_time(), spool.first_time(), Spool(tmp_path).first_time()] == [
        *(True, False, False)
    ]


def test_tries_are_the_checks_that_were_not_met(spool: Spool) -> None:
    for outcome in ("not_attempted", "not_yet", "not_judged", "not_yet", "done"):
        spool.append(Event("check", "saga.refunds", outcome))
    spool.append(Event("check", "saga.other", "not_yet"))
    assert spool.tries("saga.refunds") == 2


def test_there_is_a_spool_only_where_there_is_a_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(IN_ROOM, raising=False)
    assert room_of(tmp_path) is None
    monkeypatch.setenv(IN_ROOM, "1")
    assert room_of(tmp_path) is not None
