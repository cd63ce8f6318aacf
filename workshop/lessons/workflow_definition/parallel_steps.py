"""Exercise parallel_steps: two steps at a time, and nothing left behind when one fails."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from datetime import timedelta

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.engine.words import SAMPLE_ID, listed
from workshop.exercises.workflows.troubles import REFUSALS
from workshop.lessons.workflow_definition.evidence import (
    activity_names,
    another_order,
    completed,
    expect_all_ended,
    expect_clean,
    expect_failed,
    expect_limit_of_a_try,
    expect_not_done_without,
    expect_tried_until_it_works,
    held_stock,
    only_one,
    reasons_of,
    run_of,
    until_asked,
)
from workshop.orders import OrderInput, OrderItem
from workshop.patience import LONGER_AND_LONGER

parallel_steps = Exercise(
    "parallel_steps",
    lesson="workflow_definition",
    module="order_parallel_steps",
    hints=[
        "Both steps go into one `asyncio.gather`, as in HastyWorkflow. What has to be different, so "
        "that you learn how each of them ended?",
        "With `return_exceptions=True`, `payment, stock = await asyncio.gather(...)` gives you two "
        "values. `isinstance(payment, BaseException)` says whether one of them is an error.",
        "If the payment failed, release the stock; if the reservation failed, refund the payment. "
        "Await the undo, then `raise` the error that you found.",
    ],
)


def expect_undone_after(run: Run, step: str, undo: str) -> None:
    """Raise `NotYet` if the undo was for another order, or came while its step was on its way."""
    for each in run.history.scheduled(undo):
        expect(
            each.input == (run.order_id,),
            expected=f"{undo} to get the order's id, {SAMPLE_ID}",
            happened=f"it got {each.input[0] if each.input else None!r}.",
            think="how the shop finds what to undo.",
        )
    steps, undos = run.history.scheduled(step), run.history.scheduled(undo)
    if steps and undos:
        ended = steps[-1].closed_event
        expect(
            ended is not None and ended < undos[-1].scheduled_event,
            expected=f"{step} to have ended before {undo} begins",
            happened=f"the history shows {undo} asked for while {step} was still on its way: "
            "whatever the step does after that is never undone.",
            think="when it is sure what the other step has done.",
        )


@parallel_steps.requires("pays and reserves when all goes well")
async def pays_and_reserves(trial: Trial) -> None:
    order = another_order(trial)
    run = await completed(trial, order)
    amounts = [charge.amount for charge in run.ledger.charges]
    expect(
        amounts == [order.total],
        expected=f"one charge of {order.total} cents, the order's total",
        happened=f"the ledger shows {listed(map(str, amounts)) or 'no charge'}"
        f"; the history shows {activity_names(run)}.",
        think="what PaymentInput needs to know, and how many times process_payment runs.",
    )
    reserved = [
        (item.sku, item.quantity) for each in run.ledger.reservations for item in each.items
    ]
    expect(
        reserved == [(item.sku, item.quantity) for item in order.items],
        expected="the order's items to be reserved, once",
        happened=f"the ledger shows {held_stock(run) or 'nothing held'}"
        f"; the history shows {activity_names(run)}.",
        think="whether reserve_inventory runs, how many times, and with which items.",
    )


@parallel_steps.requires("creates the order before it pays and reserves", then=True)
async def creates_first(trial: Trial) -> None:
    run = await completed(trial)
    created = only_one(run, "create_order")
    early = [
        step
        for step in ("process_payment", "reserve_inventory")
        if only_one(run, step).scheduled_event < (created.closed_event or 0)
    ]
    expect(
        not early,
        expected="create_order to end before the other steps begin",
        happened=f"{listed(early)} began before the shop knew the order.",
        think="which steps may run together, and which may not.",
    )
    for refused in await expect_not_done_without(trial, "create_order", "create_order"):
        early = [each for each in ("charge", "reserve") if refused.ledger.calls_of(each)]
        expect(
            not early,
            expected="nothing to be paid or reserved for an order that the shop did not create",
            happened=f"the shop refused the order, and was asked for {listed(early)} all the same.",
            think="what has to be known before the other steps begin.",
        )


@parallel_steps.requires("does both at the same time")
async def at_the_same_time(trial: Trial) -> None:
    run = await completed(trial)
    steps = [only_one(run, "process_payment"), only_one(run, "reserve_inventory")]
    first, second = sorted(steps, key=lambda step: step.scheduled_event)
    expect(
        second.scheduled_event < (first.closed_event or 0),
        expected="process_payment and reserve_inventory both to be scheduled before either ends",
        happened=f"the history shows that {second.type} was scheduled only after {first.type} had "
        "ended.",
        think="what an await does to the line after it.",
    )


@parallel_steps.requires("gives a payment 5 minutes and a reservation 2 minutes")
async def has_its_timeouts(trial: Trial) -> None:
    run = await completed(trial)
    for step, minutes in (("process_payment", 5), ("reserve_inventory", 2)):
        expect_limit_of_a_try(only_one(run, step), timedelta(minutes=minutes))


@parallel_steps.requires("undoes nothing when all goes well")
async def undoes_nothing(trial: Trial) -> None:
    run = await completed(trial)
    undone = [name for name in ("refund", "release", "cancel_order") if run.ledger.calls_of(name)]
    expect(
        not undone,
        expected="no undo in an order that goes well",
        happened=f"the shop was asked for {listed(undone)}.",
        think="when an undo should run.",
    )


@parallel_steps.requires("holds no stock when the payment is declined")
async def declined_holds_nothing(trial: Trial) -> None:
    run = await _failed_during(
        trial, lambda: _declined(trial), "process_payment", "reserve_inventory", "reserve"
    )
    await _expect_undone(run, "PaymentDeclined")


@parallel_steps.requires("keeps no money when the stock is sold out")
async def sold_out_keeps_nothing(trial: Trial) -> None:
    run = await _failed_during(
        trial, lambda: _sold_out(trial), "reserve_inventory", "process_payment", "charge"
    )
    await _expect_undone(run, "OutOfStock")


@parallel_steps.requires("leaves nothing behind, whatever the reason")
async def any_refusal(trial: Trial) -> None:
    def refused(operation: str, status: int) -> OrderInput:
        order = trial.new_order()
        trial.shop.fail(operation, order.order_id, status=status)
        return order

    runs = await asyncio.gather(
        *(run_of(trial, refused("charge", status)) for status in REFUSALS[::2]),
        *(run_of(trial, refused("reserve", status)) for status in REFUSALS[::2]),
    )
    for run in runs:
        await _expect_undone(run, *reasons_of(run))


@parallel_steps.requires("fails when both steps fail")
async def both_fail(trial: Trial) -> None:
    order = _sold_out(trial)
    trial.shop.decline("charge", order.order_id)
    await _expect_undone(await run_of(trial, order), "PaymentDeclined", "OutOfStock")


@parallel_steps.requires("does not give up an undo because the shop is down")
async def retries_the_undo(trial: Trial) -> None:
    async def released() -> None:
        order = _declined(trial)
        trial.shop.fail("release", order.order_id, status=520, times=1)
        run = await run_of(trial, order, skips_waits=True)
        await _expect_undone(run, "PaymentDeclined")
        await _expect_never_given_up(trial, run, "release_inventory", "release", _declined(trial))

    async def refunded() -> None:
        order = _sold_out(trial)
        trial.shop.lose_answer("refund", order.order_id)
        run = await run_of(trial, order, skips_waits=True)
        await _expect_undone(run, "OutOfStock")
        await _expect_never_given_up(trial, run, "refund_payment", "refund", _sold_out(trial))

    await asyncio.gather(released(), refunded())


@parallel_steps.requires("takes the same steps in a replay, failed orders too", then=True)
async def parallel_steps_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone(run: Run, *kinds: str) -> None:
    """Raise `NotYet` unless the order failed for one of these reasons and left nothing behind."""
    expect_failed(run, *kinds)
    await until_asked(run, "charge", "reserve")
    expect_undone_after(run, "reserve_inventory", "release_inventory")
    expect_undone_after(run, "process_payment", "refund_payment")
    expect_clean(run)
    expect_all_ended(run)


async def _expect_never_given_up(
    trial: Trial, run: Run, undo: str, operation: str, order: OrderInput
) -> None:
    again = await expect_tried_until_it_works(trial, run, undo, operation, order)
    if again:
        expect_clean(again)


async def _failed_during(
    trial: Trial, new_order: Callable[[], OrderInput], failing: str, slow: str, operation: str
) -> Run:
    """Return the run of an order of which a step failed while the shop took its time over another.

    The workflow had a chance to act in between: a workflow task of its own.
    """
    for seconds in LONGER_AND_LONGER:
        order = new_order()
        trial.shop.delay(operation, order.order_id, seconds)
        run = await run_of(trial, order)
        began = [each.closed_event or math.inf for each in run.history.scheduled(failing)]
        ended = [each.closed_event or math.inf for each in run.history.scheduled(slow)]
        tasks = [each.closed_event or 0 for each in run.history.workflow_tasks]
        if not (began and ended) or any(began[0] < task < ended[0] for task in tasks):
            break
    return run


def _declined(trial: Trial) -> OrderInput:
    order = trial.new_order()
    trial.shop.decline("charge", order.order_id)
    return order


def _sold_out(trial: Trial) -> OrderInput:
    golden = OrderItem("golden_teapot", quantity=1, unit_price=99900)
    return OrderInput(trial.new_order().order_id, "ada@example.com", [golden])
