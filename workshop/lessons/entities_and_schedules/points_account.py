"""Exercise points_account: a workflow that never ends, goes on as a new run, and loses nothing.

Long: eleven checks, half of them on what one run hands to the next.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from inspect import signature
from typing import Any

from temporalio.client import WorkflowHandle
from temporalio.workflow import _Definition

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.exercises.workflows.run import expect_replays_of
from workshop.exercises.workflows.troubles import fails_by_each
from workshop.history import History, read_history
from workshop.lessons.timers.mails import (
    AND_MORE,
    DOWN,
    expect_mails_outlast_an_outage,
)
from workshop.patience import SOON, looks

WORKFLOW = "PointsAccount"
ADA = "ada@example.com"
BEN = "ben@example.com"

#: Earns after which the account goes on as a new run.
LIMIT = 5

points_account = Exercise(
    "points_account",
    lesson="entities_and_schedules",
    module="points_account",
    given=("account_model",),
    hints=[
        "Begin with one earn: wait until there is something to do, take it from the list, add it to "
        "self._account.points, write its mail. Then put a loop around it. For which two reasons "
        "does run() leave that loop?",
        "`wait_condition` waits for either of two things: the list holds something, or the account "
        "is closed. Then an inner loop empties the list. A mail takes time, so the inner loop looks "
        "at the list again after each: `while self._earned:`.",
        "Count in run() what it has taken. Below the inner loop, where the list is empty and nothing "
        "is awaited any more: `if self._closed: return self._account.points`, and `if taken >= 5: "
        "workflow.continue_as_new(self._account)`.",
    ],
)


@points_account.requires("adds up the points and writes a mail for each earn")
async def adds_up(trial: Trial) -> None:
    run = await _account(trial, customer=BEN, start_signal="earn", start_signal_args=[10])
    await _until_mailed(run, 1)
    await _earn(run, [5])
    await _until_mailed(run, 2)
    await run.handle.signal("close")
    await _expect_nothing_lost(run, [10, 5], customer=BEN)


@points_account.requires("tells the balance", then=True)
async def tells_the_balance(trial: Trial) -> None:
    run = await _account(trial)
    await _earn(run, [10])
    await _until_mailed(run, 1)
    await _expect_balance(run, 10, "after earn(10)")
    await _earn(run, [5])
    await _until_mailed(run, 2)
    await _expect_balance(run, 15, "after earn(10) and earn(5)")
    rich = await _account(trial, points=100)
    await _until_at_rest(rich)
    await _expect_balance(rich, 100, "for an account that begins with 100 points")
    await rich.handle.signal("close")
    await _expect_nothing_lost(rich, [], before=100)


@points_account.requires("continues as new after five earns", within=30.0)
async def goes_on_as_new(trial: Trial) -> None:
    run = await _account(trial)
    mails = 0
    for number, which in enumerate(("first", "second", "third")):
        this_run = (await _chain(run))[number][0]
        for count in range(LIMIT):
            status = (await read_history(this_run)).status
            expect(
                status == "running",
                expected=f"the {which} run to go on until it has taken five earns",
                happened=f"after {count} it had {status}.",
                think="what your code counts, from where on, and what it compares the count with.",
            )
            mails += 1
            await _earn(run, [mails])
            await _until_mailed(run, mails)
        await _expect_hand_over(this_run, which)


@points_account.requires("carries the points into the next run", within=30.0)
async def carries_the_points(trial: Trial) -> None:
    run = await _account(trial, points=100, customer=BEN)
    points = [1, 2, 3, 4, 5, 6, 7]
    for count, each in enumerate(points, start=1):
        await _earn(run, [each])
        await _until_mailed(run, count)
        if count == LIMIT:
            await _expect_hand_over(_first_run(run))
    await _expect_balance(run, 128, "after seven earns on top of 100 points, in two runs")
    await run.handle.signal("close")
    await _expect_nothing_lost(run, points, before=100, customer=BEN)


@points_account.requires("loses no earn when eight are there at once", within=30.0)
async def loses_none_of_many(trial: Trial) -> None:
    points = [1, 2, 2, 3, 5, 5, 8, 8]  # who keeps each number once loses three
    run, task_queue = await _account_without_a_worker(trial)
    await _earn(run, points)
    await trial.serve(task_queue)
    await _until_mailed(run, len(points))
    await _expect_hand_over(_first_run(run), taken="eight")
    await run.handle.signal("close")
    await _expect_nothing_lost(run, points)


@points_account.requires("loses no earn that comes during a hand-over", within=30.0)
async def loses_none_on_the_way(trial: Trial) -> None:
    points = list(range(1, 17))
    run = await _account(trial)
    for each in points:
        await _earn(run, [each])
        await asyncio.sleep(0.02)
    await _until_mailed(run, len(points))
    await run.handle.signal("close")
    await _expect_nothing_lost(run, points)


@points_account.requires("finishes each mail before it continues as new")
async def leaves_no_mail_behind(trial: Trial) -> None:
    run, task_queue = await _account_without_a_worker(trial)
    trial.shop.delay("mail", str(run.order_id), seconds=0.3, times=LIMIT)
    await _earn(run, [1, 2, 3, 4, 5])
    await trial.serve(task_queue)
    await _until_mailed(run, LIMIT)
    await _earn(run, [6])
    await run.handle.signal("close")
    await _expect_nothing_lost(run, [1, 2, 3, 4, 5, 6])


@points_account.requires("does not lose the close")
async def keeps_the_close(trial: Trial) -> None:
    points = [1, 2, 3, 4, 5, 6]
    for count in (0, LIMIT - 1, LIMIT, LIMIT + 1):  # on both sides of a hand-over
        run, task_queue = await _account_without_a_worker(trial)
        await _earn(run, points[:count])
        await run.handle.signal("close")
        await trial.serve(task_queue)
        await _expect_nothing_lost(run, points[:count])


@points_account.requires("does not lose a close that comes while a mail is on its way")
async def closed_meanwhile(trial: Trial) -> None:
    points = [1, 2, 3, 4, 5]
    run, task_queue = await _account_without_a_worker(trial)
    trial.shop.delay("mail", str(run.order_id), seconds=0.3)
    await _earn(run, points)
    await trial.serve(task_queue)
    while not run.ledger.mails:
        await asyncio.sleep(0.02)
    await run.handle.signal("close")
    await _expect_nothing_lost(run, points)


@points_account.requires("writes each mail even if the mail service is down for a while")
async def outlasts_an_outage(trial: Trial) -> None:
    points = [1, 2, 3, 4, 5, 6]
    run, task_queue = await _account_without_a_worker(trial)
    fails_by_each(trial.shop, "mail", DOWN)(str(run.order_id))
    trial.shop.lose_answer("mail", str(run.order_id))
    await _earn(run, points)
    await trial.serve(task_queue)
    while not run.ledger.calls_of("mail") and not await run.is_closed():
        await asyncio.sleep(0.02)
    expect_mails_outlast_an_outage([await read_history(run.handle)])
    await run.skip(AND_MORE)
    await _until_mailed(run, len(points))
    await run.handle.signal("close")
    await _expect_nothing_lost(run, points)


@points_account.requires("takes the same steps in a replay, in every run", then=True)
async def points_replay(trial: Trial) -> None:
    ended = [run for run in trial.runs if run.outcome is not None]
    chains = await asyncio.gather(*map(_chain, ended))
    await expect_replays_of(
        *(
            Run(trial, run.workflow_type, handle, run.order_id)
            for run, chain in zip(ended, chains, strict=True)
            for handle, _ in chain
        )
    )


async def _account(trial: Trial, points: int = 0, customer: str = ADA, **options: Any) -> Run:
    account_id = trial.new_order().order_id
    account = {"account_id": account_id, "customer": customer, "points": points}
    run = await trial.start(WORKFLOW, account, **options)
    run.order_id = account_id  # the shop's ledger has the mails under it
    return run


async def _account_without_a_worker(trial: Trial) -> tuple[Run, str]:
    """Return an account that nobody works on, and the task queue to serve when it is time."""
    task_queue = f"{trial.worker.task_queue}-{trial.new_order().order_id}"
    return await _account(trial, task_queue=task_queue), task_queue


async def _earn(run: Run, points: Iterable[int]) -> None:
    for each in points:
        await run.handle.signal("earn", each)


async def _until_at_rest(run: Run) -> None:
    """Wait until the account waits for something, or has ended."""
    async for _ in looks():
        history = await read_history(run.handle)
        if history.workflow_tasks and _is_at_rest(history):
            return


async def _until_mailed(run: Run, count: int) -> None:
    """Wait until so many mails are written and the account is at rest; raise `NotYet` if late."""
    async for _ in looks(SOON + count / 2):
        history = await read_history(run.handle)
        if history.failure or (len(run.ledger.mails) >= count and _is_at_rest(history)):
            break
    else:
        raise _mails_are_missing(
            run,
            count,
            f"is {history.status}",
            think="what happened to an earn that the list still held when the workflow continued "
            "as new, or which error is in its way.",
        )
    if history.failure:
        error = str(history.failure.origin).rstrip(".")
        raise _mails_are_missing(run, count, f"failed: {error}", _think_of(error, run))


def _mails_are_missing(run: Run, count: int, became: str, think: str) -> NotYet:
    return NotYet(
        expected=f"a mail for each earn, {count} by now",
        happened=f"the ledger shows {len(run.ledger.mails)}; the account's latest run {became}.",
        think=think,
    )


def _think_of(error: str, run: Run) -> str:
    """Say what to look at; a run started with fewer arguments than it has gets plain dicts."""
    workflow = _Definition.must_from_class(run.trial.workflows[run.workflow_type])
    if "'dict' object" in error and len(signature(workflow.run_fn).parameters) > 2:
        return (
            "run() has more parameters than it is started with. Put what you hand over into the "
            "account."
        )
    return "which line raises this, and what that line lacks."


def _is_at_rest(history: History) -> bool:
    return (
        history.status != "continued as new"
        and all(each.closed_event for each in history.activities)
        and all(each.closed_event for each in history.workflow_tasks)
    )


async def _expect_hand_over(
    this_run: WorkflowHandle[Any, Any], which: str = "first", taken: str = "five"
) -> None:
    """Raise `NotYet` unless this run, which has taken enough earns, continues as new soon."""
    async for _ in looks():
        if (status := (await read_history(this_run)).status) != "running":
            break
    expect(
        status == "continued as new",
        expected=f"the {which} run to continue as new once it has taken five earns, and not before",
        happened=f"after {taken}, it {'is still running' if status == 'running' else status}.",
        think="which call ends a run and begins the next, and which count makes your code come "
        "to it.",
    )


async def _expect_balance(run: Run, points: int, when: str) -> None:
    answer = await run.query("balance")
    expect(
        answer == points,
        expected=f"balance to answer {points} {when}",
        happened=f"it answered {answer!r}.",
        think="where the points are kept, and what the next run gets of them.",
    )


async def _expect_nothing_lost(
    run: Run, points: list[int], before: int = 0, customer: str = ADA
) -> None:
    """Raise `NotYet` unless the closed account returns all its points, each told once."""
    await run.end("the account to end after close", within=SOON)
    result = run.expect_completed()
    expect(
        result == before + sum(points),
        expected=f"a closed account to return {before + sum(points)} points, of {len(points)} earns"
        + (f" on top of {before}" if before else ""),
        happened=f"it returned {result!r}.",
        think="which earns the run knew that continued as new, and which the next one knows.",
    )
    for number, (_, history) in enumerate(await _chain(run), start=1):
        unfinished = [each for each in history.activities if each.closed_event is None]
        expect(
            not unfinished,
            expected="each mail to be written before the run that writes it ends",
            happened=f"run {number} {history.status} while {len(unfinished)} of its mails "
            f"{'was' if len(unfinished) == 1 else 'were'} on the way.",
            think="which line waits for a handler that is still running.",
        )
    told = sorted(mail.subject for mail in run.ledger.mails)
    expected = sorted(f"{each} points more" for each in points)
    expect(
        told == expected,
        expected=f"one mail for each of {len(points)} earns"
        + (f", like {expected[0]!r}" if expected else ""),
        happened=f"the ledger shows {len(told)}" + (f", like {told[0]!r}." if told else "."),
        think="what the subject is made of, and how many times an earn is dealt with.",
    )
    others = [mail.to for mail in run.ledger.mails if mail.to != customer]
    expect(
        not others,
        expected=f"mails to the account's customer, {customer}",
        happened=f"the ledger shows mails to {others and others[0]}.",
        think="who is told, and where the account says so.",
    )


def _first_run(run: Run) -> WorkflowHandle[Any, Any]:
    return run.trial.client.get_workflow_handle(
        run.handle.id, run_id=run.handle.first_execution_run_id
    )


async def _chain(run: Run) -> list[tuple[WorkflowHandle[Any, Any], History]]:
    """Return the account's runs, first to last, each with its history."""
    chain = []
    handle = _first_run(run)
    while True:
        history = await read_history(handle)
        chain.append((handle, history))
        again = history.events[-1].workflow_execution_continued_as_new_event_attributes
        if not again.new_execution_run_id:
            return chain
        handle = run.trial.client.get_workflow_handle(
            run.handle.id, run_id=again.new_execution_run_id
        )
