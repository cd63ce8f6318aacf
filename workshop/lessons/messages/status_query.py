"""Exercise status_query: asking a workflow how far it is."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping

from workshop.exercises import Exercise, NotYet, Run, Trial
from workshop.lessons.workflow_definition.evidence import (
    WORKFLOW,
    activity_names,
    completed,
    expect_handler,
    expect_status,
    on_their_way,
    until_only,
)
from workshop.lessons.workflow_definition.parallel_steps import parallel_steps, pays_and_reserves
from workshop.patience import LONGER_AND_LONGER

status_query = Exercise(
    "status_query",
    lesson="messages",
    module="order_status_query",
    builds_on=parallel_steps,
    hints=[
        "CountdownWorkflow shows the parts: something that the workflow keeps in `self`, and a method "
        "with `@workflow.query` that returns it.",
        "Keep the status in `self._status`. Which method gives it its first value, so that a query "
        "finds one even before `run` begins?",
        'Set `"pending"` in `__init__`, `"processing"` once the order is created, and `"completed"` '
        "when both steps are done.",
    ],
)


@status_query.requires("completes, with payment and stock in place")
async def status_completes(trial: Trial) -> None:
    await pays_and_reserves(trial)


@status_query.requires("has a query get_status", then=True)
async def has_the_query(trial: Trial) -> None:
    await expect_handler(await completed(trial), "query", "get_status")


@status_query.requires('answers "pending" before the shop knows the order')
async def answers_pending(trial: Trial) -> None:
    await _expect_status_while(trial, "create_order", "create_order", "pending")


@status_query.requires('answers "processing" until payment and stock are both there')
async def answers_processing(trial: Trial) -> None:
    await _expect_status_while(trial, "charge", "process_payment", "processing")
    await _expect_status_while(trial, "reserve", "reserve_inventory", "processing")
    both = {"charge": "process_payment", "reserve": "reserve_inventory"}
    await _asked_while(trial, both, "processing", "while payment and reservation run")


@status_query.requires('answers "completed" when the order is done')
async def answers_completed(trial: Trial) -> None:
    await expect_status(await completed(trial), "completed", "after the workflow has completed")


@status_query.requires("changes nothing by asking")
async def asking_changes_nothing(trial: Trial) -> None:
    await _expect_status_while(trial, "charge", "process_payment", "processing", times=3)


@status_query.requires("takes the same steps in a replay", then=True)
async def status_query_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_status_while(
    trial: Trial, operation: str, step: str, status: str, times: int = 1
) -> None:
    """Raise `NotYet` unless get_status answers ``status`` while only this step is on its way."""
    when = f"while {step} runs" + (", each time it is asked" if times > 1 else "")
    run, was_seen = await _asked_while(trial, {operation: step}, status, when, times)
    if not was_seen:
        raise NotYet(
            expected=f"the workflow to ask for {step} and to wait for it",
            happened=f"it {run.history.status} without; the history shows {activity_names(run)}.",
            think="which steps an order needs, and whether run() awaits them.",
        )


async def _asked_while(
    trial: Trial, steps: Mapping[str, str], status: str, when: str, times: int = 1
) -> tuple[Run, bool]:
    """Return the last run that was asked, and whether it was while these steps were on their way.

    ``steps`` are those that the shop delays, by its operations.

    Raises:
        NotYet: they were, and no other step, and the answer was not ``status``.
    """
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        for operation in steps:
            trial.shop.delay(operation, order.order_id, seconds)
        run = await trial.start(WORKFLOW, order)
        await until_only(run, *steps.values())
        findings = [await _finding(expect_status(run, status, when)) for _ in range(times)]
        on_its_way = await on_their_way(run)
        await run.end()
        if sorted(on_its_way or []) == sorted(steps.values()):  # else too late: the machine is slow
            for finding in filter(None, findings):
                raise finding
            return run, True
    return run, False


async def _finding(judging: Awaitable[None]) -> NotYet | None:
    """Return what the judging finds, or None."""
    try:
        await judging
    except NotYet as finding:
        return finding
    return None
