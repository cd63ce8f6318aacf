"""A room and people in it: who gets in where, and what a death of one part means for the others."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import ssl
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psutil
import pytest

from tests.families import command_of, family_of, wait_until, wait_until_gone
from tests.rooms import a_room
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE
from workshop.processes.lock import Lock
from workshop.processes.ports import free_port
from workshop.room.certificate import made_for
from workshop.room.footprint import seats_below
from workshop.room.guest import Guest, GuestError
from workshop.room.options import Options
from workshop.room.rehearsal import cells_of
from workshop.room.room import Room
from workshop.room.seats import WRONG

pytestmark = pytest.mark.timeout(900)

#: A workflow that waits for somebody, and what starts it.
WAITS = """\
%%module waiting
from temporalio import workflow


@workflow.defn
class Waits:
    def __init__(self) -> None:
        self.come = False

    @workflow.run
    async def run(self) -> str:
        await workflow.wait_condition(lambda: self.come)
        return "over"

    @workflow.signal
    def come_back(self) -> None:
        self.come = True
"""
OPEN = "from workshop import open_lab\nlab = await open_lab()"
STARTS = """\
await lab.worker("waiting", workflows=[Waits])
handle = await lab.client.start_workflow(Waits.run, id="waits", task_queue="waiting")
"""
COMES_BACK = f"""\
{OPEN}
from waiting import Waits
await lab.worker("waiting", workflows=[Waits])
handle = lab.client.get_workflow_handle_for(Waits.run, "waits")
await handle.signal(Waits.come_back)
print(await handle.result())
"""


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """A room of the tests' own."""
    with a_room(tmp_path_factory.mktemp("room")) as room:
        yield room
        family = family_of(room.programs[0].pid or 0) + family_of(room.programs[1].pid or 0)
    assert not wait_until_gone(family, 15), "a closed room leaves nothing running"


@pytest.fixture
async def guests(room: Room) -> AsyncIterator[contextlib.AsyncExitStack]:
    """Closes the connections of whoever is entered."""
    async with contextlib.AsyncExitStack() as stack:
        yield stack


async def seated(room: Room, guests: contextlib.AsyncExitStack, name: str) -> Guest:
    """Return a new learner who has come in and sat down."""
    guest = await guests.enter_async_context(Guest(room.url, name))
    await guest.come_in(room.seats.code)
    await guest.sit_down()
    return guest


def folder_of(room: Room, guest: Guest) -> Path:
    return next(each for each in room.folder.iterdir() if each.name == guest.seat)


