"""Exercise undo_in_reverse: what was done is undone, the last step first."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Trial, expect
from workshop.exercises.workflows.troubles import (
    Faults,
    fails_by_each,
    is_down,
    together,
)
from workshop.lessons.saga_compensation.evidence import (
    expect_failed,
    expect_in_reverse,
    expect_lasting_options,
    expect_shipped,
    expect_undone,
)
from workshop.lessons.saga_compensation.sagas import (
    another_order,
    ended,
    expect_waits_for_packed,
    placed,
    refuses_to_ship,
    sold_out,
)
from workshop.lessons.saga_compensation.undoing import (
    TRIES,
    expect_undone_after,
    expect_undone_after_a_timeout,
    in_turn,
    still_after_a_timeout,
)

undo_in_reverse = Exercise(
    "undo_in_reverse",
    lesson="saga_compensation",
    module="saga_in_reverse",
    given=("saga_parts",),
    hints=[
        "When a step fails for good, its execute_activity raises ActivityError. So the steps go "
        "into a try, and the undos into its except.",
        "How does the except know which steps were done? Keep a list, and append each step's undo "
        "when the step is done. All three undos take the order's id, so one loop runs them.",
        "A bare `raise` at the end of an except block raises the error that it caught.",
        "In the except: `for undo in reversed(undos): await workflow.execute_activity(undo, "
        "order.order_id, **STEP)`",
    ],
)

SHIPPING = "which undos were registered when shipping failed."


@undo_in_reverse.requires("ships and undoes nothing when all goes well")
async def reverse_ships(trial: Trial) -> None:
    order = trial.new_order()
    other = another_order(trial)
    unpacked = await placed(trial, order=other, packed=False)
    expect_shipped(await ended(trial, order=order), order)
    await expect_waits_for_packed(unpacked)
    await unpacked.handle.signal("packed")
    await unpacked.end()
    expect_shipped(unpacked, other)


@undo_in_reverse.requires("leaves nothing behind when shipping fails", then=True)
async def reverse_undoes(trial: Trial) -> None:
    run = await ended(trial, refuses_to_ship(trial))
    expect_undone(run, SHIPPING)
    expect_failed(run, "BadRequest")


@undo_in_reverse.requires("takes no money when the stock is sold out")
async def reverse_sold_out(trial: Trial) -> None:
    run = await ended(trial, order=sold_out(trial))
    expect_failed(run, "OutOfStock")
    expect(
        not run.ledger.charges,
        expected="no charge for an order that the shop does not have",
        happened="the customer was charged"
        + (" and not refunded." if run.ledger.open_charges else ", and refunded later."),
        think="in which order the steps come.",
    )


@undo_in_reverse.requires("gives the stock back when the payment is declined")
async def reverse_declined(trial: Trial) -> None:
    run = await ended(trial, _declined(trial))
    expect_undone(run, "what was done before the payment.")
    expect_failed(run, "PaymentDeclined")


@undo_in_reverse.requires("undoes, whatever makes a step fail")
async def reverse_any_failure(trial: Trial) -> None:
    shop = trial.shop
    await in_turn(
        expect_undone_after(trial, "reserve", is_down(shop, "reserve", 520), "ShopUnavailable"),
        expect_undone_after_a_timeout(trial, "charge"),
        expect_undone_after(trial, "ship", is_down(shop, "ship", 507), "ShopUnavailable"),
        still_after_a_timeout(trial),
    )


@undo_in_reverse.requires("undoes the last step first, one after the other")
async def reverse_order(trial: Trial) -> None:
    def fails_twice(undo: str) -> Faults:
        return fails_by_each(trial.shop, undo, (503, 520))

    refund, release = await asyncio.gather(
        ended(trial, together(refuses_to_ship(trial), fails_twice("refund"))),
        ended(trial, together(_declined(trial), fails_twice("release"))),
    )
    for run, error in ((refund, "BadRequest"), (release, "PaymentDeclined")):
        expect_in_reverse(run)
        expect_undone(run, SHIPPING if run is refund else TRIES)
        expect_failed(run, error)


@undo_in_reverse.requires("gives each step and each undo the options of STEP", then=True)
async def reverse_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@undo_in_reverse.requires("takes the same steps in a replay, failed orders too", then=True)
async def reverse_replays(trial: Trial) -> None:
    await trial.expect_replays()


def _declined(trial: Trial) -> Faults:
    """Return what makes the bank decline the payment."""
    return lambda order_id: trial.shop.decline("charge", order_id)
