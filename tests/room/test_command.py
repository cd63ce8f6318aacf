"""What ``workshop room`` says: on its first screen, and when there can't be a room."""

from __future__ import annotations

import datetime
import importlib.util
import socket
import ssl
from pathlib import Path

import pytest
from cryptography import x509
from typer.testing import CliRunner

from workshop.commands import room as command
from workshop.commands.cli import app
from workshop.processes.lock import Lock
from workshop.processes.ports import free_port
from workshop.room import footprint
from workshop.room.certificate import DAYS, made_for
from workshop.room.first_screen import PER_LEARNER, first_screen
from workshop.room.footprint import available_megabytes
from workshop.room.options import Isolation
from workshop.room.place import RoomError
from workshop.room.room import Room
from workshop.room.seats import Seats


def opened(folder: Path, port: int, address: str = "127.0.0.1") -> RoomError:
    """Return why no room can be opened."""
    with pytest.raises(RoomError) as raised:
        Room(folder, address=address, port=port)
    return raised.value


def test_without_its_packages_it_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "segno" else name)
    for arguments in (["room"], ["room", "rehearse"]):
        done = CliRunner().invoke(app, arguments)
        assert done.exit_code == 1
        assert 'pip install "temporal-workshop[room]"' in done.output


def test_a_port_that_is_taken_is_named_with_another_one(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = str(opened(tmp_path, port))
    assert f"Port {port} of 127.0.0.1 can't be had" in said
    assert "workshop room --port " in said


def test_a_port_that_one_may_not_have_is_named_with_another_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bind(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", bind)
    assert "workshop room --port 8000" in str(opened(tmp_path, 443))


def test_an_address_of_another_machine_is_no_place_for_it(tmp_path: Path) -> None:
    assert "192.0.2.1 can't be had" in str(opened(tmp_path, free_port(None), "192.0.2.1"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    said = str(opened(tmp_path / "file" / "room", free_port(None)))
    assert said.endswith("workshop room --folder FOLDER")


def test_a_folder_has_one_room(tmp_path: Path) -> None:
    (tmp_path / ".room").mkdir()
    lock = Lock(tmp_path / ".room" / "lock")
    assert lock.acquire()
    try:
        assert "open in" in str(opened(tmp_path, free_port(None)))
    finally:
        lock.release()


#: Neither users of their own nor limits.
ALL_ALIKE = Isolation()


def screen(
    memory: float = 8 * PER_LEARNER,
    *,
    makes_certificate: bool = False,
    bundle: str = "",
    memory_of_each: int = 0,
    isolation: Isolation = ALL_ALIKE,
) -> str:
    return first_screen(
        learners="https://10.0.0.5:8000/hub/login?code=abc-def-ghj",
        instructor="https://10.0.0.5:8000/hub/login?name=instructor#key",
        code="abc-def-ghj",
        bundle=bundle,
        memory=memory,
        makes_certificate=makes_certificate,
        memory_of_each=memory_of_each,
        isolation=isolation,
    )


def test_the_first_screen_has_the_links_and_what_is_not_protected() -> None:
    said = screen()
    for expected in (
        "hub/login?code=abc-def-ghj",
        "hub/login?name=instructor#key",
        "the code    abc-def-ghj",
        "Not kept apart: files and ports.",
        "can read other people's folders and reach their servers",
        "▀",  # of the QR code
    ):
        assert expected in said
    assert "browsers will warn" not in said
    assert "browsers will warn" in screen(makes_certificate=True)


def test_the_first_screen_says_whose_files_are_apart() -> None:
    assert "server, shop and files. Each learner is a" in screen(
        isolation=Isolation(trouble_with_users="")
    )
    assert "You are root" not in screen()
    unreachable = screen(isolation=Isolation("they can't start python"))
    assert "Not kept apart: files and ports." in unreachable
    assert "You are root, so a learner's code may do everything" in unreachable
    assert "as they can't start python." in unreachable


def test_the_first_screen_says_what_memory_a_learner_may_take() -> None:
    assert "may take" not in screen()
    held = screen(memory_of_each=900, isolation=Isolation(trouble_with_limits=""))
    assert "may take 900 MB, and is told from 80 % of it on. systemd holds them to it." in held
    told = screen(memory_of_each=900, isolation=Isolation(trouble_with_limits="it isn't there"))
    assert "Nobody holds them to it, as it isn't there." in told


def test_the_first_screen_says_where_laptops_get_the_course() -> None:
    assert "on laptops" not in screen()
    assert "on laptops  http://10.0.0.5:8000/hub/bundle/" in screen(
        bundle="http://10.0.0.5:8000/hub/bundle/"
    )


def test_the_first_screen_tells_how_many_the_memory_allows() -> None:
    assert "memory for 8 learners" in screen(8.5 * PER_LEARNER)
    assert "isn't memory for a single learner" in screen(0.5 * PER_LEARNER)
    assert "isn't memory" in screen(-1)


def test_a_container_s_limit_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(footprint, "_CGROUP", tmp_path)
    free = available_megabytes()
    for name, text in {
        "memory.max": str(2**30),
        "memory.current": str(700 * 2**20),
        "memory.stat": f"anon 1\ninactive_file {100 * 2**20}\n",
    }.items():
        (tmp_path / name).write_text(text)
    assert available_megabytes() == 1024 - 700 + 100 < free
    (tmp_path / "memory.max").write_text("max\n")
    assert available_megabytes() > 424


def test_a_certificate_is_made_once_for_the_addresses_there_are(tmp_path: Path) -> None:
    made = made_for(["10.0.0.5", "teacher.local"], tmp_path)
    first = made.certificate.read_bytes()
    ssl.create_default_context().load_cert_chain(made.certificate, made.key)
    now = datetime.datetime.now(datetime.timezone.utc)
    left = x509.load_pem_x509_certificate(first).not_valid_after_utc - now
    assert left.days in (DAYS - 1, DAYS)
    assert made.key.stat().st_mode & 0o077 == 0, "the key is for its owner alone"
    assert made_for(["10.0.0.5"], tmp_path).certificate.read_bytes() == first
    assert made_for(["10.0.0.6"], tmp_path).certificate.read_bytes() != first


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--certificate", "c.pem"], "go together"),
        (["--certificate", "c.pem", "--key", "k.pem"], "There is no file c.pem"),
    ],
)
def test_half_a_certificate_is_refused(arguments: list[str], said: str) -> None:
    done = CliRunner().invoke(app, ["room", *arguments])
    assert (done.exit_code, said in done.output) == (2, True)


def test_the_code_is_changed_and_a_name_is_freed_while_the_room_is_open(tmp_path: Path) -> None:
    folder = ["--folder", str(tmp_path)]
    assert "There is no room in" in CliRunner().invoke(app, ["room", "code", *folder]).output
    (tmp_path / ".room").mkdir()
    seats = Seats(tmp_path / ".room" / "seats.json")
    before = seats.code
    pin = seats.admit("Ada", before, "").new_pin
    done = CliRunner().invoke(app, ["room", "code", *folder])
    assert seats.code in done.output
    assert seats.code != before
    assert "is free" in CliRunner().invoke(app, ["room", "free", "Ada", *folder]).output
    assert seats.admit("ada", seats.code, "").new_pin != pin
    done = CliRunner().invoke(app, ["room", "free", "ben", *folder])
    assert (done.exit_code, done.output) == (1, "Nobody has the name ben.\n")


@pytest.mark.parametrize("lessons", ["x", "99", ""])
def test_a_lesson_that_is_not_there_cannot_be_rehearsed(
    lessons: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "is_installed", lambda: True)
    done = CliRunner().invoke(app, ["room", "rehearse", "--lessons", lessons])
    assert (done.exit_code, "from 00 to" in done.output) == (2, True)
