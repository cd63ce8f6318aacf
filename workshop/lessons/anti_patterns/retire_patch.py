"""Exercise retire_patch: a patch that no order needs any more."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Trial, expect
from workshop.lessons.anti_patterns.deployments import (
    NEW_STEPS,
    begun,
    expect_a_restart_is_survived,
    expect_completed,
    expect_it_goes_on,
    expect_new_steps,
    is_paid,
    new_order,
)
from workshop.lessons.anti_patterns.evidence import asked_for, expect_replays_of
from workshop.lessons.anti_patterns.rescue_orders import rescue_orders
from workshop.lessons.anti_patterns.versions import LastVersion, PatchedVersion
from workshop.replay import replay

retire_patch = Exercise(
    "retire_patch",
    lesson="anti_patterns",
    module="order_retire",
    builds_on=rescue_orders,
    hints=[
        "Two things have to happen to the line with `if`: the branch goes, and the histories that hold "
        "the marker still find a call that knows it.",
        "`workflow.deprecate_patch` takes the same id, and belongs where `workflow.patched` was.",
        '`workflow.deprecate_patch("reserve-first")` takes the place of the `if`, and the reservation '
        "moves one level out: every order takes it.",
    ],
)


@retire_patch.requires("reserves before it pays, in a new order", within=8)
async def still_reserves_first(trial: Trial) -> None:
    await expect_new_steps(await new_order(trial))


@retire_patch.requires("replays what the patched version has recorded", then=True)
async def replays_the_patched_version(trial: Trial) -> None:
    await expect_replays_of(trial, PatchedVersion)


@retire_patch.requires("goes on with an order that the patched version began")
async def goes_on_with_a_patched_order(trial: Trial) -> None:
    paid, reserving, paying = await asyncio.gather(
        begun(trial, PatchedVersion, is_paid),
        begun(trial, PatchedVersion, asked_for("reserve_inventory"), slow="reserve"),
        begun(trial, PatchedVersion, asked_for("process_payment"), slow="charge"),
    )
    for run in (paid, reserving, paying):
        await expect_it_goes_on(trial, run, NEW_STEPS)


@retire_patch.requires("lets the next version forget the patch")
async def may_be_forgotten(trial: Trial) -> None:
    sent, declined = await asyncio.gather(new_order(trial), new_order(trial, declined=True))
    expect_completed(sent)
    for run in (sent, declined):
        forgets = await replay(run.history, LastVersion)
        expect(
            forgets.ok,
            expected="a version without any patch to replay your new orders",
            happened=f"it does not: {forgets.said}.",
            think="which mark your version leaves in the history, and which one nobody needs to "
            "know.",
        )


@retire_patch.requires("goes on with its own orders after a restart", then=True)
async def retired_survives_a_restart(trial: Trial) -> None:
    await expect_a_restart_is_survived(trial)
