"""Exercise shielded_undo: an undo goes on when a cancel comes."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Trial
from workshop.exercises.workflows.troubles import (
    refuses,
    together,
)
from workshop.lessons.saga_cancellation.cancelled_saga import (
    cancelled_goes_on,
    cancelled_saga,
    cancelled_waiting,
)
from workshop.lessons.saga_compensation.evidence import expect_lasting_options
from workshop.lessons.saga_compensation.sagas import cancelled_during
from workshop.lessons.saga_compensation.undo_in_reverse import reverse_ships
from workshop.lessons.saga_compensation.undoing import (
    expect_others_undone,
    expect_undone_by_cancel_in,
    expect_undone_in_undo,
    loses_answers,
    still_goes_on,
)

shielded_undo = Exercise(
    "shielded_undo",
    lesson="lasting_undos",
    module="saga_shielded",
    builds_on=cancelled_saga,
    given=("saga_parts", "saga_undos", "saga_step"),
    hints=[
        "A cancel is raised where your workflow waits. While it undoes, that's inside an undo.",
        "HastyUndo has the task and the shield. What is missing is in its except, where it returns.",
        "A shield protects the task, not the line that waits for it: that line still raises "
        "CancelledError. Catch it there, and wait for the task again.",
        "Loop `while not undoing.done():` around a try with `await asyncio.shield(undoing)`; its "
        "`except asyncio.CancelledError:` does nothing. After the loop, `raise`.",
    ],
)


@shielded_undo.requires("still ships, and still undoes when it is cancelled", within=30)
async def shielded_still(trial: Trial) -> None:
    await asyncio.gather(
        reverse_ships(trial),
        cancelled_waiting(trial),
        cancelled_goes_on(trial),
        expect_undone_by_cancel_in(trial, "charge"),
        still_goes_on(trial),
    )


@shielded_undo.requires("finishes a refund when a cancel comes", within=30)
async def shielded_refund(trial: Trial) -> None:
    await expect_undone_in_undo(trial, "charge")


@shielded_undo.requires("finishes cancelling a shipment when a cancel comes", within=20)
async def shielded_recall(trial: Trial) -> None:
    await expect_undone_in_undo(trial, "ship")


@shielded_undo.requires("finishes a release when a cancel comes", within=30)
async def shielded_release(trial: Trial) -> None:
    await expect_undone_in_undo(trial, "reserve")


@shielded_undo.requires("goes on with the other undos when one fails after a cancel")
async def shielded_goes_on(trial: Trial) -> None:
    faults = together(loses_answers(trial, "ship"), refuses(trial.shop, "refund"))
    run = await cancelled_during(trial, "cancel_shipment", "cancel_shipment", faults)
    expect_others_undone(run, "refund")


@shielded_undo.requires("gives each step and each undo the options of STEP", then=True)
async def shielded_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@shielded_undo.requires("takes the same steps in a replay, cancelled orders too", then=True)
async def shielded_replays(trial: Trial) -> None:
    await trial.expect_replays()
