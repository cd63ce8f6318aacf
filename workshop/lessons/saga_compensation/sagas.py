"""Sagas that are tried: which order, what befalls it, and until when it is waited for.

Long: the five exercises of the lesson order their troubles here.
"""

from __future__ import annotations

import asyncio
import contextlib
import math
import uuid
from datetime import timedelta
from typing import Any

from temporalio.client import RPCError

from workshop.exercises import NotYet, Run, Trial, expect
from workshop.exercises.engine.finding import CouldNotJudge
from workshop.exercises.engine.words import in_seconds
from workshop.exercises.workflows.troubles import Faults, hangs_at_last, refuses
from workshop.history import ActivityRun, Failure, History, read_history
from workshop.lessons.saga_compensation.evidence import (
    IN_REVERSE,
    NO_TIME,
    PACKED,
    STEPS,
    WORKFLOW,
    Finding,
    expect_done_in_time,
    how_it_ended,
    steps,
    undos,
)
from workshop.lessons.saga_compensation.options import (
    STEP_TRIES,
    STEP_TRY,
)
from workshop.orders import OrderInput, OrderItem
from workshop.patience import LONGER_AND_LONGER, meanwhile


def no_faults(_: str) -> None:
    """Order no fault."""


def refuses_to_ship(trial: Trial) -> Faults:
    """Return what makes the shop refuse to ship an order, for good."""
    return refuses(trial.shop, "ship", 422)


def another_order(trial: Trial) -> OrderInput:
    """Return an order of other goods, of another customer."""
    cups = OrderItem("cup", quantity=3, unit_price=650)
    honey = OrderItem("honey", quantity=1, unit_price=725)
    return OrderInput(trial.new_order().order_id, "ben@example.com", [cups, honey])


def sold_out(trial: Trial) -> OrderInput:
    """Return an order for what the shop does not have."""
    golden = OrderItem("golden_teapot", quantity=1, unit_price=99000)
    return OrderInput(trial.new_order().order_id, "ada@example.com", [golden])


async def placed(
    trial: Trial,
    faults: Faults = no_faults,
    *,
    order: OrderInput | None = None,
    packed: bool = True,
    task_queue: str | None = None,
) -> Run:
    """Start the saga of an order that meets these faults; it is packed at once, or never."""
    order = order or trial.new_order()
    faults(order.order_id)
    signal: dict[str, Any] = {"start_signal": "packed"} if packed else {}
    return await trial.start(WORKFLOW, order, task_queue=task_queue, **signal)


async def ended(trial: Trial, faults: Faults = no_faults, order: OrderInput | None = None) -> Run:
    """Return the saga of an order that meets these faults, once it has ended."""
    run = await placed(trial, faults, order=order)
    await run.end()
    _expect_quick(run.history)
    return run


async def end_unless(run: Run, *findings: Finding, is_slow: bool = False) -> None:
    """Wait until the saga has ended; raise one of the findings as soon as there is one.

    ``is_slow``: the shop was told to take longer than a try of a step may take.

    Raises:
        CouldNotJudge: the machine is so busy that a try of a step took too long.
    """
    pause = 0.1
    async with meanwhile(run.end()) as ending:
        while not ending.done():
            history = await read_history(run.handle)
            for finding in findings:
                if said := finding(run, history):
                    raise said
            await asyncio.wait({ending}, timeout=pause)
            pause = min(1.5 * pause, 1.0)  # many sagas are watched at the same time
        await ending
    _expect_quick(run.history, shop_is_slow=is_slow)


