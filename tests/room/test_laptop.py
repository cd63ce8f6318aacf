"""A learner's own laptop: it tells the room's board by a link, over the room's one port."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.families import wait_until
from tests.rooms import a_room
from workshop.commands.lab import run_lab
from workshop.desk.courier import Courier
from workshop.desk.spool import Event, Spool
from workshop.lab.workspace import Workspace
from workshop.room.certificate import made_for
from workshop.room.files import STATE, TOKENS, TOLD
from workshop.room.laptop import LinkError, courier_for
from workshop.room.options import Options
from workshop.room.room import Room
from workshop.room.tokens import Tokens

pytestmark = pytest.mark.timeout(900)

#: Seconds for what takes a moment.
SOON = 60.0


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    workspace = Workspace(tmp_path / "course")
    workspace.create()
    return workspace


@contextlib.contextmanager
def told_by(workspace: Workspace, link: str, said: list[str]) -> Iterator[Courier]:
    courier = courier_for(workspace, link, said.append)
    try:
        yield courier
    finally:
        courier.close()


def link_to(room: Room) -> str:
    token = Tokens(room.folder / STATE / TOKENS).of("ada")
    return f"{room.board_link.rstrip('/')}#{token}"


def kept(room: Room) -> list[str]:
    with contextlib.closing(sqlite3.connect(room.folder / STATE / TOLD)) as db:
        return [title for (title,) in db.execute("SELECT title FROM events ORDER BY number")]


def test_over_a_certificate_that_nobody_has_signed(tmp_path: Path, workspace: Workspace) -> None:
    certificate = made_for(["127.0.0.1"], tmp_path)
    said: list[str] = []
    with a_room(tmp_path / "room", Options(certificate)) as room:
        for title in ("one", "two"):
            with told_by(workspace, link_to(room), said):
                Spool(workspace.state).append(Event("check", "saga.refunds", "not_yet", title))
                assert wait_until(lambda: title in kept(room), SOON)  # noqa: B023
        assert kept(room) == ["one", "two"]
    assert len(said) == 1
    assert "It is trusted from now on" in said[0]


def test_another_rooms_certificate_in_its_place_is_told_nothing(
    tmp_path: Path, workspace: Workspace
) -> None:
    certificate = made_for(["127.0.0.1"], tmp_path)
    (tmp_path / "other").mkdir()
    another = made_for(["127.0.0.1"], tmp_path / "other")
    with a_room(tmp_path / "room", Options(certificate)) as room:
        (workspace.state / "room").mkdir()
        seen = workspace.state / "room" / f"127.0.0.1-{room.place.port}.pem"
        seen.write_bytes(another.certificate.read_bytes())
        with told_by(workspace, link_to(room), []):
            Spool(workspace.state).append(Event("check", "saga.refunds", "not_yet", "one"))
            # A second laptop, which trusts the right one, is heard meanwhile.
            other = Workspace(tmp_path / "others")
            other.create()
            with told_by(other, link_to(room), []):
                Spool(other.state).append(Event("check", "saga.refunds", "not_yet", "two"))
                assert wait_until(lambda: kept(room) == ["two"], SOON)
        assert kept(room) == ["two"]


def test_a_room_that_is_away_does_not_keep_a_lab_from_opening(workspace: Workspace) -> None:
    with told_by(workspace, "https://127.0.0.1:9/services/board#a~0~b", []):
        Spool(workspace.state).append(Event("check", "saga.refunds", "not_yet", "one"))
    assert len(Spool(workspace.state).read()) == 1


@pytest.mark.parametrize(
    "link", ["", "nonsense", "room.example#t", "ftp://room#t", "https://#t", "https://room/board"]
)
def test_what_isnt_a_link_is_said_and_nothing_is_opened(
    workspace: Workspace, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(LinkError, match="isn't a room's link"):
        courier_for(workspace, link, print)
    if link:
        assert run_lab(workspace.root, port=None, open_browser=False, room=link) == 1
        assert "isn't a room's link for a laptop" in capsys.readouterr().out
