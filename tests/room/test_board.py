"""A room's board: what people in the room may do with it, and what stays with them."""

from __future__ import annotations

import asyncio
import csv
import io
import json
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.rooms import a_room
from workshop.notebook import built
from workshop.room.board.gate import OWN_REQUESTS
from workshop.room.guest import Guest
from workshop.room.place import BOARD_PREFIX
from workshop.room.room import Room

pytestmark = pytest.mark.timeout(900)

EXERCISE = built.exercise_cells()[0]
OPENS = "from workshop import open_lab\nlab = await open_lab()"
CHECKS = f"from workshop.lessons.start_here import {EXERCISE.name}\nawait {EXERCISE.name}.check()"
CANARY = "canary4711"


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    with a_room(tmp_path_factory.mktemp("room")) as room:
        yield room


@pytest.fixture
async def ada(room: Room) -> AsyncIterator[Guest]:
    """A learner in her seat."""
    async with Guest(room.url, "Ada") as ada:
        pin = getattr(room, "adas_pin", "")
        await ada.come_in(room.seats.code, pin)
        room.adas_pin = pin or ada.pin  # type: ignore[attr-defined]
        await ada.sit_down()
        yield ada


@pytest.fixture
async def instructor(room: Room) -> AsyncIterator[Guest]:
    """The instructor, at the board."""
    async with Guest(room.url, "instructor") as instructor:
        await instructor.come_in(pin=room.instructors_link.partition("#")[2])
        status, page = await instructor.get(f"{BOARD_PREFIX}/")
        assert (status, "<h1>Board</h1>" in page) == (200, True)
        yield instructor


async def wish(guest: Guest, method: str, path: str, body: object = None) -> tuple[int, str]:
    return await guest.ask(method, f"{BOARD_PREFIX}/{path}", json.dumps(body), {OWN_REQUESTS: "1"})


async def test_the_instructor_is_let_in_to_help_and_out_again(
    ada: Guest, instructor: Guest
) -> None:
    assert (await instructor.get(f"{ada.path}/lab"))[0] == 403
    status, said = await wish(instructor, "PUT", "help/ada")
    assert status == 200
    status, page = await instructor.get(json.loads(said)["url"])
    assert (status, "Somebody else's JupyterLab" in page) == (200, True)
    while '"helped": true' not in (await ada.get(f"{ada.path}/workshop/course"))[1]:
        await asyncio.sleep(0.1)
    assert (await wish(instructor, "DELETE", "help/ada"))[0] == 204
    assert (await instructor.get(f"{ada.path}/lab"))[0] == 403
    while '"helped": true' in (await ada.get(f"{ada.path}/workshop/course"))[1]:
        await asyncio.sleep(0.1)


async def test_nobody_is_helped_who_is_not_there(ada: Guest, instructor: Guest) -> None:
    status, said = await wish(instructor, "PUT", "help/nobody")
    assert (status, "hasn't opened JupyterLab" in said) == (409, True)
    assert (await wish(ada, "PUT", "help/ada"))[0] == 401, "not even to their own"


async def test_nothing_of_a_learners_code_is_in_the_rooms_files(
    room: Room, ada: Guest, instructor: Guest
) -> None:
    for cell in (
        OPENS,
        f"%%module {EXERCISE.module}\n{CANARY} = 1\nraise ValueError('{CANARY}')",
        CHECKS,
    ):
        await ada.run(cell)
    database = room.folder / ".room" / "board.db"

    def files() -> dict[str, bytes]:
        return {
            each.name: each.read_bytes()
            for each in (room.folder / ".room").iterdir()
            if each.is_file()
        }

    while b"can be run" not in b"".join(files().values()):
        await asyncio.sleep(0.1)
    assert database.exists()
    assert [name for name, text in files().items() if CANARY.encode() in text] == []
    status, results = await instructor.get(f"{BOARD_PREFIX}/results.csv")
    assert status == 200
    (row,) = csv.DictReader(io.StringIO(results))
    assert (row["learner"], row["exercise"]) == ("Ada", f"start_here.{EXERCISE.name}")
    assert CANARY not in results


async def test_a_certificate_says_what_was_done_and_nothing_else(
    ada: Guest, instructor: Guest
) -> None:
    assert (await instructor.get(f"{BOARD_PREFIX}/certificate/nobody"))[0] == 404
    await ada.run(OPENS)
    answer = built.solution(EXERCISE.name)
    for cell in (f"%%module {EXERCISE.module}\n{answer}", CHECKS):
        assert not (await ada.run(cell)).error
    status, page = 404, ""
    while status == 404:
        status, page = await instructor.get(f"{BOARD_PREFIX}/certificate/ada")
    assert status == 200
    assert "<h1>Ada</h1>" in page
    assert "has done one exercise of this workshop" in page
    assert "<td>Start here</td><td>1 of 1</td>" in page


async def test_a_learner_reads_nothing_and_wishes_nothing(ada: Guest) -> None:
    assert (await ada.get(f"{BOARD_PREFIX}/"))[0] == 403
    for path in ("news", "results.csv", "feedback.csv", "certificate/ada"):
        assert (await ada.get(f"{BOARD_PREFIX}/{path}"))[0] == 401
    for path in ("slides/4", "notes/4"):
        assert (await ada.get(f"{BOARD_PREFIX}/{path}"))[0] == 403
    for method, path in [("PUT", "rules"), ("POST", "messages"), ("DELETE", "learners/ada")]:
        assert (await wish(ada, method, path))[0] == 401
