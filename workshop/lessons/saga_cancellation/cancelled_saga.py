"""Exercise cancelled_saga: a cancel undoes as a failure does."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Trial
from workshop.exercises.workflows.troubles import (
    refuses,
)
from workshop.lessons.saga_compensation.evidence import (
    STEPS,
    expect_cancelled,
    expect_lasting_options,
)
from workshop.lessons.saga_compensation.sagas import cancelled_during, cancelled_while_waiting
from workshop.lessons.saga_compensation.undo_in_reverse import reverse_ships
from workshop.lessons.saga_compensation.undoing import (
    expect_others_undone,
    expect_undone_by_cancel,
    expect_undone_by_cancel_in,
    in_turn,
    still_after_a_timeout,
    still_goes_on,
)
from workshop.lessons.saga_compensation.unheard_step import unheard_payment, unheard_step

cancelled_saga = Exercise(
    "cancelled_saga",
    lesson="saga_cancellation",
    module="saga_cancelled",
    builds_on=unheard_step,
    given=("saga_parts", "saga_undos"),
    hints=[
        'A cancel can be raised in the wait for `packed` or in a step. The table in "What an undo path '
        'should catch" says which except catches it in both.',
        "A step has to be over before its undo begins. ShieldedPayment has a line for each half of "
        "that: one that learns of the cancel at once, and one that waits.",
        "Start the step with workflow.start_activity(activity, argument, **STEP), await a shield "
        "around its handle, and catch asyncio.CancelledError right there.",
        "In that except: `await workflow.wait([handle])`, then `raise`. And in run(): "
        "`except (FailureError, asyncio.CancelledError):`",
    ],
)
#: Seconds that a step takes, for a saga that only guesses how long that is.
NOT_SOON = 2.0


@cancelled_saga.requires("still ships, and still undoes a step whose answer was lost", within=30)
async def cancelled_still(trial: Trial) -> None:
    await asyncio.gather(
        reverse_ships(trial),
        still_after_a_timeout(trial),
        unheard_payment(trial),
        still_goes_on(trial),
    )


@cancelled_saga.requires("undoes when it is cancelled while it waits")
async def cancelled_waiting(trial: Trial) -> None:
    expect_undone_by_cancel(await cancelled_while_waiting(trial))


@cancelled_saga.requires("goes on with the other undos after a cancel when one fails")
async def cancelled_goes_on(trial: Trial) -> None:
    undos = ("refund", "release")
    runs = await asyncio.gather(
        *(cancelled_while_waiting(trial, refuses(trial.shop, undo)) for undo in undos)
    )
    for undo, run in zip(undos, runs, strict=True):
        expect_others_undone(run, undo)
        expect_cancelled(run)


@cancelled_saga.requires("undoes when it is cancelled while it pays", within=30)
async def cancelled_paying(trial: Trial) -> None:
    await in_turn(
        expect_undone_by_cancel_in(trial, "charge"),
        _expect_undone_when_unanswered(trial),
        expect_undone_by_cancel_in(trial, "charge", refuses(trial.shop, "charge", 422)),
    )


@cancelled_saga.requires("undoes when it is cancelled while it ships", within=30)
async def cancelled_shipping(trial: Trial) -> None:
    await _expect_undone_in_step(trial, "ship")


@cancelled_saga.requires("undoes when it is cancelled while it reserves", within=30)
async def cancelled_reserving(trial: Trial) -> None:
    await _expect_undone_in_step(trial, "reserve")


@cancelled_saga.requires("gives each step and each undo the options of STEP", then=True)
async def cancelled_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@cancelled_saga.requires("takes the same steps in a replay, cancelled orders too", then=True)
async def cancelled_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_in_step(trial: Trial, operation: str) -> None:
    """Raise `NotYet` unless a cancel in this step undoes all, whether it succeeds or fails then."""
    await in_turn(
        expect_undone_by_cancel_in(trial, operation),
        expect_undone_by_cancel_in(trial, operation, refuses(trial.shop, operation, 422)),
    )


async def _expect_undone_when_unanswered(trial: Trial) -> None:
    """Raise `NotYet` unless a cancel undoes all while a payment fails, but not soon."""

    def faults(order_id: str) -> None:
        trial.shop.delay("charge", order_id, NOT_SOON, times=1)
        trial.shop.lose_answer("charge", order_id, times=None)

    expect_undone_by_cancel(await cancelled_during(trial, "charge", STEPS["charge"][0], faults))
