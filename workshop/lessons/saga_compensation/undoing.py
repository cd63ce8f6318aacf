"""What a saga must have undone, in each of the ways to come to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable

from workshop.exercises import Run, Trial, expect
from workshop.exercises.workflows.troubles import (
    PASSING,
    Faults,
    fails_by_each,
    is_down,
    refuses,
    together,
)
from workshop.lessons.saga_compensation.evidence import (
    NO_ANSWER,
    STEPS,
    expect_cancelled,
    expect_failed,
    expect_in_reverse,
    expect_steps_ended_before_undos,
    expect_stopped_by_cancel,
    expect_undone,
    expect_undos_go_on,
)
from workshop.lessons.saga_compensation.options import STEP_TRIES
from workshop.lessons.saga_compensation.sagas import (
    asks_for_ever,
    cancelled_during,
    end_unless,
    no_faults,
    placed,
    refuses_to_ship,
    timed_out,
    tries_a_step_too_often,
)

CANCELLED = "which exception a cancel raises, and which your except catches."
UNDOING = "what a cancel does to the undo that is running, and to those after it."

TRIES = "how many attempts an undo gets, and what sets that."
OTHERS = "what happens to the other undos when one fails."


async def in_turn(*judges: Awaitable[None]) -> None:
    """Let all go on at the same time; raise what the first of them raises that is not content."""
    for said in await asyncio.gather(*judges, return_exceptions=True):
        if said is not None:
            raise said


async def still_after_a_timeout(trial: Trial) -> None:
    """Raise `NotYet` unless the saga undoes what it has done when its last step times out."""
    await expect_undone_after_a_timeout(trial, "ship")


async def expect_undone_after_a_timeout(trial: Trial, operation: str) -> None:
    """Raise `NotYet` unless the steps before this one are undone when it times out."""
    _expect_undone_because(await timed_out(trial, operation), operation, "TimeoutError")


async def expect_undone_after(trial: Trial, operation: str, faults: Faults, error: str) -> None:
    """Raise `NotYet` unless the steps before this one are undone when it fails with this error."""
    run = await placed(trial, faults)
    await end_unless(run, tries_a_step_too_often)
    _expect_undone_because(run, operation, error)


def _expect_undone_because(run: Run, operation: str, error: str) -> None:
    expect_undone(
        run,
        f"which errors a step like {STEPS[operation][0]} can end with, and which of them your "
        "except catches.",
    )
    expect_failed(run, error)


def loses_answers(trial: Trial, operation: str) -> Faults:
    """Return what makes the shop do this for an order, and never say so."""
    return lambda order_id: trial.shop.lose_answer(operation, order_id, times=None)


async def still_goes_on(trial: Trial) -> None:
    """Raise `NotYet` unless a saga goes on when an undo fails, and raises the first error.

    Each undo fails, in another way. With the tries that STEP gives it: one that has more succeeds.
    """
    shop = trial.shop
    await in_turn(
        _expect_goes_on(
            trial, "cancel_shipment", is_down(shop, "cancel_shipment", times=STEP_TRIES)
        ),
        _expect_goes_on(trial, "refund", refuses(shop, "refund", 409)),
        _expect_goes_on(trial, "release", lambda order_id: shop.decline("release", order_id)),
    )


async def _expect_goes_on(trial: Trial, undo: str, faults: Faults) -> None:
    run = await placed(trial, together(loses_answers(trial, "ship"), faults))
    await end_unless(run, asks_for_ever)
    expect_others_undone(run, undo)
    expect_failed(run, *NO_ANSWER)


def expect_others_undone(run: Run, *failed: str) -> None:
    """Raise `NotYet` if something is left of which the undo was not to fail."""
    ledger = run.ledger
    left = {
        "cancel_shipment": ("the shipment to be called back", ledger.open_shipments),
        "refund": ("the charge to be refunded", ledger.open_charges),
        "release": ("the stock to be released", ledger.held_stock),
    }
    for undo, (wanted, open_things) in left.items():
        if undo not in failed:
            expect(
                not open_things,
                expected=f"{wanted}, although the shop failed to {_deed(failed[0])}",
                happened=f"it was not: {_asked_for(run, undo)}.",
                think=OTHERS,
            )


def _deed(undo: str) -> str:
    return {"cancel_shipment": "cancel the shipment", "refund": "refund the charge"}.get(
        undo, "release the stock"
    )


def _asked_for(run: Run, undo: str) -> str:
    calls = run.ledger.calls_of(undo)
    if not calls:
        return f"the shop was never asked for {undo}"
    return f"the shop was asked for {undo} and answered " + ", ".join(
        str(call.status) for call in calls
    )


async def expect_undone_by_cancel_in(
    trial: Trial, operation: str, faults: Faults = no_faults
) -> None:
    activity = STEPS[operation][0]
    expect_undone_by_cancel(await cancelled_during(trial, operation, activity, faults))


def expect_undone_by_cancel(run: Run) -> None:
    expect_stopped_by_cancel(run)
    expect_undone(run, CANCELLED)
    expect_steps_ended_before_undos(run)
    expect_in_reverse(run)
    expect_cancelled(run)


async def expect_undone_in_undo(
    trial: Trial, operation: str, *, may_begin_anew: bool = False
) -> None:
    """Raise `NotYet` unless a saga that is cancelled in the undo of this step undoes all.

    Shipping happened and nobody heard of it, so all three steps are to be undone; or it was
    refused. All tries of the undo but the last that STEP gives it fail after the cancel has come.
    """
    _, undo, activity = STEPS[operation]
    fails = fails_by_each(trial.shop, undo, PASSING[: STEP_TRIES - 1])
    endings: list[tuple[Faults, tuple[str, ...]]] = [(loses_answers(trial, "ship"), NO_ANSWER)]
    if operation == "charge":
        endings.append((refuses_to_ship(trial), ("BadRequest",)))
    runs = await asyncio.gather(
        *(cancelled_during(trial, undo, activity, together(ending, fails)) for ending, _ in endings)
    )
    for run, (_, errors) in zip(runs, endings, strict=True):
        expect_undone(run, UNDOING)
        expect_in_reverse(run)
        if not may_begin_anew:
            await expect_undos_go_on(run)
        if not (_is_local(run, activity) and run.history.status == "cancelled"):
            expect_failed(run, *errors)


def _is_local(run: Run, activity: str) -> bool:
    """Whether the saga ran this as a local activity.

    The server fails a task in which one runs when a cancel arrives. The next task brings the
    step's failure and the cancel together, and the saga may take either for the first.
    """
    return any(each.type == activity for each in run.history.local_activities)
