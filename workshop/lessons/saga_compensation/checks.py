"""The exercises of lesson 04: what the saga of an order has to leave in the ledger."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.lessons.saga_compensation.evidence import (
    IN_REVERSE,
    NO_ANSWER,
    STEPS,
    Faults,
    asks_for_ever,
    cancelled_during,
    cancelled_while_waiting,
    cannot_go_on,
    end_unless,
    ended,
    expect_cancelled,
    expect_failed,
    expect_in_reverse,
    expect_patient_undos,
    expect_shipped,
    expect_steps_ended_before_undos,
    expect_stopped_by_cancel,
    expect_undone,
    expect_waits_for_packed,
    has_impatient_undo,
    placed,
    refuses_to_ship,
    sold_out,
    tries_a_step_too_often,
    until_asked,
)

LESSON = "saga_compensation"

undo_in_reverse = Exercise(
    "undo_in_reverse",
    lesson=LESSON,
    module="saga_in_reverse",
    hints=[
        "When a step fails, its execute_activity raises. So the steps belong into a try, and the "
        "undos into an except.",
        "How does the except know which steps were done? Keep a list, and append to it the undo of "
        "each step. All three undos take the order's id.",
        "for undo in reversed(undos): await workflow.execute_activity(undo, order.order_id, "
        "**STEP)",
        "The bare statement `raise` at the end of an except block raises the error that was caught.",
    ],
)

unheard_step = Exercise(
    "unheard_step",
    lesson=LESSON,
    module="saga_unheard",
    hints=[
        "When the answer of a step is lost, at which line does run() leave the try? Is the undo in "
        "the list by then?",
        "Undoing a step that never happened does no harm. So what does it cost to be early?",
        "Append the undo in the line before its step.",
    ],
)

cancelled_saga = Exercise(
    "cancelled_saga",
    lesson=LESSON,
    module="saga_cancelled",
    hints=[
        "asyncio.CancelledError is not an Exception. An except clause can name several: "
        "except (Exception, asyncio.CancelledError).",
        "Before a step is undone it has to be over. Start it with workflow.start_activity, which "
        "gives you a handle that you can await more than once.",
        "await asyncio.shield(handle) raises CancelledError when the workflow is cancelled, and "
        "leaves the activity alone. In the except asyncio.CancelledError: wait for the handle.",
        "await workflow.wait([handle]) waits until the activity is over and never raises its "
        "error. Then raise, and your saga undoes.",
    ],
)

shielded_undo = Exercise(
    "shielded_undo",
    lesson=LESSON,
    module="saga_shielded",
    hints=[
        "A cancel is raised where your workflow waits. While it undoes, that is inside of an undo.",
        "Let the undos be a method of their own and run them in a task of their own: "
        "undoing = asyncio.create_task(self._undo(order)).",
        "await asyncio.shield(undoing) protects the task, not the one who waits for it: it still "
        "raises CancelledError. Then wait again.",
        "while not undoing.done(): try: await asyncio.shield(undoing), "
        "except asyncio.CancelledError: pass",
    ],
)

failed_undo = Exercise(
    "failed_undo",
    lesson=LESSON,
    module="saga_that_holds",
    hints=[
        "STEP gives up after three tries. An undo needs a policy of its own: what does a "
        "RetryPolicy do to which you give no maximum_attempts?",
        "An undo that the shop refuses raises ActivityError at its execute_activity. What about the "
        "undos after it?",
        "Catch ActivityError around each undo and append undo.__name__ to a list that __init__ "
        "makes. The query returns that list.",
    ],
)

SHIPPING = "which undos were registered when shipping failed."
LOST = "whether the step happened, and whether its undo was registered by then."
CANCELLED = "which exception a cancel raises, and which your except catches."
UNDOING = "what a cancel does to an undo that is on its way, and to those after it."
#: Seconds that a step takes, for a saga that only guesses how long that is.
NOT_SOON = 2.0
#: With waits that grow to 10 seconds, the server's default here, they take more than a minute.
MANY_TRIES = 16
#: Longer than any number of tries takes, also where each wait is twice the one before.
A_WHILE = timedelta(days=10_000)

TRIES = "how often an undo is tried, and who says so."
OTHERS = "what becomes of the other undos when one fails."
KILLED = "what a new worker knows of the undos that were still to come."


# undo_in_reverse


@undo_in_reverse.requires("ships and undoes nothing when all goes well")
async def reverse_ships(trial: Trial) -> None:
    unpacked = await placed(trial, packed=False)
    expect_shipped(await ended(trial))
    await expect_waits_for_packed(unpacked)
    await unpacked.handle.signal("packed")
    await unpacked.end()
    expect_shipped(unpacked)


@undo_in_reverse.requires("leaves nothing behind when shipping fails", together=True)
async def reverse_undoes(trial: Trial) -> None:
    run = await ended(trial, refuses_to_ship(trial))
    expect_undone(run, SHIPPING)
    expect_failed(run, "BadRequest")


@undo_in_reverse.requires("takes no money when the stock is sold out", together=True)
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


@undo_in_reverse.requires("gives the stock back when the payment is declined", together=True)
async def reverse_declined(trial: Trial) -> None:
    run = await ended(trial, lambda order_id: trial.shop.decline("charge", order_id))
    expect_undone(run, "what was done before the payment.")
    expect_failed(run, "PaymentDeclined")


@undo_in_reverse.requires("undoes the last step first, one after the other", together=True)
async def reverse_order(trial: Trial) -> None:
    def faults(order_id: str) -> None:
        trial.shop.fail("ship", order_id, status=422)
        trial.shop.fail("refund", order_id, status=503, times=1)

    run = await ended(trial, faults)
    expect_in_reverse(run)
    expect_undone(run, SHIPPING)
    expect_failed(run, "BadRequest")


@undo_in_reverse.requires("takes the same steps in a replay, failed orders too")
async def reverse_replays(trial: Trial) -> None:
    await trial.expect_replays()


# unheard_step


@unheard_step.requires("still ships, and still undoes in reverse")
async def unheard_still(trial: Trial) -> None:
    await asyncio.gather(reverse_ships(trial), reverse_order(trial), _still_goes_on(trial))


@unheard_step.requires("undoes a payment whose answer was lost", together=True)
async def unheard_payment(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "charge")


@unheard_step.requires("undoes a shipment whose answer was lost", together=True)
async def unheard_shipment(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "ship")


@unheard_step.requires("undoes a reservation whose answer was lost", together=True)
async def unheard_reservation(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "reserve")


@unheard_step.requires("takes the same steps in a replay, failed orders too")
async def unheard_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_unheard(trial: Trial, operation: str) -> None:
    run = await placed(trial, _loses_answers(trial, operation))
    await end_unless(run, tries_a_step_too_often)
    expect_undone(run, LOST)
    expect_in_reverse(run)
    expect_failed(run, *NO_ANSWER)


def _loses_answers(trial: Trial, operation: str) -> Faults:
    """Return what makes the shop do this for an order, and never say so."""
    return lambda order_id: trial.shop.lose_answer(operation, order_id, times=None)


async def _still_goes_on(trial: Trial) -> None:
    """Raise `NotYet` unless a saga whose refund is refused releases, and raises the first error."""
    run = await _refused(trial, "refund")
    _expect_released(run)
    expect_failed(run, *NO_ANSWER)


# cancelled_saga


@cancelled_saga.requires("still ships, and still undoes a step that nobody heard of", within=30)
async def cancelled_still(trial: Trial) -> None:
    await asyncio.gather(reverse_ships(trial), unheard_payment(trial), _still_goes_on(trial))


@cancelled_saga.requires("undoes when it is cancelled while it waits", together=True)
async def cancelled_waiting(trial: Trial) -> None:
    _expect_undone_by_cancel(await cancelled_while_waiting(trial))


@cancelled_saga.requires("undoes when it is cancelled while it pays", together=True, within=30)
async def cancelled_paying(trial: Trial) -> None:
    runs = await asyncio.gather(
        cancelled_during(trial, "charge", STEPS["charge"][0]), _cancelled_unanswered(trial)
    )
    for run in runs:
        _expect_undone_by_cancel(run)


@cancelled_saga.requires("undoes when it is cancelled while it ships", together=True, within=30)
async def cancelled_shipping(trial: Trial) -> None:
    await _expect_undone_in_step(trial, "ship")


@cancelled_saga.requires("undoes when it is cancelled while it reserves", together=True, within=30)
async def cancelled_reserving(trial: Trial) -> None:
    await _expect_undone_in_step(trial, "reserve")


@cancelled_saga.requires("takes the same steps in a replay, cancelled orders too")
async def cancelled_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_in_step(trial: Trial, operation: str) -> None:
    activity = STEPS[operation][0]
    _expect_undone_by_cancel(await cancelled_during(trial, operation, activity))


async def _cancelled_unanswered(trial: Trial) -> Run:
    """Return a saga that was cancelled while it paid, and whose payment failed, but not soon."""

    def faults(order_id: str) -> None:
        trial.shop.delay("charge", order_id, NOT_SOON, times=1)
        trial.shop.lose_answer("charge", order_id, times=None)

    return await cancelled_during(trial, "charge", STEPS["charge"][0], faults)


def _expect_undone_by_cancel(run: Run) -> None:
    expect_stopped_by_cancel(run)
    expect_undone(run, CANCELLED)
    expect_steps_ended_before_undos(run)
    expect_in_reverse(run)
    expect_cancelled(run)


# shielded_undo


@shielded_undo.requires("still ships, and still undoes when it is cancelled", within=30)
async def shielded_still(trial: Trial) -> None:
    await asyncio.gather(
        reverse_ships(trial),
        cancelled_waiting(trial),
        _expect_undone_in_step(trial, "charge"),
        _still_goes_on(trial),
    )


@shielded_undo.requires("finishes a refund when a cancel comes", together=True, within=30)
async def shielded_refund(trial: Trial) -> None:
    await _expect_undone_in_undo(trial, "charge")


@shielded_undo.requires(
    "finishes the recall of a shipment when a cancel comes", together=True, within=20
)
async def shielded_recall(trial: Trial) -> None:
    await _expect_undone_in_undo(trial, "ship")


@shielded_undo.requires("finishes a release when a cancel comes", together=True, within=30)
async def shielded_release(trial: Trial) -> None:
    await _expect_undone_in_undo(trial, "reserve")


@shielded_undo.requires("takes the same steps in a replay, cancelled orders too")
async def shielded_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_in_undo(trial: Trial, operation: str) -> None:
    """Raise `NotYet` unless a saga that is cancelled in the undo of this step undoes all.

    Shipping happened and nobody heard of it, so all three steps are to be undone. The first try of
    the undo fails after the cancel has come.
    """
    _, undo, activity = STEPS[operation]

    def faults(order_id: str) -> None:
        trial.shop.lose_answer("ship", order_id, times=None)
        trial.shop.fail(undo, order_id, status=503, times=1)

    run = await cancelled_during(trial, undo, activity, faults)
    expect_undone(run, UNDOING)
    expect_in_reverse(run)
    if not (_is_local(run, activity) and run.history.status == "cancelled"):
        expect_failed(run, *NO_ANSWER)


def _is_local(run: Run, activity: str) -> bool:
    """Whether the saga ran this as a local activity.

    The server fails a task in which one runs when a cancel arrives. The next task brings the
    step's failure and the cancel together, and the saga may take either for the first.
    """
    return any(each.type == activity for each in run.history.local_activities)


# failed_undo


@failed_undo.requires("still ships, and still undoes when it is cancelled", within=30)
async def failed_still(trial: Trial) -> None:
    trial.launch(_killed(trial))  # needed soon, and it takes a moment to start
    await asyncio.gather(
        reverse_ships(trial), _expect_undone_in_step(trial, "charge"), shielded_refund(trial)
    )


@failed_undo.requires("tries an undo again until it succeeds", together=True)
async def failed_retries(trial: Trial) -> None:
    def faults(order_id: str) -> None:
        trial.shop.fail("ship", order_id, status=422)
        trial.shop.fail("refund", order_id, status=503, times=4)

    run = await placed(trial, faults)
    await end_unless(run, has_impatient_undo)
    expect_undone(run, TRIES)
    expect_in_reverse(run)
    expect_failed(run, "BadRequest")
    expect_patient_undos(run)
    await _expect_no_last_try(trial, run)


@failed_undo.requires("goes on undoing when its worker is killed", together=True, within=30)
async def failed_killed(trial: Trial) -> None:
    def faults(order_id: str) -> None:
        trial.shop.fail("ship", order_id, status=422)
        trial.shop.fail("refund", order_id, status=503, times=2)

    task_queue = _killed(trial)
    process = await trial.process(task_queue)
    run = await placed(trial, faults, task_queue=task_queue)
    await until_asked(run, "refund")
    process.kill()
    await trial.serve(task_queue)
    await end_unless(run, cannot_go_on)
    expect_failed(run, "BadRequest")
    expect_undone(run, KILLED)
    expect_in_reverse(run)


@failed_undo.requires("goes on with the other undos when one is refused", together=True, within=30)
async def failed_goes_on(trial: Trial) -> None:
    of_the_money, of_the_parcel = await asyncio.gather(
        _refused(trial, "refund"), _refused(trial, "cancel_shipment")
    )
    _expect_released(of_the_money)
    ledger = of_the_parcel.ledger
    expect(
        not ledger.open_charges and not ledger.held_stock,
        expected="the refund and the release, although the recall of the shipment was refused",
        happened=f"the ledger still holds {len(ledger.leftovers)} things to undo.",
        think=OTHERS,
    )


@failed_undo.requires("raises the first error, not that of the undo", together=True)
async def failed_raises_the_first(trial: Trial) -> None:
    expect_failed(await _refused(trial, "refund"), *NO_ANSWER)


@failed_undo.requires("answers failed_undos with those that were refused", together=True)
async def failed_answers(trial: Trial) -> None:
    well, one, two = await asyncio.gather(
        ended(trial), _refused(trial, "refund"), _refused(trial, "cancel_shipment", "release")
    )
    await _expect_failed_undos(well)
    await _expect_failed_undos(one, "refund_payment")
    await _expect_failed_undos(two, "cancel_shipment", "release_inventory")


@failed_undo.requires("takes the same steps in a replay, failed orders too")
async def failed_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_no_last_try(trial: Trial, earlier: Run) -> None:
    """Raise `NotYet` if an undo is given up after so many tries, or after minutes of them.

    Each undo fails as often as the earlier saga let it be tried, the refund more often. Only for
    undos in the saga's own history: the time of others cannot be skipped.
    """
    limits = {
        operation: max(each.retry_policy.maximum_attempts for each in tried if each.retry_policy)
        for operation, activity in (STEPS[step][1:] for step in STEPS)
        if (tried := earlier.history.scheduled(activity))
    }
    if "refund" not in limits:  # the saga undoes elsewhere: in a child workflow, for example
        return

    def faults(order_id: str) -> None:
        trial.shop.fail("ship", order_id, status=422)
        for operation, limit in {**limits, "refund": max(limits["refund"], MANY_TRIES)}.items():
            if limit:
                trial.shop.fail(operation, order_id, status=503, times=limit)

    run = await placed(trial, faults)
    await until_asked(run, next(undo for undo in IN_REVERSE if undo in limits))
    await run.skip(A_WHILE)  # the waits between so many tries
    await run.end()
    expect_undone(run, TRIES)


async def _refused(trial: Trial, *undos: str) -> Run:
    """Return the saga of an order that was shipped and not heard of, and whose undos are refused."""

    def faults(order_id: str) -> None:
        trial.shop.lose_answer("ship", order_id, times=None)
        for undo in undos:
            trial.shop.fail(undo, order_id, status=409)

    run = await placed(trial, faults)
    await end_unless(run, asks_for_ever)
    return run


def _expect_released(run: Run) -> None:
    """Raise `NotYet` if the stock is held, in a saga whose refund was refused."""
    expect(
        not run.ledger.held_stock,
        expected="the stock to be released, although the refund was refused",
        happened="The reservation is still there: the shop was never asked for release.",
        think=OTHERS,
    )


async def _expect_failed_undos(run: Run, *names: str) -> None:
    await run.expect_replays()  # a workflow that has ended answers through a replay
    answer = await run.query("failed_undos")
    expect(
        isinstance(answer, list) and sorted(answer) == sorted(names),
        expected=f"failed_undos to answer {[*names]}"
        + (
            " when these were refused" if names else " when every undo succeeded or none was needed"
        ),
        happened=f"it answered {answer!r}.",
        think="where your workflow writes down which undo has failed, and under which name.",
    )


def _killed(trial: Trial) -> str:
    """Return the task queue of the worker that will be killed."""
    return f"{trial.worker.task_queue}-killed"
