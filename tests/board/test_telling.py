"""From a workspace to the board and back: nothing lost, nothing twice, whatever dies or is slow."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import httpx
import pytest
from jupyterhub.services.auth import HubOAuth

from tests.boards import ABoard, a_board
from tests.families import wait_until
from workshop.desk.courier import Courier, Desk
from workshop.desk.orders import Orders
from workshop.desk.spool import Event, Spool
from workshop.processes.ports import free_port
from workshop.room.board.board import Board
from workshop.room.board.gate import Gate
from workshop.room.board.service import board_app
from workshop.room.board.store import Store
from workshop.room.tokens import Tokens

#: Seconds for what takes a moment, on a machine that does much else.
SOON = 60.0

Carry = Callable[..., Courier]


@pytest.fixture
def board(tmp_path: Path) -> Iterator[ABoard]:
    state = tmp_path / "room"
    state.mkdir()
    with a_board(state) as board:
        assert wait_until(lambda: board.answers, SOON)
        yield board


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """The state folder of ada's workspace."""
    folder = tmp_path / "ada"
    folder.mkdir()
    return folder


@pytest.fixture
def carry(workspace: Path) -> Iterator[Carry]:
    """Carries for ada until the test is over."""
    with contextlib.ExitStack() as stack:

        def begin(desk: Desk, obey: Callable[[Orders], None] = lambda _: None) -> Courier:
            courier = Courier(workspace, desk, obey=obey)
            stack.callback(courier.close)
            return courier

        yield begin


def tell(workspace: Path, *titles: str) -> None:
    for title in titles:
        Spool(workspace).append(Event("check", "saga.refunds", "not_yet", title))


def kept(board: ABoard) -> list[str]:
    """The titles that the board has kept, in the order of their numbers."""
    with contextlib.closing(sqlite3.connect(board.state / "board.db")) as db:
        return [title for (title,) in db.execute("SELECT title FROM events ORDER BY number")]


def test_what_is_told_arrives(board: ABoard, carry: Carry, workspace: Path) -> None:
    carry(board.desk("ada"))
    tell(workspace, "one", "two")
    assert wait_until(lambda: kept(board) == ["one", "two"], SOON)
    tell(workspace, "three")
    assert wait_until(lambda: kept(board) == ["one", "two", "three"], SOON)


def test_a_board_that_is_not_there_yet_gets_it_later(
    tmp_path: Path, carry: Carry, workspace: Path
) -> None:
    state, port = tmp_path / "room", free_port(None)
    state.mkdir()
    told: list[Orders] = []
    with a_board(state, port) as board:
        desk = board.desk("ada")
    carry(desk, told.append)
    tell(workspace, "one", "two")
    with a_board(state, port) as board:
        assert wait_until(lambda: kept_or_none(board) == ["one", "two"], SOON)
        assert wait_until(lambda: told and told[-1].reached, SOON)
    assert wait_until(lambda: not told[-1].reached, SOON), "that it is gone is noticed"


def kept_or_none(board: ABoard) -> list[str] | None:
    with contextlib.suppress(sqlite3.Error):
        return kept(board)
    return None


def test_a_board_that_is_killed_again_and_again_loses_nothing(
    board: ABoard, carry: Carry, workspace: Path
) -> None:
    carry(board.desk("ada"))
    titles = [f"{number}" for number in range(60)]
    for number, title in enumerate(titles):
        tell(workspace, title)
        if number % 20 == 10:
            assert wait_until(lambda: len(kept(board)) > 1, SOON)
            board.program.kill()
    assert wait_until(lambda: kept(board) == titles, SOON)


def test_a_courier_that_comes_anew_sends_nothing_twice(board: ABoard, workspace: Path) -> None:
    for titles in (["one"], ["two"], []):
        tell(workspace, *titles)
        courier = Courier(workspace, board.desk("ada"))
        tell(workspace, *[f"{each} and a half" for each in titles])
        courier.close()
    courier = Courier(workspace, board.desk("ada"))
    expected = ["two", "two and a half"]  # before the first courier there was no spool
    assert wait_until(lambda: kept(board)[-2:] == expected, SOON)
    courier.close()
    assert kept(board) == ["one and a half", *expected]


