"""What a room is told of a check, and what of the learner's never leaves the workspace."""

from __future__ import annotations

import asyncio
import contextlib
import uuid
from collections.abc import Iterator

import pytest

from workshop.desk.courier import Courier, Desk
from workshop.desk.orders import EVERY, Orders, write_orders
from workshop.desk.spool import IN_ROOM, WHAT_IS_TOLD, Event, Spool
from workshop.errors import LabError
from workshop.exercises.engine.finding import NotYet
from workshop.exercises.engine.report import Outcome, Report
from workshop.exercises.workflows.exercise import Exercise
from workshop.exercises.workflows.trial import Trial
from workshop.lab.lab import Lab
from workshop.modules.files import write_module
from workshop.notebook import built

CANARY = "canary4711"

ANSWER = f'''
from temporalio import workflow
from temporalio.exceptions import ApplicationError

{CANARY} = "{CANARY}"


@workflow.defn(name="{CANARY}")
class Answer:
    @workflow.run
    async def run(self, text: str) -> str:
        print(text)
        {{body}}
'''
#: Bodies that make the canary an exception's text, a result, an attribute that isn't there, a file.
LEAKS = [
    f"raise ApplicationError('{CANARY}')",
    f"return '{CANARY}'",
    f"return text.{CANARY}",
    f"return open('{CANARY}')",
    f"raise ValueError('{CANARY}')",
]
#: The same in what isn't even a workflow.
UNUSABLE = [f"{CANARY}", f"raise ValueError('{CANARY}')", f"import {CANARY}"]


@pytest.fixture
def spool(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Iterator[Spool]:
    """The spool of the tests' workspace, as if it were in a room."""
    monkeypatch.setenv(IN_ROOM, "1")
    spool = Spool(lab.workspace.state)
    spool.create()
    before = len(spool.read())
    yield spool
    write_orders(lab.workspace.state, Orders())
    assert len(spool.read()) >= before


@pytest.fixture
def exercise(monkeypatch: pytest.MonkeyPatch) -> Exercise:
    name = f"ex_{uuid.uuid4().hex[:8]}"
    monkeypatch.setattr(built, "starter", lambda _: "...")
    monkeypatch.setattr(built, "solution", lambda _: "ours = 1")
    exercise = Exercise(name, lesson="tests", module=name, hints=["look"])

    @exercise.requires("returns what it is given")
    async def returns(trial: Trial) -> None:
        run = await trial.run(CANARY, f"{CANARY} in")
        if (result := run.expect_completed()) != f"{CANARY} in":
            raise NotYet(expected="it", happened=f"it was {result}", think="what comes in.")

    return exercise


async def check(exercise: Exercise, lab: Lab, source: str) -> Report:
    write_module(exercise.module, source, lab.workspace.work)
    return await exercise.check()


def told(spool: Spool, exercise: Exercise) -> list[tuple[str, str]]:
    return [
        (event.outcome, event.title)
        for _, event in spool.read()
        if event.exercise == exercise.full_name
    ]


async def test_a_check_tells_its_outcome_and_the_title_that_is_not_met(
    exercise: Exercise, lab: Lab, spool: Spool
) -> None:
    title = "returns what it is given"
    await exercise.check()
    await check(exercise, lab, ANSWER.format(body="return 'no'"))
    await check(exercise, lab, ANSWER.format(body="return text"))
    expected = [("not_attempted", ""), ("not_yet", title), ("done", "")]
    assert told(spool, exercise) == expected


async def test_nothing_of_the_learners_is_on_the_wire(
    exercise: Exercise, lab: Lab, spool: Spool
) -> None:
    wire = bytearray()

    async def record(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            request = await reader.readuntil(b"\r\n\r\n")
            length = next(
                (int(each[15:]) for each in request.lower().split(b"\r\n")
                 if each.startswith(b"content-length")), 0
            )  # fmt: skip
            wire.extend(request + await reader.readexactly(length))
            have = b'{"have": 0}\n' if b"/seat/orders" in request else b'{"have": 999999}\n'
            head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(have)}\r\nConnection: close\r\n\r\n"
            writer.write(head.encode() + have)
            await writer.drain()
        writer.close()

    for source in [*(ANSWER.format(body=each) for each in LEAKS), *UNUSABLE]:
        report = await check(exercise, lab, source)
        assert report.outcome is Outcome.NOT_YET
    assert CANARY in repr(report)
    lab.raise_hand()
    server = await asyncio.start_server(record, "127.0.0.1", 0)
    async with server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        courier = Courier(lab.workspace.state, Desk(url, "token"))
        while exercise.full_name.encode() not in wire:
            await asyncio.sleep(0.02)
        await asyncio.to_thread(courier.close)
    assert wire.count(exercise.full_name.encode()) >= len([*LEAKS, *UNUSABLE])
    assert b"raised" in wire
    assert CANARY.encode() not in wire


async def test_it_is_said_before_the_first_time_and_can_be_turned_off(
    exercise: Exercise, lab: Lab, spool: Spool, capsys: pytest.CaptureFixture[str]
) -> None:
    (lab.workspace.state / "room" / "said").unlink(missing_ok=True)
    await exercise.check()
    assert WHAT_IS_TOLD in capsys.readouterr().err
    await exercise.check()
    assert WHAT_IS_TOLD not in capsys.readouterr().err
    lab.tell_room(False)
    await exercise.check()
    assert len(told(spool, exercise)) == 2
    lab.tell_room()
    await exercise.check()
    assert len(told(spool, exercise)) == 3


async def test_hints_and_the_solution_wait_until_they_are_open(
    exercise: Exercise, lab: Lab, spool: Spool
) -> None:
    write_orders(lab.workspace.state, Orders({"hints": {EVERY: 1}, "solution": {EVERY: None}}))
    assert "open after one more check" in repr(exercise.hint())
    assert "isn't open yet" in repr(exercise.solution())
    await check(exercise, lab, ANSWER.format(body="return 'no'"))
    assert repr(exercise.hint()).startswith("Hint 1 of 1")
    assert "isn't open yet" in repr(exercise.solution())
    await check(exercise, lab, ANSWER.format(body="return text"))
    assert "ours = 1" in repr(exercise.solution()), "what is done shows ours at once"


async def test_a_lab_of_no_room_tells_nobody(
    exercise: Exercise, lab: Lab, spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(IN_ROOM)
    write_orders(lab.workspace.state, Orders({"hints": {EVERY: None}}))
    await exercise.check()
    assert told(spool, exercise) == []
    assert repr(exercise.hint()).startswith("Hint 1 of 1")
    for call in (lab.raise_hand, lab.tell_room):
        with pytest.raises(LabError, match="isn't part of a room"):
            call()


async def test_a_disk_without_room_costs_a_check_nothing(
    exercise: Exercise, lab: Lab, spool: Spool
) -> None:
    file = lab.workspace.state / "room" / "spool.jsonl"
    kept = file.read_bytes()
    file.unlink()
    file.mkdir()  # nothing can be written there
    try:
        report = await check(exercise, lab, ANSWER.format(body="return text"))
    finally:
        file.rmdir()
        file.write_bytes(kept)
    assert report.outcome is Outcome.DONE
    assert report.note is None


async def test_a_raised_hand_is_told(lab: Lab, spool: Spool) -> None:
    before = len(spool.read())
    lab.raise_hand()
    lab.raise_hand(False)
    events = [event for _, event in spool.read()[before:]]
    assert [(each.kind, each.outcome) for each in events] == [
        *(("hand", "raised"), ("hand", "lowered"))
    ]
    assert isinstance(events[0], Event)