async def test_people_of_all_names_take_the_first_lesson_at_once(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    names = ["Ada", "jürgen müller", "grace@tea.example", "O'Brien", "李雷"]
    cells = list(cells_of(COURSE[0].number))

    async def takes_it(name: str) -> Guest:
        guest = await seated(room, guests, name)
        for cell in cells:
            ran = await guest.run(cell.source)
            assert cell.may_raise or not ran.error, (name, cell.source, ran)
        status, page = await guest.get(f"{guest.path}/temporal/")
        assert status == 200, page
        assert (await guest.get(f"{guest.path}/temporal/api/v1/settings"))[0] == 200
        assert (await guest.get(f"{guest.path}/workshop/course"))[0] == 200
        return guest

    there = await asyncio.gather(*map(takes_it, names))
    assert [each.refused for each in there] == [[]] * len(names)
    progress = [(folder_of(room, each) / ".workshop" / "progress.json") for each in there]
    assert all(each.exists() for each in progress)
    # Each has a Temporal server of their own, on a port that nobody else has.
    places = {(await each.run("print(lab.address.temporal)")).text for each in there}
    assert len(places) == len(names)


async def test_only_the_code_or_the_pin_lets_one_in(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    async def comes(name: str, code: str = "", pin: str = "") -> str:
        guest = await guests.enter_async_context(Guest(room.url, name))
        try:
            await guest.come_in(code, pin)
        except GuestError as error:
            return str(error)
        return guest.pin or "is in"

    code = room.seats.code
    assert "isn't this room's code" in await comes("bea", "abc-def-ghi")
    pin = await comes("bea", code)
    assert pin.isdecimal()
    assert "is taken" in await comes("Bea", code)
    assert "isn't the PIN" in await comes("bea", code, "000000" if pin != "000000" else "111111")
    assert await comes(" BEA ", pin=pin) == "is in"
    for _ in range(WRONG):
        assert "isn't the PIN" in await comes("bea", pin="12345")
    assert "Wait for a minute" in await comes("bea", pin=pin), "guesses are counted"
    assert "instructor" in await comes("instructor", code)
    assert "can't have" in await comes("a/b", code)
    assert room.seats.change_code() != code
    assert "isn't this room's code" in await comes("cleo", code)


async def test_a_learner_sees_nothing_of_others_and_of_the_room(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    dora = await seated(room, guests, "dora")
    emil = await guests.enter_async_context(Guest(room.url, "emil"))
    await emil.come_in(room.seats.code)
    for path in (
        f"{dora.path}/lab",
        f"{dora.path}/api/contents",
        f"{dora.path}/temporal/",
        "/hub/admin",
        "/hub/api/users",
        "/hub/api/users/dora",
        "/hub/api/proxy",
        "/hub/spawn/dora",
    ):
        status, _ = await emil.get(path)
        assert status in (403, 404), path
    stranger = await guests.enter_async_context(Guest(room.url, "stranger"))
    _, page = await stranger.get(f"{dora.path}/lab")
    assert "The room's code" in page

    instructor = await guests.enter_async_context(Guest(room.url, "instructor"))
    await instructor.come_in(pin=room.instructors_link.partition("#")[2])
    assert (await instructor.get("/hub/admin"))[0] == 200
    assert (await instructor.get(f"{dora.path}/lab"))[0] == 403, "not without being asked to help"
    assert (await instructor.get("/hub/api/proxy"))[0] == 403, "the room itself is the terminal's"


async def test_a_hub_that_dies_comes_back_and_nobody_at_work_notices(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    guest = await seated(room, guests, "frida")
    assert (await guest.run("x = 1")).error == ""
    hub = next(each for each in room.programs if each.name == "The hub")
    starts, family = hub.starts, seats_below(psutil.Process())
    assert hub.pid
    psutil.Process(hub.pid).kill()
    assert (await guest.run("print(x + 1)")).text == "2\n"
    assert await asyncio.to_thread(wait_until, lambda: hub.starts > starts, 30)

    async def is_back() -> None:
        while (await guest.get("/hub/api/"))[0] != 200:
            await asyncio.sleep(0.1)

    await asyncio.wait_for(is_back(), 60)
    assert (await guest.run("print(x + 2)")).text == "3\n"
    assert (await guest.get(f"{guest.path}/lab"))[0] == 200
    assert all(each.is_running() for each in family.values())
    late = await seated(room, guests, "gustav")
    assert late.refused == []


async def test_a_seat_that_is_killed_takes_all_of_it_along_and_the_next_one_goes_on(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    guest = await seated(room, guests, "hanna")
    for cell in (OPEN, WAITS, STARTS):
        assert (await guest.run(cell)).error == ""
    seat = _processes_in(folder_of(room, guest))
    assert len(seat) > 4
    next(each for each in seat if "workshop.room.seat" in command_of(each)).kill()
    assert not await asyncio.to_thread(wait_until_gone, seat, 15)
    again = await guests.enter_async_context(Guest(room.url, "hanna"))
    await again.come_in(pin=guest.pin)
    # What is open in a browser finds the way by itself: it looks again until the hub has noticed,
    # and has the seat started then.
    said = [await again.get(f"{guest.path}/lab")]
    while said[-1][0] == 503:
        assert 'http-equiv="refresh" content="3"' in said[-1][1]
        said.append(await again.get(f"{guest.path}/lab"))
    assert said[-1][0] == 424
    assert "url=/hub/spawn/hanna" in said[-1][1]
    await again.sit_down()
    assert (await again.run(COMES_BACK)).text.splitlines()[-1] == "over"


async def test_a_seat_that_is_put_away_is_there_again_with_its_workflow(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    guest = await seated(room, guests, "ida")
    for cell in (OPEN, WAITS, STARTS):
        assert (await guest.run(cell)).error == ""
    seat = _processes_in(folder_of(room, guest))
    await guest.leave()
    assert not await asyncio.to_thread(wait_until_gone, seat, 15)
    again = await guests.enter_async_context(Guest(room.url, "ida"))
    await again.come_in(pin=guest.pin)
    await again.sit_down()
    assert (await again.run(COMES_BACK)).text.splitlines()[-1] == "over"


async def test_a_seat_that_cannot_start_says_it_at_once_and_can_the_next_time(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    guest = await guests.enter_async_context(Guest(room.url, "otto"))
    await guest.come_in(room.seats.code)
    workspace = Workspace(room.folder / "otto")
    workspace.create()
    lock = Lock(workspace.lock_file)
    assert lock.acquire()
    with pytest.raises(GuestError, match="did not start: it ended at once"):
        await guest.sit_down()
    lock.release()
    await guest.sit_down()
    assert (await guest.run("print(1 + 1)")).text == "2\n"


@pytest.mark.thorough
async def test_of_twenty_seats_in_a_row_none_is_lost(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    guest = await guests.enter_async_context(Guest(room.url, "karl"))
    await guest.come_in(room.seats.code)
    for number in range(20):
        await guest.sit_down()
        assert (await guest.run(f"print({number})")).text == f"{number}\n"
        seat = _processes_in(folder_of(room, guest))
        await guest.leave()
        assert not await asyncio.to_thread(wait_until_gone, seat, 15)
    assert guest.refused == []


async def test_who_comes_late_gets_in_while_the_others_keep_the_machine_busy(
    room: Room, guests: contextlib.AsyncExitStack
) -> None:
    early = [await seated(room, guests, name) for name in ("lena", "max")]
    stop = room.folder / "late"
    busy = f"from pathlib import Path\nwhile not Path({str(stop)!r}).exists(): pass"
    at_it = [asyncio.create_task(each.run(busy, within=800)) for each in early]
    late = await seated(room, guests, "nora")
    for cell in cells_of(COURSE[0].number):
        ran = await late.run(cell.source)
        assert cell.may_raise or not ran.error, (cell.source, ran)
    assert not any(each.done() for each in at_it)
    stop.touch()
    assert [each.error for each in await asyncio.gather(*at_it)] == ["", ""]
    assert late.refused == []


async def test_over_tls_all_of_it_works_too(tmp_path: Path) -> None:
    certificate = made_for(["127.0.0.1"], tmp_path)
    with a_room(tmp_path / "room", Options(certificate)) as room:
        assert room.learners_link.startswith("https://127.0.0.1:")
        trusting = ssl.create_default_context(cafile=certificate.certificate)
        async with Guest(room.url, "ada", tls=trusting) as guest:
            await guest.come_in(room.seats.code)
            await guest.sit_down()
            assert (await guest.run("print(1 + 1)")).text == "2\n"
            assert guest.refused == []


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
async def test_nothing_is_left_of_a_room_however_it_ends(
    tmp_path: Path, ending: signal.Signals
) -> None:
    port = free_port(None)
    with subprocess.Popen(  # noqa: ASYNC220 - nothing else goes on
        [
            *(str(Path(sys.executable).parent / "workshop"), "room"),
            *("--folder", str(tmp_path / "room"), "--address", "127.0.0.1", "--port", str(port)),
        ],
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        said = ""
        while "Ctrl-C" not in said:
            line = process.stdout.readline()
            assert line, said
            said += line
        code = next(line.split()[-1] for line in said.splitlines() if "the code" in line)
        async with Guest(f"http://127.0.0.1:{port}", "ada") as guest:
            await guest.come_in(code)
            await guest.sit_down()
            assert (await guest.run("1")).error == ""
        family = family_of(process.pid)
        assert len(family) > 6
        process.send_signal(ending)
        assert not await asyncio.to_thread(wait_until_gone, family, 20)
    assert (tmp_path / "room" / "ada" / COURSE[0].notebook).exists()


def _processes_in(folder: Path) -> list[psutil.Process]:
    """Return a seat's processes."""
    seats = seats_below(psutil.Process())
    return family_of(seats[folder.name].pid)
