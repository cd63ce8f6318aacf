"""What a saga has to leave behind, read from the ledger first and from the history second.

The ledger is the judge wherever it can be: an answer may run its undos in a child workflow or as
local activities, and its own history would not show them.

Long: what the five exercises of the lesson share, and each has its own words for it.
"""

from __future__ import annotations

import builtins
import itertools
import math
from collections.abc import Callable
from datetime import timedelta

from workshop.exercises import NotYet, Run, Trial, expect
from workshop.exercises.engine.finding import CouldNotJudge
from workshop.exercises.workflows.wording import SLIPS, thought_on
from workshop.history import ActivityRun, History
from workshop.lessons.saga_compensation.options import (
    expect_children_last,
    expect_patient,
    expect_step_options,
    expect_step_unchanged,
    expect_undo_options,
    histories,
)
from workshop.orders import OrderInput
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

ONE_AFTER_THE_OTHER = "which step came last, and whether each undo waits for the one before it."
PACKED = "what the saga waits for between the payment and the shipment, and what ends that wait."

#: What httpx raises when the shop cuts the connection: which, is up to the operating system.
NO_ANSWER = ("RemoteProtocolError", "ReadError")

#: In this time no call to the shop is over.
NO_TIME = timedelta(milliseconds=100)

Finding = Callable[[Run, History], NotYet | None]


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
            think="which steps an order takes, and how many times it takes each.",
        )
    _expect_goods(ledger, order)
    undone = [name for name in IN_REVERSE if ledger.calls_of(name)]
    expect(
        not undone,
        expected="no undo for an order that goes well",
        happened=f"the shop was asked for {' and '.join(undone)}.",
        think="which way out of run() the undos belong on.",
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
            for each in undos(history)
            if each.retry_policy and not each.retry_policy.maximum_attempts
        )
    except NotYet as finding:
        return finding
    return None


async def expect_lasting_options(trial: Trial) -> None:
    """Raise `NotYet` if a step or an undo of a saga would be given up sooner than with `STEP`."""
    for run in _runs_as_they_come(trial):
        for history in await histories(run):
            expect_step_options(steps(history))
            expect_undo_options(undos(history))


async def expect_patient_options(trial: Trial) -> None:
    """Raise `NotYet` unless steps have the options of `STEP`, and undos those of the exercise."""
    for run in _runs_as_they_come(trial):
        for history in await histories(run):
            expect_step_unchanged(steps(history))
            expect_step_options(steps(history))
            expect_patient(undos(history))
            expect_children_last(history)


def _runs_as_they_come(trial: Trial) -> list[Run]:
    """Return the runs that have ended, and of which no attempt was given less time than it has."""
    return [run for run in trial.runs if run.outcome and run.task_queue not in trial.hastened]


def steps(history: History) -> list[ActivityRun]:
    return [each for step, *_ in STEPS.values() for each in history.scheduled(step)]


def undos(history: History) -> list[ActivityRun]:
    return [each for _, _, undo in STEPS.values() for each in history.scheduled(undo)]


async def expect_undos_go_on(run: Run) -> None:
    """Raise `NotYet` if a cancel was passed on to an undo."""
    for history in await histories(run):
        hit = [each for each in undos(history) if each.cancel_requested_event is not None]
        expect(
            not hit,
            expected="the undo in flight to go on, with all its attempts",
            happened=f"the history shows that {hit and hit[0].type} was cancelled, and then "
            "begun again: the first one may still be running.",
            think="what stands between a cancel and the undo that is running.",
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
                "what it does after that is never undone.",
                think="when your workflow learns of a cancel, and when the activity does.",
            )


def expect_failed(run: Run, *kinds: str) -> None:
    """Raise `NotYet` unless the saga failed, and for one of these reasons."""
    failure = run.history.failure
    reason = f"the workflow to fail with {kinds[0]}, the first error, so that the caller learns why"
    expect(
        run.history.status == "failed",
        expected=reason,
        happened=f"it {how_it_ended(run.history)}.",
        think="what happens to an error that nobody raises again.",
    )
    expect(
        failure and {*kinds} & {cause.type for cause in failure.chain},
        expected=reason,
        happened=f"it failed with {failure and failure.origin}.".replace("..", "."),
        think="where this error comes from, and whether you raise the first one again.",
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
        think="what happens to a cancel when the step it hits succeeds, and what can still tell you "
        "that it came. (A reason may be an empty string, so compare it with None.)"
        if asked_in_a_step
        else "what a cancel raises where the workflow waits, and which line runs after that.",
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
        happened=f"it {how_it_ended(run.history)}.",
        think="what happens to the CancelledError that your except caught."
        if run.history.status == "completed"
        else "what the caller who cancelled should be told, and which exception says so.",
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


def how_it_ended(history: History) -> str:
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
        return f"the shop was asked for {undo} and had nothing to undo yet: the step came later"
    return f"the shop was asked for {undo}, answered {answers}, and was not asked again"


def _activities(run: Run) -> str:
    return ", ".join(each.type for each in run.history.activities) or "no activity"
