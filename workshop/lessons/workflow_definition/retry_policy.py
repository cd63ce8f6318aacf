"""Exercise retry_policy: how often a step is attempted, and how soon again."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from workshop.exercises import Exercise, Trial, expect
from workshop.exercises.engine.words import how_often, in_seconds, listed
from workshop.exercises.workflows.troubles import SERVER_ERRORS
from workshop.lessons.workflow_definition.evidence import (
    completed,
    expect_failed,
    expect_not_done_without,
    expect_result,
    only_one,
    run_of,
)
from workshop.lessons.workflow_definition.first_step import (
    asks_once,
    creates_the_order,
    first_step,
    hands_it_the_order,
)

retry_policy = Exercise(
    "retry_policy",
    lesson="workflow_definition",
    module="order_retry_policy",
    builds_on=first_step,
    hints=[
        "The retry policy is an argument of `execute_activity`, beside the timeout.",
        "`maximum_attempts` counts the first attempt too. `initial_interval` is the wait before the "
        "second one, a timedelta. How do you write 200 milliseconds as one?",
        "`retry_policy=RetryPolicy(maximum_attempts=..., initial_interval=timedelta(milliseconds=...))`",
    ],
)

#: The types of the errors when no answer comes.
_NO_ANSWER = ("RemoteProtocolError", "ReadError", "ConnectError", "ReadTimeout", "TimeoutError")


@retry_policy.requires("still completes when all goes well")
async def retry_policy_completes(trial: Trial) -> None:
    await creates_the_order(trial)
    await asks_once(trial)
    await hands_it_the_order(trial)


@retry_policy.requires("waits 200 ms before the second attempt", then=True)
async def waits_between(trial: Trial) -> None:
    policy = only_one(await completed(trial), "create_order").retry_policy
    interval = policy.initial_interval if policy else None
    expect(
        interval == timedelta(milliseconds=200),
        expected="the history to show a retry policy with an initial interval of 0.2 s",
        happened=f"it shows {in_seconds(interval)}.",
        think="which field of RetryPolicy is the wait before the second attempt, and what Temporal "
        "takes when nobody sets it.",
    )


@retry_policy.requires("survives a shop that fails twice")
async def survives_two_failures(trial: Trial) -> None:
    kinds = only_one(await completed(trial), "create_order").retry_policy
    never_again = kinds.non_retryable_error_types if kinds else ()
    expect(
        not {*never_again} & {"ShopUnavailable", *_NO_ANSWER},
        expected="another attempt after each that fails for a reason that may pass",
        happened=f"the history shows no other attempt after {listed(never_again)}.",
        think="which errors another attempt can cure.",
    )
    await asyncio.gather(
        *(_expect_survived(trial, (status, None)) for status in SERVER_ERRORS[:2]),
        _expect_survived(trial, (None, 520)),
    )


async def _expect_survived(trial: Trial, troubles: tuple[int | None, int | None]) -> None:
    """Let two attempts go wrong: a status is what the shop answers, None a lost answer."""
    order = trial.new_order()
    for status in troubles:
        if status is None:
            trial.shop.lose_answer("create_order", order.order_id)
        else:
            trial.shop.fail("create_order", order.order_id, status=status, times=1)
    run = await run_of(trial, order, skips_waits=True)
    only_one(run, "create_order")
    calls = len(run.ledger.calls_of("create_order"))
    expect(
        run.history.status == "completed",
        expected="the third attempt of create_order to succeed and the workflow to complete",
        happened=f"the shop was asked {how_often(calls)} and the workflow {run.history.status}.",
        think="whether maximum_attempts counts all attempts, or only those after the first.",
    )
    expect_result(run, "completed")


@retry_policy.requires("gives up after three attempts, and fails")
async def gives_up(trial: Trial) -> None:
    # The history says how often Temporal will try: with no limit, the run would not end.
    policy = only_one(await completed(trial), "create_order").retry_policy
    limit = policy.maximum_attempts if policy else 0
    expect(
        limit == 3,
        expected="the history to show a retry policy with at most 3 attempts",
        happened=f"it shows {f'at most {limit}' if limit else 'no limit'}.",
        think="how many attempts an activity has when nobody names a number.",
    )
    await asyncio.gather(*(_expect_given_up(trial, status) for status in (*SERVER_ERRORS, None)))


async def _expect_given_up(trial: Trial, status: int | None) -> None:
    order = trial.new_order()
    if status is None:
        trial.shop.lose_answer("create_order", order.order_id, times=None)
    else:
        trial.shop.fail("create_order", order.order_id, status=status)
    run = await run_of(trial, order, skips_waits=True)
    asked = len(run.history.scheduled("create_order"))
    expect(
        asked == 1,
        expected="the workflow to ask for create_order once, and to give up with it",
        happened=f"it asked {how_often(asked)}, and the shop was asked to create it "
        f"{how_often(len(run.ledger.calls_of('create_order')))}.",
        think="who counts the attempts: a policy starts counting again each time the activity is asked for.",
    )
    expect_failed(run, *(("ShopUnavailable",) if status else _NO_ANSWER))


@retry_policy.requires("fails when the shop refuses the order for good")
async def fails_when_refused(trial: Trial) -> None:
    await expect_not_done_without(trial, "create_order", "create_order")


@retry_policy.requires("takes the same steps in a replay, failed orders too", then=True)
async def retry_policy_replays(trial: Trial) -> None:
    await trial.expect_replays()
