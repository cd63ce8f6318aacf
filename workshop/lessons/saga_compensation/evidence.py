"""What a saga has to leave behind, read from the ledger first and from the history second.

The ledger is the judge wherever it can be: an answer may run its undos in a child workflow or as
local activities, and its own history would not show them.
"""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import itertools
import math
from collections.abc import Callable
from datetime import timedelta

from temporalio.client import RPCError

from workshop.exercises import NotYet, Run, Trial, expect
from workshop.exercises.finding import CouldNotJudge
from workshop.exercises.run import SLIPS, thought_on
from workshop.exercises.troubles import Faults, refuses
from workshop.exercises.words import in_seconds
from workshop.history import ActivityRun, History, read_history
from workshop.lessons.saga_compensation.options import (
    STEP_TRIES,
    STEP_TRY,
    expect_children_last,
    expect_patient,
    expect_step_options,
    expect_step_unchanged,
    expect_undo_options,
    histories,
)
from workshop.orders import OrderInput, OrderItem
from workshop.patience import LONGER_AND_LONGER
from workshop.shop.ledger import Ledger

WORKFLOW = "OrderSagaWorkflow"

#: A step of the saga, as the shop calls it: its activity, its undo as the shop calls it, its undo's
#: activity.
STEPS = {
    "reserve": ("reserve_inventory", "release", "release_inventory"),
    "charge": ("process_payment", "refund", "refund_payment"),
    "ship": ("create_shipment", "cancel_shipment", "cancel_shipment"),
}

#: The undos in the order in which they have to come.
IN_REVERSE = ("cancel_shipment", "refund", "release")

ONE_AFTER_THE_OTHER = "which step came last, and whether an undo waits for the one before it."
PACKED = "which wait stands between the payment and the shipment, and what ends it."

#: What httpx raises when the shop cuts the connection: which, is up to the operating system.
NO_ANSWER = ("RemoteProtocolError", "ReadError")

#: In this time no call to the shop is over.
NO_TIME = timedelta(milliseconds=100)

Finding = Callable[[Run, History], NotYet | None]


# Orders to try a saga with


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
    signal = {"start_signal": "packed"} if packed else {}
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
    ending = asyncio.ensure_future(run.end())
    pause = 0.1
    try:
        while not ending.done():
            history = await read_history(run.handle)
            for finding in findings:
                if said := finding(run, history):
                    raise said
            await asyncio.wait({ending}, timeout=pause)
            pause = min(1.5 * pause, 1.0)  # many sagas are watched at the same time
        await ending
    finally:
        ending.cancel()
    if not is_slow:
        _expect_quick(run.history)


def _expect_quick(history: History) -> None:
    """Raise `CouldNotJudge` if a step ran out of time, and nobody told the shop to be slow."""
    for step in _steps(history):
        failures = (step.failure, step.last_failure)
        if (step.start_to_close_timeout or STEP_TRY) >= STEP_TRY and any(
            cause.timeout == "start to close" for each in failures if each for cause in each.chain
        ):
            raise CouldNotJudge(
                f"The computer is so busy that a try of {step.type} took longer than "
                f"{in_seconds(STEP_TRY)}."
            )