@contextlib.asynccontextmanager
async def _a_desk(answer: Callable[[], bytes]) -> AsyncIterator[str]:
    """A desk that answers what it likes, when it likes."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await reader.readuntil(b"\r\n\r\n")
            writer.write(answer())
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def _answer(status: str, body: bytes = b"") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"nonsense\r\n\r\n",
        _answer("500 Internal Server Error"),
        _answer("507 Insufficient Storage"),
        _answer("302 Found"),
        _answer("200 OK", b"<html>the hub's page</html>\n"),
        _answer("200 OK", b"[]\n"),
        _answer("200 OK", b'{"have": "many"}\n'),
        _answer("200 OK", b'{"have": 0, "messages": 7}\n'),
    ],
)
async def test_a_desk_that_answers_nonsense_is_asked_again(
    answer: bytes, carry: Carry, workspace: Path
) -> None:
    asked = 0

    def count() -> bytes:
        nonlocal asked
        asked += 1
        return answer

    async with _a_desk(count) as url:
        courier = carry(Desk(url, "a-token"))
        tell(workspace, "one")
        while asked < 2:
            await asyncio.sleep(0.02)
        await asyncio.to_thread(courier.close)
    assert len(Spool(workspace).read()) == 1


async def test_a_board_whose_disk_is_full_says_so_and_the_event_is_sent_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, tokens = Store(tmp_path / "board.db"), Tokens(tmp_path / "tokens.json")
    board = Board(store, str)
    app = board_app(board, Gate(HubOAuth(api_token="t", oauth_client_id="b"), tokens), None, "")  # type: ignore[arg-type]
    event = {"number": 1, "kind": "check", "exercise": "", "outcome": "", "title": "", "at": 1.0}
    headers = {"Authorization": f"Bearer {tokens.of('ada')}"}

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://board") as seat:
        for add, status in ((full, 507), (store.add, 200)):
            monkeypatch.setattr(store, "add", add)
            told = {"spool": "s", "events": [event]}
            answer = await seat.post("/seat/events", json=told, headers=headers)
            assert answer.status_code == status
    assert len(store.events()) == 1
    store.close()


def test_a_token_that_was_revoked_is_401_and_the_courier_says_so(
    board: ABoard, carry: Carry, workspace: Path
) -> None:
    told: list[Orders] = []
    desk = board.desk("ada")
    board.tokens.revoke("ada")
    carry(desk, told.append)
    tell(workspace, "one")
    assert wait_until(lambda: told and told[-1].revoked, SOON)
    assert kept(board) == []


@pytest.mark.parametrize("token", ["", "ada", "ada~0~", "ada~0~00", "bob~0~{}"])
def test_a_token_that_is_none_is_refused(board: ABoard, token: str) -> None:
    signature = board.tokens.of("ada").rpartition("~")[2]
    for path in ("events", "orders"):
        answer = httpx.post(
            f"{board.url}/seat/{path}",
            json={"spool": "s", "events": []},
            headers={"Authorization": f"Bearer {token.format(signature)}".strip()},
        )
        assert answer.status_code == 401


WISHES = [
    ("PUT", "rules", {"what": "hints", "exercise": "*", "rule": 0}),
    ("PUT", "pinned", {"text": "mine"}),
    ("POST", "messages", {"learner": None, "text": "mine"}),
    ("DELETE", "hands/bob", None),
    ("DELETE", "learners/bob", None),
]


def test_a_seats_token_reads_nothing_and_wishes_nothing(board: ABoard) -> None:
    headers = {"Authorization": f"Bearer {board.tokens.of('ada')}", "X-Workshop-Board": "1"}
    page = httpx.get(f"{board.url}/", headers=headers)
    assert page.status_code == 302  # to the hub's login
    assert httpx.get(f"{board.url}/news", headers=headers).status_code == 401
    for method, path, body in WISHES:
        answer = httpx.request(method, f"{board.url}/{path}", json=body, headers=headers)
        assert answer.status_code == 401, path


def test_a_wish_that_does_not_come_from_the_page_is_refused(board: ABoard) -> None:
    for method, path, body in WISHES:
        answer = httpx.request(method, f"{board.url}/{path}", json=body)
        assert answer.status_code == 403, path


@pytest.mark.parametrize(
    "event",
    [
        {},
        {"number": 0},
        {"kind": "output"},
        {"title": "x" * 201},
        {"title": None},
        {"at": "yesterday"},
        {"at": float("nan")},
        {"at": float("inf")},
    ],
)
def test_what_isnt_an_event_is_refused_and_nothing_of_it_kept(
    board: ABoard, event: dict[str, object]
) -> None:
    good = {"number": 1, "kind": "check", "exercise": "", "outcome": "", "title": "", "at": 1.0}
    body = {"spool": "s", "events": [good, {**good, "number": 2, **event} if event else {}]}
    headers = {"Authorization": f"Bearer {board.tokens.of('ada')}"}
    answer = httpx.post(f"{board.url}/seat/events", content=json.dumps(body), headers=headers)
    assert answer.status_code == 422
    assert kept(board) == []