async def timed_out(trial: Trial, operation: str, *, is_done: bool = False) -> Run:
    """Return the saga of an order, ended, for which the shop left a step's last try unanswered.

    A try of that step has a second there, and not the three of `STEP`; where that was too short for
    a busy machine, the three. ``is_done``: the shop did what it was asked, and did not say so.
    """
    faults = hangs_at_last(trial.shop, operation, STEP_TRIES, is_done=is_done)
    activity = STEPS[operation][0]
    hastened = f"{trial.worker.task_queue}-{activity}-{uuid.uuid4().hex[:8]}"
    await trial.serve(hastened, hasten={activity: timedelta(seconds=1)})
    for task_queue in (hastened, None):
        run = await placed(trial, faults, task_queue=task_queue)
        await end_unless(run, tries_a_step_too_often, is_slow=True)
        if len(run.ledger.calls_of(operation)) == STEP_TRIES:
            break
    expect_done_in_time(run, operation)
    return run


def _expect_quick(history: History, *, shop_is_slow: bool = False) -> None:
    """Raise `CouldNotJudge` if a step ran out of time, and nobody told the shop to be slow.

    Or if an undo did so at last that had the tries of a step: one whose worker was killed has more
    tries than one, and its next try succeeds. No shop is told to be that slow with an undo.
    """
    for step in [] if shop_is_slow else steps(history):
        _expect_in_time(step, step.failure, step.last_failure)
    for undo in undos(history):
        if undo.retry_policy and undo.retry_policy.maximum_attempts >= STEP_TRIES:
            _expect_in_time(undo, undo.failure)


def _expect_in_time(activity: ActivityRun, *failures: Failure | None) -> None:
    timeouts = [cause.timeout for each in failures if each for cause in each.chain]
    if (activity.start_to_close_timeout or STEP_TRY) >= STEP_TRY and "start to close" in timeouts:
        raise CouldNotJudge(
            f"The computer is so busy that an attempt of {activity.type} took longer than "
            f"{in_seconds(STEP_TRY)}."
        )


def tries_a_step_too_often(run: Run, _: History) -> NotYet | None:
    """Return a finding when a step gets more tries than `STEP` gives it."""
    ledger = run.ledger
    for operation, (step, *_undo) in STEPS.items():
        if len(ledger.calls_of(operation)) > STEP_TRIES:
            return NotYet(
                expected=f"{step} to be given up after {STEP_TRIES} attempts, as STEP says",
                happened=f"the shop did not answer, and {step} got a "
                f"{STEP_TRIES + 1}th attempt, and more.",
                think="which maximum_attempts STEP came with, and when a saga can begin to undo.",
            )
    return None


def asks_for_ever(run: Run, history: History) -> NotYet | None:
    """Return a finding when the shop is asked again and again for what it refuses."""
    if said := tries_a_step_too_often(run, history):
        return said
    ledger = run.ledger
    for undo in IN_REVERSE:
        refused = [call.status for call in ledger.calls_of(undo) if is_refusal(call.status)]
        if (
            len(refused) > 5
        ):  # on a busy machine an answer can come too late, and is asked for again
            return NotYet(
                expected="an undo that the shop refuses to be given up",
                happened=f"the shop refused {undo} with {refused[0]}, and was asked again and again.",
                think="which errors another attempt can cure.",
            )
    return None


def is_refusal(status: int) -> bool:
    """Whether the shop says no for good with this status: 408 and 429 mean "come again later"."""
    return 400 <= status < 500 and status not in (408, 429)


def cannot_go_on(_: Run, history: History) -> NotYet | None:
    """Return a finding when the code of a saga no longer fits its history."""
    if all(task.status != "failed" for task in history.workflow_tasks):
        return None
    return NotYet(
        expected="a worker that has only the history to carry on where it ends",
        happened="it could not: run again from its history, the workflow takes other steps than "
        "the history shows.",
        think="what in your code can differ when it is replayed.",
    )


def gives_no_time(_: Run, history: History) -> NotYet | None:
    """Return a finding when an undo is tried again and again, and no try can succeed."""
    for *_step, undo in STEPS.values():
        for each in history.scheduled(undo):
            if each.start_to_close_timeout and each.start_to_close_timeout < NO_TIME:
                return NotYet(
                    expected=f"one attempt of {undo} to have time for a call to the shop",
                    happened=f"the history shows {in_seconds(each.start_to_close_timeout)} as its "
                    "timeout from start to close.",
                    think="which unit that number has.",
                )
    return None


