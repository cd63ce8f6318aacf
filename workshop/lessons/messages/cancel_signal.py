"""Exercise cancel_signal: a cancel that may come at any moment.

Long: ten checks, most for a moment of their own in which a cancel may come.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
from collections.abc import Callable, Iterable

from temporalio.client import RPCError

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.engine.words import SAMPLE_ID
from workshop.history import read_history
from workshop.history.model import Signal
from workshop.lessons.messages.status_query import answers_completed, status_query
from workshop.lessons.workflow_definition.evidence import (
    WORKFLOW,
    activity_names,
    completed,
    ended,
    expect_clean,
    expect_handler,
    expect_result,
    expect_status,
    expect_tried_until_it_works,
    on_their_way,
    only_one,
    until_asked,
    until_only,
)
from workshop.lessons.workflow_definition.parallel_steps import (
    pays_and_reserves,
    undoes_nothing,
)
from workshop.patience import LONGER_AND_LONGER

cancel_signal = Exercise(
    "cancel_signal",
    lesson="messages",
    module="order_cancel_signal",
    builds_on=status_query,
    hints=[
        "ParcelWorkflow has the idea: its handler only notes something, and run() looks at the note. "
        "Before which of your steps does run() have to look?",
        "Begin with `self._reason = None` in `__init__`, and let the handler set it. Look before each "
        "step, and once more after the last one.",
        "You can't call back a step that is running. Wait for it, then run `cancel_order_activity`: "
        "it refunds and releases everything, and you run it in one place only.",
        "After the last step: `if self._reason is not None:` tell the shop, and set the status. If your "
        "handler awaits something itself, `run` has to wait for `workflow.all_handlers_finished`.",
    ],
)

#: What the shop is asked for, by its own name and by the step's.
_STEPS = {
    "create_order": "create_order",
    "charge": "process_payment",
    "reserve": "reserve_inventory",
}


@cancel_signal.requires("completes when nobody cancels")
async def completes_uncancelled(trial: Trial) -> None:
    await pays_and_reserves(trial)
    await undoes_nothing(trial)
    await answers_completed(trial)


@cancel_signal.requires("has a signal cancel_order", then=True)
async def has_the_signal(trial: Trial) -> None:
    await expect_handler(await completed(trial), "signal", "cancel_order")


@cancel_signal.requires("cancels an order in the middle")
async def cancels_in_the_middle(trial: Trial) -> None:
    # Payment and reservation end while the cancel, which takes its time, is still on its way.
    def slow(order_id: str, seconds: float) -> None:
        trial.shop.delay("cancel_order", order_id, seconds=2 * seconds)

    run, other = await asyncio.gather(
        _cancelled_during(trial, "charge", prepare=slow),
        _cancelled_during(trial, "reserve", prepare=slow),
    )
    await expect_cancelled(run, "changed my mind")
    await expect_cancelled(other, "changed my mind")


@cancel_signal.requires("cancels an order before its first step")
async def cancels_early(trial: Trial) -> None:
    run = await trial.start(
        WORKFLOW,
        trial.new_order(),
        start_signal="cancel_order",
        start_signal_args=["changed my mind"],
    )
    await _end(run)
    await expect_cancelled(run, "changed my mind")
    expect(
        not run.ledger.charges,
        expected="no payment for an order that was cancelled before its first step",
        happened="the customer was charged, and refunded later.",
        think="what run() could look at before it pays.",
    )


@cancel_signal.requires("cancels an order that is being created")
async def cancels_while_creating(trial: Trial) -> None:
    run = await _cancelled_during(trial, "create_order")
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("cancels an order whose payment has to be tried again")
async def cancels_before_the_payment(trial: Trial) -> None:
    def refused_once(order_id: str, _: float) -> None:
        trial.shop.fail("charge", order_id, status=503, times=1)

    run = await _cancelled_during(trial, "charge", prepare=refused_once, skips_waits=True)
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("carries out every cancel that it takes")
async def takes_no_cancel_in_vain(trial: Trial) -> None:
    run = await trial.start(WORKFLOW, trial.new_order())
    while await on_their_way(run) is not None:
        history = await read_history(run.handle)
        closed = [each.closed_event for each in history.activities]
        heard = history.workflow_tasks[-1].closed_event or 0
        if len(closed) >= len(_STEPS) and all(each and each < heard for each in closed):
            break  # it has heard of the last step's end, and goes on
        await asyncio.sleep(0.02)
    with contextlib.suppress(RPCError):  # as a rule it is over
        await run.handle.signal("cancel_order", "changed my mind")
    await ended(run)
    if not run.history.signals:
        return
    shop = run.ledger.order
    expect(
        shop and shop.status == "cancelled",
        expected="a cancel that the workflow takes to be carried out before it ends",
        happened=f"the signal came when all steps were done, while the workflow still ran; it "
        f"{run.history.status}, and the shop has the order as {shop and shop.status}.",
        think="what can still happen between the last look at the signal and the return.",
    )
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("tells the shop until it hears")
async def retries_the_cancel(trial: Trial) -> None:
    def failing(order_id: str, _: float) -> None:
        trial.shop.fail("cancel_order", order_id, status=520, times=1)

    run = await _cancelled_during(trial, "charge", prepare=failing, skips_waits=True)
    await expect_cancelled(run, "changed my mind")
    order = trial.new_order()
    # Where the history shows a low limit, it's tried for real: with a cancel from the start.
    await expect_tried_until_it_works(
        trial,
        run,
        "cancel_order_activity",
        "cancel_order",
        order,
        start_signal="cancel_order",
        start_signal_args=["changed my mind"],
    )


@cancel_signal.requires("tells the shop once when the signal comes twice")
async def cancels_once(trial: Trial) -> None:
    reasons = ("changed my mind", "I said: changed my mind")
    at_once, later = await asyncio.gather(
        _cancelled_during(trial, "charge", reasons=reasons), _cancelled_again(trial, reasons)
    )
    for run in (at_once, later):
        await expect_cancelled(run, *reasons)
        only_one(run, "cancel_order_activity")


async def _cancelled_again(trial: Trial, reasons: tuple[str, str]) -> Run:
    """Return the run of an order that is cancelled again while the shop is being told."""
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay("charge", order.order_id, seconds)
        trial.shop.delay("cancel_order", order.order_id, max(seconds, 0.5))
        run = await trial.start(WORKFLOW, order)
        await until_asked(run, "charge")
        for reason, heard in zip(reasons, ("cancel_order", ""), strict=True):
            with contextlib.suppress(RPCError):  # on a slow machine it may be over already
                await run.handle.signal("cancel_order", reason)
            if heard:
                await until_asked(run, heard)
        await ended(run)
        if _came_before_the_end_of("process_payment", run, run.history.signals[:1]):
            break
    return run


@cancel_signal.requires("takes the same steps in a replay", then=True)
async def cancel_signal_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def expect_cancelled(run: Run, *reasons: str) -> None:
    """Raise `NotYet` unless the order was cancelled, for one of these reasons, and left nothing."""
    run.expect_completed()
    unfinished = [
        each for each in run.history.scheduled("cancel_order_activity") if each.closed_event is None
    ]
    expect(
        not unfinished,
        expected="cancel_order_activity to end before the workflow does",
        happened=f"the workflow returned {run.history.result!r} while it was on its way.",
        think="which line waits for a signal handler that is still running.",
    )
    order = run.ledger.order
    expect(
        order is not None and order.status == "cancelled",
        expected="the shop to know the order as cancelled",
        happened="the shop "
        + ("was never told of the cancel" if order is None else f"has it as {order.status}")
        + f"; the history shows {activity_names(run)}.",
        think="which activity tells the shop, and what makes it run.",
    )
    expect(
        order and order.reason in reasons,
        expected=f"the shop to hear the reason {reasons[0]!r}",
        happened=f"it heard {order and order.reason!r}.",
        think="where the reason comes from.",
    )
    expect_clean(run)
    expect_result(run, "cancelled")
    await expect_status(run, "cancelled", "after the order was cancelled")


async def _end(run: Run) -> None:
    """Wait until a cancelled run ends; raise `NotYet` at once if it cancels another order."""
    while (history := await read_history(run.handle)).status == "running":
        for each in history.scheduled("cancel_order_activity"):
            order_id = each.input[0].get("order_id") if each.input else None
            expect(
                order_id == run.order_id,
                expected=f"cancel_order_activity to get the order's id, {SAMPLE_ID}",
                happened=f"it got {order_id!r}.",
                think="what the workflow knows at the moment when the signal arrives.",
            )
        if history.scheduled("cancel_order_activity"):
            break
        await asyncio.sleep(0.02)
    await ended(run)


async def _cancelled_during(
    trial: Trial,
    operation: str,
    *,
    prepare: Callable[[str, float], None] | None = None,
    reasons: Iterable[str] = ("changed my mind",),
    skips_waits: bool = False,
) -> Run:
    """Return the run of an order that was cancelled while the shop took its time over a step.

    The step is the only one on its way when the signal comes. ``prepare`` orders more faults, for
    an order id and the seconds that the step takes.
    """
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay(operation, order.order_id, seconds)
        if prepare:
            prepare(order.order_id, seconds)
        run = await trial.start(WORKFLOW, order, skips_waits=skips_waits)
        await until_asked(run, operation)
        await until_only(run, _STEPS[operation])
        with contextlib.suppress(RPCError):  # on a slow machine it may be over already
            for reason in reasons:
                await run.handle.signal("cancel_order", reason)
        await _end(run)
        if _came_before_the_end_of(
            _STEPS[operation], run, run.history.signals
        ) and _was_told_before_the_next_attempt(operation, run):
            break
    return run


def _was_told_before_the_next_attempt(operation: str, run: Run) -> bool:
    """Whether a cancel that didn't wait for the step reached the shop during its first attempt."""
    steps = run.history.scheduled(_STEPS[operation])
    cancels = run.history.scheduled("cancel_order_activity")
    if not (steps and cancels) or cancels[0].scheduled_event > (steps[0].closed_event or math.inf):
        return True
    calls = [each.operation for each in run.ledger.calls]
    return "cancel_order" not in calls or calls[: calls.index("cancel_order")].count(operation) == 1


def _came_before_the_end_of(step: str, run: Run, signals: Iterable[Signal]) -> bool:
    """Whether there are such signals, and the workflow was told of all before the step was over."""
    ends = [each.closed_event or math.inf for each in run.history.scheduled(step)]
    told = [run.history.told_of(each.event) for each in signals]
    return bool(told) and all(event is not None and event < end for event in told for end in ends)
