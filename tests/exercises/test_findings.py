"""What is said of common mistakes names them, their line, and the way on; the SDK's words do not."""

from __future__ import annotations

import uuid

import pytest

from workshop.exercises import Exercise, Trial
from workshop.exercises.engine.report import Outcome, Report
from workshop.lab.lab import Lab
from workshop.modules.files import write_module
from workshop.notebook import built

ANSWER = """\
import asyncio, datetime, os, random, subprocess, time, uuid
from datetime import timedelta
from temporalio import activity, workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, create_order

@activity.defn
async def brew(text: str) -> str:
    activity.logger.info("brewing")
    return text.no_such_attribute

TEN = timedelta(seconds=10)

@workflow.defn
class Answer:
    @workflow.run
    async def run(self, order: OrderInput) -> None:
        {body}
"""
LINE = "(line 21 of your cell)"

#: In a workflow: what stands in its line, what is said of it, and a piece of the thought.
MISTAKES = {
    "a number for a timedelta": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=30)",
        "start_to_close_timeout should be a timedelta, as timedelta(seconds=…); found 30, of type int",
        "that line needs",
    ),
    "text for a timedelta": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=TEN, "
        "heartbeat_timeout='2 s')",
        "heartbeat_timeout should be a timedelta, as timedelta(seconds=…); found '2 s', of type str",
        "that line needs",
    ),
    "a policy that counts down": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=TEN, "
        "retry_policy=RetryPolicy(maximum_attempts=-3))",
        "retry_policy.maximum_attempts should be 0 or more; found -3",
        "missing",
    ),
    "a policy that waits less and less": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=TEN, "
        "retry_policy=RetryPolicy(backoff_coefficient=0.5))",
        "retry_policy.backoff_coefficient should be 1 or more; found 0.5",
        "missing",
    ),
    "a number in a policy": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=TEN, "
        "retry_policy=RetryPolicy(initial_interval=1))",
        "retry_policy.initial_interval should be a timedelta, as timedelta(seconds=…); found 1",
        "that line needs",
    ),
    "a dictionary for a policy": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=TEN, "
        "retry_policy={'maximum_attempts': 3})",
        "retry_policy should be a RetryPolicy",
        "that line needs",
    ),
    "a number for a task queue": (
        "await workflow.execute_activity(create_order, order, start_to_close_timeout=TEN, task_queue=7)",
        "task_queue should be a str, as the name of a task queue; found 7",
        "that line needs",
    ),
    "a given activity, called": (
        "await create_order(order)",
        "run() called the activity create_order itself, as a plain function",
        "which call asks Temporal for an activity",
    ),
    "an activity of one's own, called": (
        "await brew('tea')",
        "run() called the activity brew itself, as a plain function",
        "which call asks Temporal for an activity",
    ),
    "a file": ("open('/nowhere')", "a workflow cannot use open", "leaves to an activity"),
    "a question": ("input('?')", "a workflow cannot use input", "leaves to an activity"),
    "a sleep that blocks": ("time.sleep(1)", "a workflow cannot use time.sleep", "with a timer"),
    "the environment": (
        "os.environ['HOME']",
        "a workflow cannot use os.environ",
        "whose environment",
    ),
    "the environment, asked": ("os.getenv('HOME')", "cannot use os.getenv", "whose environment"),
    "chance": ("random.random()", "a workflow cannot use random.random", "random numbers"),
    "the clock": ("datetime.datetime.now()", "cannot use datetime.datetime.now", "which clock"),
    "the time": ("time.time()", "a workflow cannot use time.time", "which clock"),
    "an id": ("uuid.uuid4()", "a workflow cannot use uuid.uuid4", "an id that is the same"),
    "a program": ("subprocess.run(['ls'])", "cannot use subprocess.run", "leaves to an activity"),
    "a thread": ("await asyncio.to_thread(print, 1)", "it asked for a thread", "to an activity"),
    "an error of one's own": ("raise ValueError('no tea')", "ValueError: no tea", "missing"),
}


@pytest.fixture
def exercise(monkeypatch: pytest.MonkeyPatch) -> Exercise:
    name = f"ex_{uuid.uuid4().hex[:8]}"
    monkeypatch.setattr(built, "starter", lambda _: "...")
    exercise = Exercise(name, lesson="tests", module=name, hints=["look"])

    @exercise.requires("completes")
    async def completes(trial: Trial) -> None:
        (await trial.run("Answer", trial.new_order())).expect_completed()

    return exercise


async def report_on(exercise: Exercise, lab: Lab, body: str) -> Report:
    write_module(exercise.module, ANSWER.format(body=body), lab.workspace.work)
    return await exercise.check()


@pytest.mark.parametrize("mistake", MISTAKES)
async def test_a_common_mistake_is_named_with_its_line(
    exercise: Exercise, lab: Lab, mistake: str
) -> None:
    body, said, thought = MISTAKES[mistake]
    report = await report_on(exercise, lab, body)
    assert report.outcome is Outcome.NOT_YET
    assert report.finding is not None
    assert said in report.finding.happened, report
    assert LINE in report.finding.happened or "of one's own, called" in mistake, report
    assert thought in report.finding.think, report
    for misleading in ("pass through", "missing task queue", "Run the cell", "check-ex_"):
        assert misleading not in repr(report)


async def test_a_workflow_that_continues_as_new_for_ever_is_told_so(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built, "starter", lambda _: "...")
    exercise = Exercise("ex_for_ever", lesson="tests", module="ex_for_ever", hints=["look"])

    @exercise.requires("completes", within=4)
    async def completes(trial: Trial) -> None:
        (await trial.run("Answer", trial.new_order())).expect_completed()

    report = await report_on(exercise, lab, "workflow.continue_as_new(order)")
    assert report.finding is not None
    assert "it has continued as new" in report.finding.happened, report
    assert "when run() continues as new" in report.finding.think


async def test_a_signal_that_no_handler_bears_is_named(exercise: Exercise, lab: Lab) -> None:
    @exercise.requires("hears")
    async def hears(trial: Trial) -> None:
        run = await trial.start("Answer", trial.new_order())
        await run.handle.signal("approve", True)
        await run.end()

    exercise.checks = exercise.checks[1:]
    report = await report_on(exercise, lab, "await workflow.wait_condition(lambda: False)")
    assert report.finding is not None
    assert "It has received 'approve', and waits still." in report.finding.happened, report


async def test_a_worker_that_cannot_start_is_not_named_by_its_task_queue(
    exercise: Exercise, lab: Lab
) -> None:
    write_module(
        exercise.module,
        "from temporalio import workflow\n@workflow.defn\nclass Answer: pass",
        lab.workspace.work,
    )
    assert "check-" not in repr(await exercise.check())