async def cancelled_during(
    trial: Trial, operation: str, activity: str, faults: Faults = no_faults
) -> Run:
    """Return the saga of an order that was cancelled while the shop took its time to answer.

    Args:
        trial: the answer.
        operation: what the shop was asked.
        activity: the activity that asked, as a history calls it.
        faults: more faults.
    """
    for seconds in LONGER_AND_LONGER:

        def slow(order_id: str, seconds: float = seconds) -> None:
            faults(order_id)
            trial.shop.delay(operation, order_id, seconds)

        run = await placed(trial, slow)
        await until_asked(run, operation)
        with contextlib.suppress(RPCError):  # on a slow machine it may be over already
            await run.handle.cancel()
        await end_unless(run, gives_no_time, is_slow=True)
        request = run.history.cancel_request
        began = run.history.scheduled(activity)
        told = run.history.told_of(request.event) if request else None
        if told and all(told < (each.closed_event or math.inf) for each in began):
            break
    return run


async def cancelled_while_waiting(trial: Trial, faults: Faults = no_faults) -> Run:
    """Return the saga of an order that was cancelled while it waited for its goods to be packed."""
    run = await placed(trial, faults, packed=False)
    await expect_waits_for_packed(run)
    with contextlib.suppress(RPCError):
        await run.handle.cancel()
    await run.end()
    return run


async def until_asked(run: Run, operation: str) -> None:
    """Wait until the shop was asked to do this, or the workflow has ended without.

    Raises:
        NotYet: the workflow cannot go on.
    """
    while not run.ledger.calls_of(operation):
        history = await read_history(run.handle)
        if history.status != "running":
            return
        if said := cannot_go_on(run, history) or tries_a_step_too_often(run, history):
            raise said
        await asyncio.sleep(0.02)


async def expect_waits_for_packed(run: Run) -> None:
    """Raise `NotYet` unless an order that nobody has packed is reserved, paid and not shipped."""
    history = await _once_it_waits(run)
    _expect_quick(history)
    ledger = run.ledger
    shipping = history.scheduled("create_shipment") or ledger.calls_of("ship")
    expect(
        not shipping,
        expected="nothing shipped before packed has come",
        happened="create_shipment was asked for, and nobody has sent packed yet.",
        think=PACKED,
    )
    missing = [
        what
        for what, done in (("reservation", ledger.reservations), ("charge", ledger.charges))
        if not done
    ]
    wanted = "the order to be reserved and paid, and then to wait for packed"
    expect(
        not missing,
        expected=wanted,
        happened=f"nobody has sent packed yet, and there is no {' and no '.join(missing)}.",
        think=PACKED,
    )
    expect(
        history.status == "running",
        expected=wanted,
        happened=f"nobody has sent packed yet, and it {how_it_ended(history)}.",
        think=PACKED,
    )


async def _once_it_waits(run: Run) -> History:
    """Return the history of the saga once it has paid, can only wait, or has ended."""
    while True:
        history = await read_history(run.handle)
        if history.status != "running" or _has_paid(history) or _is_idle(history):
            return history
        await asyncio.sleep(0.02)


def _has_paid(history: History) -> bool:
    """Whether the workflow has made what it wanted of the payment's end."""
    paid = [each.closed_event for each in history.scheduled("process_payment")]
    tasks = [each.closed_event or 0 for each in history.workflow_tasks]
    return bool(paid and paid[0] and max(tasks) > paid[0])


def _is_idle(history: History) -> bool:
    """Whether nothing is on its way that the workflow could wait for, other than a message."""
    parts = (history.workflow_tasks, history.activities, history.timers, history.children)
    return all(each.closed_event is not None for part in parts for each in part)
