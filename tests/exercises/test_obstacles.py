"""What the machine, the shop or the server did is never held against an answer."""

from __future__ import annotations

import os
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta

import pytest
from temporalio.service import RPCError, RPCStatusCode

from workshop.displays import as_html
from workshop.exercises import CouldNotJudge, Exercise, NotYet, Trial
from workshop.exercises.engine.obstacles import delay_of
from workshop.exercises.engine.progress import read_progress
from workshop.exercises.engine.report import Outcome
from workshop.history import History, read_history
from workshop.lab import opening
from workshop.lab.lab import Lab
from workshop.modules.files import write_module
from workshop.notebook import built
from workshop.shop.client import ShopError
from workshop.temporal.server import ServerStartError
from workshop.temporal.worker import WorkerStartTimeoutError

RIGHT = """
from temporalio import workflow

@workflow.defn
class Answer:
    @workflow.run
    async def run(self, text: str) -> str:
        return text
"""


@pytest.fixture
def exercise(monkeypatch: pytest.MonkeyPatch, lab: Lab) -> Exercise:
    """An exercise with a right answer and no checks yet."""
    name = f"ex_{uuid.uuid4().hex[:8]}"
    monkeypatch.setattr(built, "starter", lambda _: "...")
    write_module(name, RIGHT, lab.workspace.work)
    return Exercise(name, lesson="tests", module=name, hints=["look"])


@pytest.fixture
async def own_lab(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Lab]:
    """A lab whose processes a test may kill: while it is open, it is this process's lab."""
    monkeypatch.setattr(opening, "_open", None)
    environment = dict(os.environ)
    os.environ.pop("TEMPORAL_ADDRESS", None)  # of the lab that the tests share
    lab = await opening.open_lab()
    yield lab
    lab.close()
    os.environ.clear()
    os.environ.update(environment)


def raising(error: Exception) -> Callable[[Trial], Awaitable[None]]:
    async def judge(trial: Trial) -> None:
        raise error

    return judge


@pytest.mark.parametrize(
    "error",
    [
        RPCError("operation was canceled", RPCStatusCode.CANCELLED, b""),
        RPCError("connection refused", RPCStatusCode.UNAVAILABLE, b""),
        ShopError("the shop at http://127.0.0.1:1 does not answer"),
        ServerStartError("it ended"),
        WorkerStartTimeoutError("it has not started"),
        CouldNotJudge("The tests were not begun."),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_an_obstacle_says_nothing_about_the_answer(
    exercise: Exercise, error: Exception
) -> None:
    exercise.requires("asks")(raising(error))
    report = await exercise.check()
    assert report.outcome is Outcome.NOT_JUDGED
    assert report.finding is None
    said = " ".join(repr(report).split())
    assert said.startswith(f"? {exercise.name} · 0 of 1 ? asks could not be judged: ")
    assert "This says nothing about your answer." in said
    assert "✗" not in repr(report) + as_html(report)


async def test_a_module_that_was_overwritten_meanwhile_says_nothing_about_the_answer(
    exercise: Exercise, lab: Lab
) -> None:
    on_disk = iter(["from workshop import no_such_name", RIGHT])

    @exercise.requires("asks")
    async def asks(trial: Trial) -> None:
        write_module(exercise.module, next(on_disk), lab.workspace.work)
        try:
            await trial.serve(f"{trial.worker.task_queue}-another")
        finally:
            write_module(exercise.module, RIGHT, lab.workspace.work)

    assert (await exercise.check()).outcome is Outcome.DONE
    assert next(on_disk, None) is None  # it was judged twice


async def test_what_could_not_be_judged_is_judged_once_more(exercise: Exercise) -> None:
    tries = iter([CouldNotJudge("The machine slept.")])

    @exercise.requires("asks")
    async def asks(trial: Trial) -> None:
        for error in tries:
            raise error

    assert (await exercise.check()).outcome is Outcome.DONE


@pytest.mark.parametrize(
    ("moved", "said"),
    [
        ([], None),
        (
            ["STARTED", "SCHEDULED", "TASK_STARTED", "TASK_COMPLETED", "COMPLETED"],
            "had not said so",
        ),
        (["STARTED", "SCHEDULED"], "handed to its worker late"),
    ],
)
async def test_a_workflow_that_was_held_up_is_not_the_answers_fault(
    exercise: Exercise, lab: Lab, moved: list[str], said: str | None
) -> None:
    trial = await exercise.begin(lab)
    history = (await trial.run("Answer", "tea")).history
    await trial.end()
    kinds = ["STARTED", "SCHEDULED", "TASK_STARTED", "TASK_COMPLETED", "COMPLETED"]
    assert len(history.events) == len(kinds)
    for kind, event in zip(kinds, history.events, strict=True):
        if kind in moved:
            event.event_time.FromDatetime(event.event_time.ToDatetime() - timedelta(seconds=15))
    obstacle = delay_of(History.from_events("answer", history.events))
    assert (obstacle is None) == (said is None)
    assert said is None or said in str(obstacle)


async def test_a_workflow_that_ended_before_any_worker_had_it_was_not_held_up(
    exercise: Exercise, lab: Lab
) -> None:
    trial = await exercise.begin(lab)
    run = await trial.start("Answer", "tea", task_queue=f"{exercise.name}-nobody")
    await run.handle.terminate("it is not needed")
    assert delay_of(await read_history(run.handle)) is None
    await trial.end()


async def test_an_obstacle_is_no_progress(exercise: Exercise, lab: Lab) -> None:
    exercise.requires("asks")(raising(CouldNotJudge("The machine slept.")))
    await exercise.check()
    assert f"tests.{exercise.name}" not in read_progress(lab.workspace)


async def test_a_shop_that_dies_under_a_check_is_an_obstacle(
    exercise: Exercise, own_lab: Lab
) -> None:
    @exercise.requires("is asked by the shop")
    async def asks(trial: Trial) -> None:
        assert own_lab._embedded is not None
        own_lab._embedded.shop.stop()
        raise NotYet(expected="a charge", happened="there is none.", think="why.")

    report = await exercise.check()
    assert report.outcome is Outcome.NOT_JUDGED, report
    assert "The shop does not answer." in repr(report)


async def test_a_server_that_dies_under_a_check_is_an_obstacle(
    exercise: Exercise, own_lab: Lab
) -> None:
    @exercise.requires("is run")
    async def runs(trial: Trial) -> None:
        assert own_lab._embedded is not None
        assert own_lab._embedded.server is not None
        own_lab._embedded.server.stop()
        await trial.run("Answer", "tea")

    report = await exercise.check()
    assert report.outcome is Outcome.NOT_JUDGED, report
    assert "The Temporal server does not answer" in repr(report)


async def test_a_verdict_that_cannot_be_kept_is_given_all_the_same(
    exercise: Exercise, lab: Lab
) -> None:
    @exercise.requires("asks nothing")
    async def asks(trial: Trial) -> None: ...

    before = lab.workspace.progress_file
    moved = before.with_suffix(".moved")
    if before.exists():
        before.rename(moved)
    before.mkdir()  # as a full disk would, it takes no file
    try:
        report = await exercise.check()
    finally:
        before.rmdir()
        if moved.exists():
            moved.rename(before)
    assert report.outcome is Outcome.DONE
    assert "could not be written to your progress" in repr(report)
