"""Exercise rescue_orders: new code for orders that are under way."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Trial
from workshop.history import History
from workshop.lessons.anti_patterns.deployments import (
    NEW_STEPS,
    OLD_STEPS,
    begun,
    expect_a_restart_is_survived,
    expect_it_goes_on,
    expect_new_steps,
    is_paid,
    new_order,
)
from workshop.lessons.anti_patterns.evidence import asked_for, expect_replays_of
from workshop.lessons.anti_patterns.versions import FirstVersion

rescue_orders = Exercise(
    "rescue_orders",
    lesson="anti_patterns",
    module="order_rescue",
    hints=[
        "Compare the two columns that `lab.replay(stuck, OrderV2)` printed: which single step may an "
        "old order not take?",
        'Ask `workflow.patched("reserve-first")` right where that step begins. In a new run it is True; '
        "in the replay of a run that went by without it, it is False.",
        '`if workflow.patched("reserve-first"):` and below it only the new step. The payment follows in '
        "both cases, so no else is needed.",
    ],
)


@rescue_orders.requires("reserves before it pays, in a new order", within=8)
async def reserves_first(trial: Trial) -> None:
    await expect_new_steps(await new_order(trial))


@rescue_orders.requires("replays what the first version has recorded", then=True)
async def replays_the_first_version(trial: Trial) -> None:
    await expect_replays_of(trial, FirstVersion)


@rescue_orders.requires("goes on with an order that the first version was paid for")
async def rescues_a_paid_order(trial: Trial) -> None:
    run = await begun(trial, FirstVersion, is_paid)
    await expect_it_goes_on(trial, run, OLD_STEPS)


@rescue_orders.requires("goes on with an order that is being paid")
async def rescues_while_paying(trial: Trial) -> None:
    def is_packed(history: History) -> bool:
        return asked_for("process_payment")(history) and bool(history.signals)

    run, packed_early = await asyncio.gather(
        begun(trial, FirstVersion, asked_for("process_payment"), slow="charge"),
        begun(trial, FirstVersion, is_packed, slow="charge", packed=True),
    )
    await expect_it_goes_on(trial, run, OLD_STEPS)
    await expect_it_goes_on(trial, packed_early, OLD_STEPS, is_packed=True)


@rescue_orders.requires("goes on with an order that has not been paid yet")
async def rescues_an_unpaid_order(trial: Trial) -> None:
    run = await begun(trial, FirstVersion, asked_for("create_order"), slow="create_order")
    await expect_it_goes_on(trial, run, OLD_STEPS, NEW_STEPS)


@rescue_orders.requires("goes on with its own orders after a restart", then=True)
async def survives_a_restart(trial: Trial) -> None:
    await expect_a_restart_is_survived(trial)