def tries_a_step_too_often(run: Run, _: History) -> NotYet | None:
    """Return a finding when a step gets more tries than `STEP` gives it."""
    ledger = run.ledger
    for operation, (step, *_undo) in STEPS.items():
        if len(ledger.calls_of(operation)) > STEP_TRIES:
            return NotYet(
                expected=f"{step} to be given up after {STEP_TRIES} tries, as STEP says",
                happened=f"the shop did not answer, and {step} was tried a "
                f"{STEP_TRIES + 1}th time, and so on.",
                think="what maximum_attempts STEP came with, and when a saga can begin to undo.",
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
                happened=f"the shop has refused {undo} with {refused[0]}, was asked again, and so "
                "on.",
                think="which errors another try can cure.",
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
        expected="a worker that has only the history to go on where it ends",
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
                    expected=f"one try of {undo} to have time for a call to the shop",
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
        if request and all(request.event < (each.closed_event or math.inf) for each in began):
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
        happened=f"nobody has sent packed yet, and it {_how_it_ended(history)}.",
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


# What has to be seen


def expect_shipped(run: Run, order: OrderInput) -> None:
    """Raise `NotYet` unless the order went well: paid, sent, and nothing undone."""
    result = run.expect_completed()
    ledger = run.ledger
    expect(
        result == {"order_id": run.order_id, "status": "completed"},
        expected='OrderResult(order.order_id, "completed") as the result',
        happened=f"the workflow returned {result!r}.",
        think="what run() returns when all goes well.",
    )
    done = {
        "one charge": len(ledger.charges),
        "one reservation": len(ledger.reservations),
        "one shipment": len(ledger.shipments),
    }
    for what, count in done.items():
        expect(
            count == 1,
            expected=f"the ledger to show {what}",
            happened=f"it shows {count or 'none'}; the history shows {_activities(run)}.",
            think="which steps an order takes, and how often each.",
        )
    _expect_goods(ledger, order)
    undone = [name for name in IN_REVERSE if ledger.calls_of(name)]
    expect(
        not undone,
        expected="no undo for an order that goes well",
        happened=f"the shop was asked for {' and '.join(undone)}.",
        think="on which way out of run() the undos belong.",
    )


def _expect_goods(ledger: Ledger, order: OrderInput) -> None:
    charged = ledger.charges[0].amount
    expect(
        charged == order.total,
        expected=f"the customer to be charged {order.total} cents, the order's total",
        happened=f"the ledger shows {charged}.",
        think="where the amount comes from.",
    )
    asked = {item.sku: item.quantity for item in order.items}
    reserved = {item.sku: item.quantity for item in ledger.reservations[0].items}
    expect(
        reserved == asked,
        expected=f"the order's goods to be reserved, {asked}",
        happened=f"the ledger shows {reserved}.",
        think="where the goods come from.",
    )


def expect_undone(run: Run, think: str, *, but: str = "") -> None:
    """Raise `NotYet` if a shipment, a charge or a reservation of the order is left.

    ``think`` is the thought when one is. ``but`` is an undo that does not count.
    """
    ledger = run.ledger
    bug = _bug(run)
    left = {
        "cancel_shipment": ("no shipment under way", "The shipment", ledger.open_shipments),
        "refund": ("no open charge", "The charge", ledger.open_charges),
        "release": ("no stock held", "The reservation", ledger.held_stock),
    }
    for undo, (wanted, what, open_things) in left.items():
        expect(
            not open_things or undo == but,
            expected=f"the ledger to end with {wanted}",
            happened=f"{bug}{what} is still there: {_asked(ledger, undo)}.",
            think=thought_on(run.history.failure) if bug else think,
        )


def expect_done_in_time(run: Run, operation: str) -> None:
    """Raise `CouldNotJudge` if the shop did this only after it was asked to undo it.

    On a busy machine a try can run out of time before its request has left.
    """
    done = [call.operation for call in run.ledger.calls if call.status < 400]
    undo = STEPS[operation][1]
    if operation in done and undo in done and done.index(undo) < done.index(operation):
        raise CouldNotJudge(
            f"The computer is so busy that the request to {operation} left too late."
        )


def expect_in_reverse(run: Run) -> None:
    """Raise `NotYet` if an undo succeeded before the undo of a later step had."""
    succeeded = [call.operation for call in run.ledger.calls if call.status < 400]
    came = [undo for undo in dict.fromkeys(succeeded) if undo in IN_REVERSE]
    wanted = [undo for undo in IN_REVERSE if undo in came]
    expect(
        came == wanted,
        expected=f"the shop to be asked for {', then '.join(wanted)}",
        happened=f"these succeeded in the order {', '.join(came)}.",
        think=ONE_AFTER_THE_OTHER,
    )
    for late, early in itertools.combinations(reversed(STEPS.values()), 2):
        before, after = (run.history.scheduled(undo) for *_, undo in (late, early))
        expect(
            not before
            or not after
            or (before[-1].closed_event or math.inf) < after[0].scheduled_event,
            expected=f"{early[2]} to begin when {late[2]} is over",
            happened=f"the history shows {early[2]} asked for while {late[2]} was still on its "
            "way.",
            think=ONE_AFTER_THE_OTHER,
        )


def has_impatient_undo(_: Run, history: History) -> NotYet | None:
    """Return a finding on an undo of the history that has no limit of tries, if there is one.

    One that has a limit will be given up, and the ledger shows what comes of that.
    """
    try:
        expect_patient(
            each
            for each in _undos(history)
            if each.retry_policy and not each.retry_policy.maximum_attempts
        )
    except NotYet as finding:
        return finding
    return None


async def expect_lasting_options(trial: Trial) -> None:
    """Raise `NotYet` if a step or an undo of a saga would be given up sooner than with `STEP`."""
    for run in trial.runs:
        for history in await histories(run) if run.outcome else ():
            expect_step_options(_steps(history))
            expect_undo_options(_undos(history))


async def expect_patient_options(trial: Trial) -> None:
    """Raise `NotYet` unless steps have the options of `STEP`, and undos those of the exercise."""
    for run in trial.runs:
        for history in await histories(run) if run.outcome else ():
            expect_step_unchanged(_steps(history))
            expect_step_options(_steps(history))
            expect_patient(_undos(history))
            expect_children_last(history)


def _steps(history: History) -> list[ActivityRun]:
    return [each for step, *_ in STEPS.values() for each in history.scheduled(step)]


def _undos(history: History) -> list[ActivityRun]:
    return [each for _, _, undo in STEPS.values() for each in history.scheduled(undo)]


async def expect_undos_go_on(run: Run) -> None:
    """Raise `NotYet` if a cancel was passed on to an undo."""
    for history in await histories(run):
        hit = [each for each in _undos(history) if each.cancel_requested_event is not None]
        expect(
            not hit,
            expected="the undo that is on its way to go on, with all its tries",
            happened=f"the history shows that {hit and hit[0].type} was cancelled, and then "
            "begun anew: the first one may still be at work.",
            think="what stands between a cancel and the undo that runs.",
        )


def expect_steps_ended_before_undos(run: Run) -> None:
    """Raise `NotYet` if the history shows an undo begun while its step was on its way."""
    for step, _, undo in STEPS.values():
        steps, undos = run.history.scheduled(step), run.history.scheduled(undo)
        if steps and undos:
            end = steps[-1].closed_event
            expect(
                end is not None and end < undos[-1].scheduled_event,
                expected=f"{step} to have ended before {undo} begins",
                happened=f"the history shows {undo} asked for while {step} was still on its way: "
                "what it does after that, nobody undoes.",
                think="when your workflow learns of the cancel, and when the activity does.",
            )


def expect_failed(run: Run, *kinds: str) -> None:
    """Raise `NotYet` unless the saga failed, and for one of these reasons."""
    failure = run.history.failure
    reason = (
        f"the workflow to fail with {kinds[0]}, the first error, so that the caller hears of it"
    )
    expect(
        run.history.status == "failed",
        expected=reason,
        happened=f"it {_how_it_ended(run.history)}.",
        think="what becomes of an error that nobody raises again.",
    )
    expect(
        failure and {*kinds} & {cause.type for cause in failure.chain},
        expected=reason,
        happened=f"it failed with {failure and failure.origin}.".replace("..", "."),
        think="where this error comes from, and whether the first one is raised again.",
    )
    run.expect_no_bug(think="which error you caught, and how to raise that one again.")


def expect_stopped_by_cancel(run: Run) -> None:
    """Raise `NotYet` if the saga went on to its end as if nobody had cancelled it."""
    asked_in_a_step = [
        step
        for step, _, _ in STEPS.values()
        if any(_is_between(run.history, each) for each in run.history.scheduled(step))
    ]
    where = f"while {asked_in_a_step[0]} was on its way" if asked_in_a_step else "while it waited"
    expect(
        run.history.status != "completed" or not run.ledger.open_shipments,
        expected="the workflow to undo and to end as cancelled",
        happened=f"it completed although it was cancelled {where}, and shipped.",
        think="what becomes of a cancel when the step that it hits succeeds, and who says then "
        "that it came: a reason may be an empty text, so compare it with None."
        if asked_in_a_step
        else "what a cancel raises where the workflow waits, and which line goes on after it.",
    )


def _is_between(history: History, step: ActivityRun) -> bool:
    """Whether the cancel came after the step was begun and before it was over."""
    request = history.cancel_request
    if request is None:
        return False
    return step.scheduled_event < request.event < (step.closed_event or math.inf)


def expect_cancelled(run: Run) -> None:
    """Raise `NotYet` unless the saga ended as cancelled."""
    expect(
        run.history.status == "cancelled",
        expected="the workflow to end as cancelled",
        happened=f"it {_how_it_ended(run.history)}.",
        think="what becomes of the CancelledError that an except has caught."
        if run.history.status == "completed"
        else "what a caller is told who asked for a cancel, and which exception says it.",
    )


# Words for findings


def _bug(run: Run) -> str:
    """Return the beginning of a sentence that tells what run() raised, if it raised a plain error.

    A slip of the pen is told by the trial.
    """
    failure = run.history.failure
    if failure is None or failure.type in SLIPS or not hasattr(builtins, failure.type):
        return ""
    return f"run() failed: {str(failure).rstrip('.')}. "


def _how_it_ended(history: History) -> str:
    if history.status == "completed":
        return f"completed and returned {history.result!r}"
    if history.failure is not None:
        return f"{history.status} with {history.failure.origin}".rstrip(".")
    return f"ended as {history.status}"


def _asked(ledger: Ledger, undo: str) -> str:
    calls = ledger.calls_of(undo)
    if not calls:
        return f"the shop was never asked for {undo}"
    answers = ", ".join(str(call.status) for call in calls)
    if calls[-1].status < 400:
        return f"the shop was asked for {undo} and had nothing to undo yet; it came later"
    return f"the shop was asked for {undo}, answered {answers}, and was not asked again"


def _activities(run: Run) -> str:
    return ", ".join(each.type for each in run.history.activities) or "no activity"
