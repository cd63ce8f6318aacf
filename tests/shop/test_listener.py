"""Which port the shop gets when the one it wants is taken."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from tests.shop.process import end_shop, launch_shop, port_of, start_shop
from workshop.shop.listener import listen


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program listens on, with some room above it."""
    while True:
        with listen(0) as other:
            port = int(other.getsockname()[1])
            if port < 65000:
                yield port
                return


def test_a_taken_port_is_passed_over(taken: int) -> None:
    with listen(taken, 500) as listener:
        assert taken < listener.getsockname()[1] <= taken + 500


def test_without_next_ports_a_taken_port_is_an_error(taken: int) -> None:
    with pytest.raises(OSError, match="in use"):
        listen(taken)


def test_a_free_port_is_had_although_there_are_next_ones() -> None:
    with listen(0) as free:
        port = free.getsockname()[1]
    with listen(port, 500) as listener:
        assert port <= listener.getsockname()[1] <= port + 500


def test_any_port_is_any_port() -> None:
    with listen(0, 5) as first, listen(0, 5) as second:
        assert first.getsockname()[1] != second.getsockname()[1]


def test_no_port_is_tried_after_the_last_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def refuse(_: socket.socket, address: tuple[str, int]) -> None:
        tried.append(address[1])
        raise PermissionError("not allowed")

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(PermissionError):
        listen(65534, 10)
    assert tried == [65534, 65535]


def test_who_binds_the_same_port_and_listens_first_has_it(
    monkeypatch: pytest.MonkeyPatch, taken: int
) -> None:
    rivals: list[socket.socket] = []
    really_listen: Callable[[socket.socket, int], None] = socket.socket.listen

    def listen_a_moment_too_late(late: socket.socket, backlog: int) -> None:
        if not rivals:
            rival = socket.socket()
            rivals.append(rival)
            rival.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            rival.bind(late.getsockname())
            really_listen(rival, 1)
        really_listen(late, backlog)

    monkeypatch.setattr(socket.socket, "listen", listen_a_moment_too_late)
    with listen(taken, 500) as listener, rivals[0]:
        assert taken < rivals[0].getsockname()[1] < listener.getsockname()[1]


def test_shops_that_start_at_once_have_ports_of_their_own(tmp_path: Path, taken: int) -> None:
    wish = ("--port", str(taken), "--next-ports", "500")
    shops = [launch_shop(tmp_path / f"{number}.sqlite", *wish) for number in range(8)]
    try:
        ports = [port_of(shop) for shop in shops]
        assert len(set(ports)) == 8
        assert all(taken < port <= taken + 500 for port in ports)
    finally:
        errors = [end_shop(shop) for shop in shops]
    assert errors == [""] * 8


def test_the_port_of_a_killed_shop_is_had_again_at_once(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    with httpx.Client(base_url=url, trust_env=False, timeout=60) as http:
        assert http.get("/health").is_success
        process.kill()
        end_shop(process)
        port = url.rpartition(":")[2]
        process, again = start_shop(tmp_path / "shop.sqlite", "--port", port)
        assert again == url
        assert http.get("/health").is_success
    assert end_shop(process) == ""


def test_a_port_that_cannot_be_had_is_named(tmp_path: Path, taken: int) -> None:
    process = launch_shop(tmp_path / "shop.sqlite", "--port", str(taken))
    assert process.wait() == 1
    errors = end_shop(process)
    assert errors.startswith(f"shop: cannot listen on port {taken} (")
    assert errors.endswith("use --port 0 for a free one\n")


@pytest.mark.parametrize("number", ["-1", "65536", "x", "1.5", ""])
@pytest.mark.parametrize("option", ["--port", "--next-ports"])
def test_what_is_no_number_of_ports_is_refused(tmp_path: Path, option: str, number: str) -> None:
    process = launch_shop(tmp_path / "shop.sqlite", f"{option}={number}")
    assert f"{option}: expected a number from 0 to 65535" in end_shop(process)
    assert process.returncode == 2
