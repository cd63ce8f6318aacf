"""Exercise retry_policy: how often a step is tried, and how soon again."""

from __future__ import annotations

from datetime import timedelta

from workshop.exercises import Exercise, Trial, expect
from workshop.exercises.words import how_often, in_seconds
from workshop.lessons.workflow_definition.checks_first_step import asks_once, creates_the_order
from workshop.lessons.workflow_definition.evidence import (
    LESSON,
    WORKFLOW,
    completed,
    expect_failed,
    expect_result,
    only_one,
)

retry_policy = Exercise(
    "retry_policy",
    lesson=LESSON,
    module="order_retry_policy",
    hints=[
        "execute_activity takes retry_policy=RetryPolicy(...), from temporalio.common.",
        "maximum_attempts counts every try, the first one too.",
        "RetryPolicy(maximum_attempts=3, initial_interval=timedelta(milliseconds=200))",
    ],
)


@retry_policy.requires("still completes when all goes well")
async def retry_policy_completes(trial: Trial) -> None:
    await creates_the_order(trial)
    await asks_once(trial)


@retry_policy.requires("waits 200 ms before the second try", together=True)
async def waits_between(trial: Trial) -> None:
    policy = only_one(await completed(trial), "create_order").retry_policy
    interval = policy.initial_interval if policy else None
    expect(
        interval == timedelta(milliseconds=200),
        expected="the history to show a retry policy with an initial interval of 0.2 s",
        happened=f"it shows {in_seconds(interval)}.",
        think="which field of RetryPolicy is the wait before the second try, and what Temporal "
        "takes when nobody sets it.",
    )


@retry_policy.requires("survives a shop that fails twice", together=True)
async def survives_two_failures(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.fail("create_order", order.order_id, status=503, times=2)
    run = await trial.run(WORKFLOW, order)
    only_one(run, "create_order")
    calls = len(run.ledger.calls_of("create_order"))
    expect(
        run.history.status == "completed",
        expected="the third try of create_order to succeed and the workflow to complete",
        happened=f"the shop was asked {how_often(calls)} and the workflow {run.history.status}.",
        think="what maximum_attempts counts: tries, or tries after the first.",
    )
    expect_result(run, "completed")


@retry_policy.requires("gives up after three tries, and fails", together=True)
async def gives_up(trial: Trial) -> None:
    # The history says how often Temporal will try: with no limit, the run would not end.
    policy = only_one(await completed(trial), "create_order").retry_policy
    limit = policy.maximum_attempts if policy else 0
    expect(
        limit == 3,
        expected="the history to show a retry policy with at most 3 attempts",
        happened=f"it shows {f'at most {limit}' if limit else 'no limit'}.",
        think="how many tries an activity has when nobody names a number.",
    )
    order = trial.new_order()
    trial.shop.fail("create_order", order.order_id, status=503)
    run = await trial.run(WORKFLOW, order)
    expect_failed(run, "ShopUnavailable")


@retry_policy.requires("takes the same steps in a replay, failed orders too")
async def retry_policy_replays(trial: Trial) -> None:
    await trial.expect_replays()
