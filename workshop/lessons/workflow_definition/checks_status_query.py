"""Exercise status_query: asking a workflow how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from workshop.exercises import Exercise, NotYet, Trial
from workshop.lessons.workflow_definition.checks_parallel_steps import pays_and_reserves
from workshop.lessons.workflow_definition.evidence import (
    LESSON,
    WORKFLOW,
    activity_names,
    completed,
    expect_handler,
    expect_status,
    on_their_way,
    until_only,
)
from workshop.patience import LONGER_AND_LONGER

status_query = Exercise(
    "status_query",
    lesson=LESSON,
    module="order_status_query",
    hints=[
        "A query is a method of the workflow class with @workflow.query above it. It returns "
        "something the workflow knows; it changes nothing and awaits nothing.",
        "Keep the status in self._status. Where does it get its first value, so that a query that "
        "comes before run() finds one?",
        'Set "pending" in __init__, "processing" once the order is created, "completed" at the '
        "end; the query returns self._status.",
    ],
)


@status_query.requires("completes, with payment and stock in place")
async def status_completes(trial: Trial) -> None:
    await pays_and_reserves(trial)


@status_query.requires("has a query get_status", together=True)
async def has_the_query(trial: Trial) -> None:
    await expect_handler(await completed(trial), "query", "get_status")


@status_query.requires('answers "pending" before the shop knows the order', together=True)
async def answers_pending(trial: Trial) -> None:
    await _expect_status_while(trial, "create_order", "create_order", "pending")


@status_query.requires('answers "processing" until payment and stock are both there', together=True)
async def answers_processing(trial: Trial) -> None:
    await _expect_status_while(trial, "charge", "process_payment", "processing")
    await _expect_status_while(trial, "reserve", "reserve_inventory", "processing")
    await _expect_processing_while_both_run(trial)


@status_query.requires('answers "completed" when the order is done', together=True)
async def answers_completed(trial: Trial) -> None:
    await expect_status(await completed(trial), "completed", "after the workflow has completed")


@status_query.requires("changes nothing by asking", together=True)
async def asking_changes_nothing(trial: Trial) -> None:
    await _expect_status_while(trial, "charge", "process_payment", "processing", times=3)


@status_query.requires("takes the same steps in a replay")
async def status_query_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_status_while(
    trial: Trial, operation: str, step: str, status: str, times: int = 1
) -> None:
    """Raise `NotYet` unless get_status answers ``status`` while only this step is on its way."""
    when = f"while {step} runs" + (", each time it is asked" if times > 1 else "")
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay(operation, order.order_id, seconds)
        run = await trial.start(WORKFLOW, order)
        await until_only(run, step)
        findings = [await _finding(expect_status(run, status, when)) for _ in range(times)]
        on_its_way = await on_their_way(run)
        await run.end()
        if on_its_way == [step]:  # else the question came too late: this machine is slow
            for finding in filter(None, findings):
                raise finding
            return
    raise NotYet(
        expected=f"the workflow to ask for {step} and to wait for it",
        happened=f"it {run.history.status} without; the history shows {activity_names(run)}.",
        think="which steps an order needs, and whether run() awaits them.",
    )


async def _expect_processing_while_both_run(trial: Trial) -> None:
    """Raise `NotYet` unless an order that asks for both at once is processed meanwhile."""
    both = ["process_payment", "reserve_inventory"]

    async def are_on_their_way() -> bool:
        return sorted(await on_their_way(run) or []) == both

    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        for operation in ("charge", "reserve"):
            trial.shop.delay(operation, order.order_id, seconds)
        run = await trial.start(WORKFLOW, order)
        while not await are_on_their_way() and await on_their_way(run) is not None:
            await asyncio.sleep(0.02)
        finding = await _finding(
            expect_status(run, "processing", "while payment and reservation run")
        )
        is_in_time = await are_on_their_way()
        await run.end()
        if is_in_time and finding:
            raise finding
        if is_in_time:
            return


async def _finding(judging: Awaitable[None]) -> NotYet | None:
    """Return what the judging finds, or None."""
    try:
        await judging
    except NotYet as finding:
        return finding
    return None
