"""The exercises of lesson 04: what the saga of an order has to leave in the ledger."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import timedelta

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.troubles import (
    PASSING,
    Faults,
    fails_by_each,
    hangs_at_last,
    is_down,
    refuses,
    together,
)
from workshop.lessons.saga_compensation.evidence import (
    IN_REVERSE,
    NO_ANSWER,
    STEPS,
    another_order,
    asks_for_ever,
    cancelled_during,
    cancelled_while_waiting,
    cannot_go_on,
    end_unless,
    ended,
    expect_cancelled,
    expect_done_in_time,
    expect_failed,
    expect_in_reverse,
    expect_lasting_options,
    expect_patient_options,
    expect_shipped,
    expect_steps_ended_before_undos,
    expect_stopped_by_cancel,
    expect_undone,
    expect_undos_go_on,
    expect_waits_for_packed,
    has_impatient_undo,
    no_faults,
    placed,
    refuses_to_ship,
    sold_out,
    tries_a_step_too_often,
    until_asked,
)
from workshop.lessons.saga_compensation.options import STEP_TRIES

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
#: With waits that grow to 10 seconds, the server's default here, they take minutes.
MANY_TRIES = 12
#: Longer than any number of tries takes, also where each wait is twice the one before.
A_WHILE = timedelta(days=10_000)

TRIES = "how often an undo is tried, and who says so."
OTHERS = "what becomes of the other undos when one fails."
KILLED = "what a new worker knows of the undos that were still to come."


# undo_in_reverse


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
    run = await ended(trial, _declined(trial))
    expect_undone(run, "what was done before the payment.")
    expect_failed(run, "PaymentDeclined")


@undo_in_reverse.requires("undoes whatever it is that makes a step fail", together=True)
async def reverse_any_failure(trial: Trial) -> None:
    shop = trial.shop
    await _in_turn(
        _expect_undone_after(trial, "reserve", is_down(shop, "reserve", 520), "ShopUnavailable"),
        _expect_undone_after(
            trial, "charge", hangs_at_last(shop, "charge", STEP_TRIES), "TimeoutError"
        ),
        _expect_undone_after(trial, "ship", is_down(shop, "ship", 507), "ShopUnavailable"),
        _still_after_a_timeout(trial),
    )


async def _in_turn(*judges: Awaitable[None]) -> None:
    """Let all go on at the same time; raise what the first of them raises that is not content."""
    for said in await asyncio.gather(*judges, return_exceptions=True):
        if said is not None:
            raise said


async def _still_after_a_timeout(trial: Trial) -> None:
    """Raise `NotYet` unless the saga undoes what it has done when its last step times out."""
    hangs = hangs_at_last(trial.shop, "ship", STEP_TRIES)
    await _expect_undone_after(trial, "ship", hangs, "TimeoutError")


async def _expect_undone_after(trial: Trial, operation: str, faults: Faults, error: str) -> None:
    """Raise `NotYet` unless the steps before this one are undone when it fails with this error."""
    run = await placed(trial, faults)
    await end_unless(run, tries_a_step_too_often, is_slow=error == "TimeoutError")
    if error == "TimeoutError":
        expect_done_in_time(run, operation)
    expect_undone(
        run,
        f"which errors end a step like {STEPS[operation][0]}, and which of them your code takes "
        "for the end of it.",
    )
    expect_failed(run, error)


@undo_in_reverse.requires("undoes the last step first, one after the other", together=True)
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


@undo_in_reverse.requires("gives each step and each undo the options of STEP")
async def reverse_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@undo_in_reverse.requires("takes the same steps in a replay, failed orders too")
async def reverse_replays(trial: Trial) -> None:
    await trial.expect_replays()


# unheard_step


@unheard_step.requires("still ships, and still undoes in reverse")
async def unheard_still(trial: Trial) -> None:
    await asyncio.gather(reverse_ships(trial), reverse_order(trial))


@unheard_step.requires("undoes a payment whose answer was lost", together=True)
async def unheard_payment(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "charge")


@unheard_step.requires("undoes a shipment whose answer was lost", together=True)
async def unheard_shipment(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "ship")


@unheard_step.requires("undoes a reservation whose answer was lost", together=True)
async def unheard_reservation(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "reserve")


@unheard_step.requires("goes on with the other undos when one fails", together=True)
async def unheard_goes_on(trial: Trial) -> None:
    await _still_goes_on(trial)


@unheard_step.requires("gives each step and each undo the options of STEP")
async def unheard_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@unheard_step.requires("takes the same steps in a replay, failed orders too")
async def unheard_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_unheard(trial: Trial, operation: str) -> None:
    hangs = hangs_at_last(trial.shop, operation, STEP_TRIES, is_done=True)
    cut, hung, refused = await asyncio.gather(
        placed(trial, _loses_answers(trial, operation)),
        placed(trial, hangs),
        placed(trial, _loses_an_answer_and_refuses(trial, operation)),
    )
    await asyncio.gather(
        end_unless(cut, tries_a_step_too_often),
        end_unless(hung, tries_a_step_too_often, is_slow=True),
        end_unless(refused, tries_a_step_too_often),
    )
    expect_done_in_time(hung, operation)
    for run, errors in (
        (cut, NO_ANSWER),
        (hung, ("TimeoutError",)),
        (refused, ("BadRequest",)),
    ):
        expect_undone(run, LOST)
        expect_in_reverse(run)
        expect_failed(run, *errors)


def _loses_answers(trial: Trial, operation: str) -> Faults:
    """Return what makes the shop do this for an order, and never say so."""
    return lambda order_id: trial.shop.lose_answer(operation, order_id, times=None)


def _loses_an_answer_and_refuses(trial: Trial, operation: str) -> Faults:
    """Return what makes the shop do this unheard at the first try, and refuse the second one."""

    def faults(order_id: str) -> None:
        trial.shop.lose_answer(operation, order_id)
        trial.shop.fail(operation, order_id, status=422)

    return faults


def _declined(trial: Trial) -> Faults:
    """Return what makes the bank decline the payment."""
    return lambda order_id: trial.shop.decline("charge", order_id)


async def _still_goes_on(trial: Trial) -> None:
    """Raise `NotYet` unless a saga goes on when an undo fails, and raises the first error.

    Each undo fails, in another way. With the tries that STEP gives it: one that has more succeeds.
    """
    shop = trial.shop
    await _in_turn(
        _expect_goes_on(
            trial, "cancel_shipment", is_down(shop, "cancel_shipment", times=STEP_TRIES)
        ),
        _expect_goes_on(trial, "refund", refuses(shop, "refund", 409)),
        _expect_goes_on(trial, "release", lambda order_id: shop.decline("release", order_id)),
    )


async def _expect_goes_on(trial: Trial, undo: str, faults: Faults) -> None:
    run = await placed(trial, together(_loses_answers(trial, "ship"), faults))
    await end_unless(run, asks_for_ever)
    _expect_others_undone(run, undo)
    expect_failed(run, *NO_ANSWER)


def _expect_others_undone(run: Run, *failed: str) -> None:
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
    return {"cancel_shipment": "call back the shipment", "refund": "refund the charge"}.get(
        undo, "release the stock"
    )


def _asked_for(run: Run, undo: str) -> str:
    calls = run.ledger.calls_of(undo)
    if not calls:
        return f"the shop was never asked for {undo}"
    return f"the shop was asked for {undo} and answered " + ", ".join(
        str(call.status) for call in calls
    )


# cancelled_saga


@cancelled_saga.requires("still ships, and still undoes a step that nobody heard of", within=30)
async def cancelled_still(trial: Trial) -> None:
    await asyncio.gather(
        reverse_ships(trial),
        _still_after_a_timeout(trial),
        unheard_payment(trial),
        _still_goes_on(trial),
    )


@cancelled_saga.requires("undoes when it is cancelled while it waits", together=True)
async def cancelled_waiting(trial: Trial) -> None:
    _expect_undone_by_cancel(await cancelled_while_waiting(trial))


@cancelled_saga.requires(
    "goes on with the other undos after a cancel when one fails", together=True
)
async def cancelled_goes_on(trial: Trial) -> None:
    undos = ("refund", "release")
    runs = await asyncio.gather(
        *(cancelled_while_waiting(trial, refuses(trial.shop, undo)) for undo in undos)
    )
    for undo, run in zip(undos, runs, strict=True):
        _expect_others_undone(run, undo)
        expect_cancelled(run)


@cancelled_saga.requires("undoes when it is cancelled while it pays", together=True, within=30)
async def cancelled_paying(trial: Trial) -> None:
    await _in_turn(
        _expect_undone_by_cancel_in(trial, "charge"),
        _expect_undone_when_unanswered(trial),
        _expect_undone_by_cancel_in(trial, "charge", refuses(trial.shop, "charge", 422)),
    )


@cancelled_saga.requires("undoes when it is cancelled while it ships", together=True, within=30)
async def cancelled_shipping(trial: Trial) -> None:
    await _expect_undone_in_step(trial, "ship")


@cancelled_saga.requires("undoes when it is cancelled while it reserves", together=True, within=30)
async def cancelled_reserving(trial: Trial) -> None:
    await _expect_undone_in_step(trial, "reserve")


@cancelled_saga.requires("gives each step and each undo the options of STEP")
async def cancelled_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@cancelled_saga.requires("takes the same steps in a replay, cancelled orders too")
async def cancelled_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_in_step(trial: Trial, operation: str) -> None:
    """Raise `NotYet` unless a cancel in this step undoes all, whether it succeeds or fails then."""
    await _in_turn(
        _expect_undone_by_cancel_in(trial, operation),
        _expect_undone_by_cancel_in(trial, operation, refuses(trial.shop, operation, 422)),
    )


async def _expect_undone_by_cancel_in(
    trial: Trial, operation: str, faults: Faults = no_faults
) -> None:
    activity = STEPS[operation][0]
    _expect_undone_by_cancel(await cancelled_during(trial, operation, activity, faults))


async def _expect_undone_when_unanswered(trial: Trial) -> None:
    """Raise `NotYet` unless a cancel undoes all while a payment fails, but not soon."""

    def faults(order_id: str) -> None:
        trial.shop.delay("charge", order_id, NOT_SOON, times=1)
        trial.shop.lose_answer("charge", order_id, times=None)

    _expect_undone_by_cancel(await cancelled_during(trial, "charge", STEPS["charge"][0], faults))


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
        cancelled_goes_on(trial),
        _expect_undone_by_cancel_in(trial, "charge"),
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


@shielded_undo.requires("goes on with the other undos when one fails after a cancel", together=True)
async def shielded_goes_on(trial: Trial) -> None:
    faults = together(_loses_answers(trial, "ship"), refuses(trial.shop, "refund"))
    run = await cancelled_during(trial, "cancel_shipment", "cancel_shipment", faults)
    _expect_others_undone(run, "refund")


@shielded_undo.requires("gives each step and each undo the options of STEP")
async def shielded_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@shielded_undo.requires("takes the same steps in a replay, cancelled orders too")
async def shielded_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_in_undo(
    trial: Trial, operation: str, *, may_begin_anew: bool = False
) -> None:
    """Raise `NotYet` unless a saga that is cancelled in the undo of this step undoes all.

    Shipping happened and nobody heard of it, so all three steps are to be undone; or it was
    refused. All tries of the undo but the last that STEP gives it fail after the cancel has come.
    """
    _, undo, activity = STEPS[operation]
    fails = fails_by_each(trial.shop, undo, PASSING[: STEP_TRIES - 1])
    endings: list[tuple[Faults, tuple[str, ...]]] = [(_loses_answers(trial, "ship"), NO_ANSWER)]
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


# failed_undo


@failed_undo.requires("still ships, and still undoes when it is cancelled", within=30)
async def failed_still(trial: Trial) -> None:
    trial.launch(_killed(trial))  # needed soon, and it takes a moment to start
    await asyncio.gather(
        reverse_ships(trial),
        _expect_undone_by_cancel_in(trial, "charge"),
        _expect_undone_in_undo(trial, "charge", may_begin_anew=True),
    )


@failed_undo.requires("tries an undo again until it succeeds", together=True)
async def failed_retries(trial: Trial) -> None:
    fails = fails_by_each(trial.shop, "refund", PASSING[-4:])
    run = await placed(trial, together(refuses_to_ship(trial), fails))
    await end_unless(run, has_impatient_undo)
    expect_undone(run, TRIES)
    expect_in_reverse(run)
    expect_failed(run, "BadRequest")
    await asyncio.gather(*(_expect_no_last_try(trial, run, undo) for undo in IN_REVERSE))


@failed_undo.requires("goes on with the other undos when one is refused", together=True, within=30)
async def failed_goes_on(trial: Trial) -> None:
    runs = await asyncio.gather(*(_refused(trial, undo) for undo in IN_REVERSE))
    for undo, run in zip(IN_REVERSE, runs, strict=True):
        _expect_others_undone(run, undo)


@failed_undo.requires("raises the first error, not that of the undo", together=True)
async def failed_raises_the_first(trial: Trial) -> None:
    without, refused = await asyncio.gather(_refused(trial), _refused(trial, "refund"))
    for run in (without, refused):
        expect_failed(run, *NO_ANSWER)
    usual, failure = without.history.failure, refused.history.failure
    assert usual and failure
    expect(
        failure.type == usual.type and failure.origin.type == usual.origin.type,
        expected="the workflow to fail with the same error, whether an undo was refused or not",
        happened=f"it failed with {failure}, and with {usual} where none was.".replace("..", "."),
        think="which error you caught, and how to raise that one again.",
    )


@failed_undo.requires("answers failed_undos with those that were refused", together=True)
async def failed_answers(trial: Trial) -> None:
    fails = fails_by_each(trial.shop, "refund", (503, 429))
    well, in_the_end, one, two, last = await asyncio.gather(
        ended(trial),
        ended(trial, together(refuses_to_ship(trial), fails)),
        _refused(trial, "refund", status=451),
        _refused(trial, "cancel_shipment", "release", status=404),
        _declines_release(trial),
    )
    await _expect_failed_undos(well)
    await _expect_failed_undos(in_the_end)
    await _expect_failed_undos(one, "refund_payment")
    await _expect_failed_undos(two, "cancel_shipment", "release_inventory")
    await _expect_failed_undos(last, "release_inventory")


@failed_undo.requires("goes on undoing when its worker is killed", together=True, within=30)
async def failed_killed(trial: Trial) -> None:
    task_queue = _killed(trial)
    process = await trial.process(task_queue)
    faults = together(
        _loses_answers(trial, "ship"),
        refuses(trial.shop, "cancel_shipment"),
        fails_by_each(trial.shop, "refund", (503, 504)),
    )
    run = await placed(trial, faults, task_queue=task_queue)
    await until_asked(run, "refund")
    process.kill()
    await trial.serve(task_queue)
    await end_unless(run, cannot_go_on)
    expect_failed(run, *NO_ANSWER)
    expect_undone(run, KILLED, but="cancel_shipment")
    expect_in_reverse(run)
    await _expect_failed_undos(run, "cancel_shipment")


@failed_undo.requires("gives each undo all the time it needs, and leaves STEP as it is")
async def failed_options(trial: Trial) -> None:
    await expect_patient_options(trial)


@failed_undo.requires("takes the same steps in a replay, failed orders too")
async def failed_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_no_last_try(trial: Trial, earlier: Run, undo: str) -> None:
    """Raise `NotYet` if this undo is given up after some kind of error, many tries, or days of them.

    Only for undos in the saga's own history: the time of others cannot be skipped.
    """
    before = earlier.history.scheduled("refund_payment")
    if not before:
        return  # the saga undoes elsewhere: in a child workflow, for example
    limit = max(each.retry_policy.maximum_attempts for each in before if each.retry_policy)

    def faults(order_id: str) -> None:
        trial.shop.lose_answer("ship", order_id, times=None)
        fails_by_each(trial.shop, undo)(order_id)
        trial.shop.fail(undo, order_id, times=max(MANY_TRIES, limit))
        trial.shop.lose_answer(undo, order_id)

    run = await placed(trial, faults)
    await until_asked(run, undo)
    await run.skip(A_WHILE)  # the waits between so many tries
    await run.end()
    expect_undone(run, TRIES)


async def _refused(trial: Trial, *undos: str, status: int = 409) -> Run:
    """Return the saga of an order that was shipped and not heard of; these undos are refused."""
    refused = (refuses(trial.shop, undo, status) for undo in undos)
    run = await placed(trial, together(_loses_answers(trial, "ship"), *refused))
    await end_unless(run, asks_for_ever)
    return run


async def _declines_release(trial: Trial) -> Run:
    """Return a saga of which one undo was refused, with another error than "BadRequest"."""

    def faults(order_id: str) -> None:
        trial.shop.fail("ship", order_id, status=422)
        trial.shop.decline("release", order_id)

    run = await placed(trial, faults)
    await end_unless(run, asks_for_ever)
    return run


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
