"""Exercise first_step: a workflow that asks for one activity."""

from __future__ import annotations

from datetime import timedelta

from workshop.exercises import Exercise, Trial, expect
from workshop.exercises.engine.words import SAMPLE_ID, in_seconds
from workshop.lessons.workflow_definition.evidence import (
    activity_names,
    another_order,
    completed,
    expect_limit_of_a_try,
    expect_not_done_without,
    only_one,
)

first_step = Exercise(
    "first_step",
    lesson="workflow_definition",
    module="order_first_step",
    hints=[
        "A workflow asks for an activity with `await workflow.execute_activity(...)`, as "
        "StockWorkflow does. What does the call need besides the activity?",
        "The activity is `orders.create_order`, and its argument is the order. The limit for one "
        "attempt is `start_to_close_timeout`, a timedelta.",
        "`await workflow.execute_activity(orders.create_order, order, start_to_close_timeout=...)`, "
        "and below it `return orders.OrderResult(...)`.",
    ],
)


@first_step.requires("creates the order in the shop")
async def creates_the_order(trial: Trial) -> None:
    run = await completed(trial)
    expect(
        run.ledger.order is not None,
        expected="the shop to know the order",
        happened=f"it does not; the history shows {activity_names(run)}.",
        think="who asks for create_order, and whether run() awaits it.",
    )


@first_step.requires("asks for the activity create_order, once", then=True)
async def asks_once(trial: Trial) -> None:
    only_one(await completed(trial), "create_order")


@first_step.requires("hands it the order that it was started with")
async def hands_it_the_order(trial: Trial) -> None:
    order = another_order(trial)
    known = (await completed(trial, order)).ledger.order
    goods = [(item.sku, item.quantity, item.unit_price) for item in order.items]
    expect(
        known
        and known.customer == order.customer
        and [(item.sku, item.quantity, item.unit_price) for item in known.items] == goods,
        expected=f"the shop to know {SAMPLE_ID} with its customer and its items",
        happened=f"it has {known}.",
        think="what create_order is given.",
    )


@first_step.requires("gives each attempt 30 seconds")
async def has_the_timeout(trial: Trial) -> None:
    step = only_one(await completed(trial), "create_order")
    one, together = step.start_to_close_timeout, step.schedule_to_close_timeout
    expect(
        not (together and one == together),
        expected="create_order to have a start-to-close timeout of 30 s, and time for another attempt",
        happened=f"the history shows {in_seconds(together)} for all attempts together "
        "(schedule-to-close).",
        think="which of the timeouts limits one attempt, and which limits all of them.",
    )
    expect_limit_of_a_try(step, timedelta(seconds=30))


@first_step.requires("is not done before create_order is")
async def waits_for_it(trial: Trial) -> None:
    await expect_not_done_without(trial, "create_order", "create_order")


@first_step.requires("takes the same steps in a replay", then=True)
async def first_step_replays(trial: Trial) -> None:
    await trial.expect_replays()
