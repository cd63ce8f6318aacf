"""What the client does when there is no shop, or something else in its place."""

import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.shop.process import end_shop, start_shop
from workshop.shop import client
from workshop.shop.client import Shop, ShopError


@contextmanager
def answering(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """Something that answers each request with these bytes: its URL, and what it was asked."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line:
                    asked.append(line.recv(65536))
                    line.sendall(answer)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", asked
        server.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("has_been_asked", [False, True])
def test_a_shop_that_comes_back_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_been_asked: bool
) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    again: list[subprocess.Popen[str]] = []

    def start_again(_: float) -> None:
        if not again:
            again.append(start_shop(tmp_path / "shop.sqlite", "--port", url.rpartition(":")[2])[0])

    with Shop(url) as shop:
        if has_been_asked:  # and a connection is open
            assert shop.next_order_number() == 1
        process.kill()
        end_shop(process)
        monkeypatch.setattr(time, "sleep", start_again)
        assert shop.next_order_number() == (2 if has_been_asked else 1)
    assert end_shop(again[0]) == ""


@pytest.mark.parametrize("path", ["", "/a-secret-of-the-lab"])
def test_a_shop_that_stays_away_is_said_to_and_what_to_do(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setattr(client, "_RESTART", 0.2)
    began = time.monotonic()
    with Shop(f"http://127.0.0.1:9{path}") as shop, pytest.raises(ShopError) as error:
        shop.ledger("order-1")
    assert time.monotonic() - began >= 0.2
    said = str(error.value)
    assert said.startswith("the shop at http://127.0.0.1:9 does not answer (ConnectError: ")
    assert "the lab starts a dead shop again by itself" in said
    assert "workshop doctor" in said
    assert "secret" not in said


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{"])
def test_what_was_sent_is_not_sent_again(answer: bytes) -> None:
    with answering(answer) as (url, asked), Shop(url) as shop:
        with pytest.raises(ShopError, match="does not answer"):
            shop.next_order_number()
        assert len(asked) == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n<h1>404</h1>",
        b"HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n[]",
        b"HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n{}",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n<h1>Welcome</h1>",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n\xff",
    ],
)
def test_another_program_in_its_place_is_said_to_be_one(answer: bytes) -> None:
    with answering(answer) as (url, _), Shop(url) as shop, pytest.raises(ShopError) as error:
        shop.summaries()
    assert f"what answers at {url} is not the shop" in str(error.value)
