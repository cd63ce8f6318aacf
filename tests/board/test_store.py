"""What the board keeps: each event once, for thirty days, or until it is to be forgotten."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop.desk.spool import Event
from workshop.room.board.store import KEPT, TOPICAL, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "board.db")
    yield store
    store.close()


def events(*numbers: int) -> list[tuple[int, Event]]:
    return [(each, Event("check", "saga.refunds", "not_yet", f"{each}", 1.0)) for each in numbers]


def titles(store: Store) -> list[str]:
    return [each.event.title for each in store.events()]


def test_what_arrives_twice_is_kept_once(store: Store) -> None:
    assert len(store.add("ada", "one", events(1, 2))) == 2
    assert len(store.add("ada", "one", events(1, 2, 3))) == 1
    assert store.add("ada", "one", events(2)) == []
    assert titles(store) == ["1", "2", "3"]
    assert store.have("ada", "one") == 3


def test_another_spool_and_another_learner_have_numbers_of_their_own(store: Store) -> None:
    for learner, spool in (("ada", "one"), ("ada", "two"), ("bob", "one")):
        assert len(store.add(learner, spool, events(1))) == 1
    assert len(store.events()) == 3
    assert store.have("bob", "two") == 0


def test_all_of_a_delivery_is_kept_or_none_of_it(store: Store) -> None:
    broken = (3, Event("check", "saga.refunds", "not_yet", object(), 1.0))  # type: ignore[arg-type]
    with pytest.raises(sqlite3.Error):
        store.add("ada", "one", [*events(1, 2), broken])
    assert store.events() == []
    assert store.have("ada", "one") == 0
    assert len(store.add("ada", "one", events(1))) == 1


def test_what_was_forgotten_is_not_taken_a_second_time(store: Store, tmp_path: Path) -> None:
    store.add("ada", "one", events(1, 2))
    store.add("bob", "one", events(1))
    store.add_message("ada", "for ada")
    store.add_message(None, "for all")
    store.forget("ada")
    assert store.add("ada", "one", events(1, 2)) == []
    assert [each.learner for each in store.events()] == ["bob"]
    assert [each["text"] for each in store.messages("ada")] == ["for all"]
    store.close()
    kept = (tmp_path / "board.db").read_bytes()
    assert b"for ada" not in kept


def test_nothing_is_kept_for_longer_than_thirty_days(store: Store) -> None:
    store.add("ada", "one", events(1))
    store.add_message(None, "old")
    store.forget_old(time.time() + KEPT - 60)
    assert len(store.events()) == len(store.messages("ada")) == 1
    store.forget_old(time.time() + KEPT + 60)
    assert store.events() == []
    assert store.messages("ada") == []


def test_it_is_all_there_when_it_is_opened_again(store: Store, tmp_path: Path) -> None:
    store.add("ada", "one", events(1, 2))
    store.set("pinned", "Page 4")
    again = Store(tmp_path / "board.db")
    try:
        assert titles(again) == ["1", "2"]
        assert again.setting("pinned", "") == "Page 4"
        assert again.setting("rules", {}) == {}
    finally:
        again.close()


def test_a_clock_that_is_ahead_is_put_back(store: Store) -> None:
    store.add("ada", "one", [(1, Event("hand", outcome="raised", at=time.time() + 9999))])
    assert store.events()[0].event.at <= time.time()


def test_a_message_of_this_morning_is_none_for_somebody_who_comes_after_lunch(store: Store) -> None:
    store.add_message(None, "Break until eleven")
    store._db.execute("UPDATE messages SET at = at - ?", (TOPICAL,))
    store.add_message(None, "Break until four")
    assert [each["text"] for each in store.messages("ada")] == ["Break until four"]


def test_what_is_to_be_done_has_higher_numbers_than_all_before(
    store: Store, tmp_path: Path
) -> None:
    for lesson in ("timers", "testing"):
        store.add_deed("ada", "reset", lesson)
        store.add_message("ada", lesson)
    store.add_deed("bob", "catch_up", "timers")
    deeds = store.deeds("ada")
    assert [each["lesson"] for each in deeds] == ["timers", "testing"]
    newer = Store(tmp_path / "newer.db")
    newer.add_deed("ada", "reset", "timers")
    newer.add_message("ada", "new")
    for last, first in (
        (deeds[-1], newer.deeds("ada")[0]),
        (store.messages("ada")[-1], newer.messages("ada")[0]),
    ):
        assert first["number"] >= last["number"], "a new board's file goes on with the numbers"
    newer.close()


def test_a_damaged_file_is_set_aside_and_a_full_disk_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "board.db"
    path.write_bytes(b"no database" * 1000)
    store = Store.open(path)
    assert len(store.add("ada", "one", events(1))) == 1
    store.close()
    assert path.with_suffix(".damaged").read_bytes().startswith(b"no database")
    path.with_suffix(".damaged").unlink()
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(sqlite3.OperationalError):
        Store.open(folder)
    assert folder.is_dir()


def test_a_full_disk_costs_what_comes_then_and_nothing_before(store: Store) -> None:
    store.add("ada", "one", events(1))
    store._db.execute("PRAGMA max_page_count=1")  # it never goes below what there is
    with pytest.raises(sqlite3.OperationalError, match="full"):
        store.add("ada", "one", events(*range(2, 2000)))
    assert titles(store) == ["1"]
    store._db.execute("PRAGMA max_page_count=100000")
    assert len(store.add("ada", "one", events(1, 2))) == 1


def test_nobody_else_can_read_it(store: Store, tmp_path: Path) -> None:
    assert (tmp_path / "board.db").stat().st_mode & 0o077 == 0
    assert store.events() == []
