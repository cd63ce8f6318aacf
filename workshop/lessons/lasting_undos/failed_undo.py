"""Exercise failed_undo: an undo that fails stops no other, and is told."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.workflows.troubles import (
    PASSING,
    fails_by_each,
    refuses,
    together,
)
from workshop.lessons.lasting_undos.shielded_undo import shielded_undo
from workshop.lessons.saga_compensation.evidence import (
    IN_REVERSE,
    NO_ANSWER,
    expect_failed,
    expect_in_reverse,
    expect_patient_options,
    expect_undone,
    has_impatient_undo,
)
from workshop.lessons.saga_compensation.sagas import (
    asks_for_ever,
    cannot_go_on,
    end_unless,
    ended,
    placed,
    refuses_to_ship,
    until_asked,
)
from workshop.lessons.saga_compensation.undo_in_reverse import reverse_ships
from workshop.lessons.saga_compensation.undoing import (
    TRIES,
    expect_others_undone,
    expect_undone_by_cancel_in,
    expect_undone_in_undo,
    loses_answers,
)

failed_undo = Exercise(
    "failed_undo",
    lesson="lasting_undos",
    module="saga_that_holds",
    builds_on=shielded_undo,
    given=("saga_parts", "saga_undos", "saga_step", "saga_shield"),
    hints=[
        "STEP gives up after three attempts, so an undo needs options of its own. What does a "
        "RetryPolicy without maximum_attempts do?",
        "An undo that the shop refuses raises ActivityError from its execute_activity, and the loop "
        "goes on. Instead of a line in the log, leave its name where a query finds it.",
        "Your own __init__ calls super().__init__() first, and makes an empty list. The except appends "
        "error.activity_type to it, and the query returns it.",
    ],
)
#: With waits that grow to 10 seconds, the server's default here, they take minutes.
MANY_TRIES = 12
#: Longer than any number of tries takes, also where each wait is twice the one before.
A_WHILE = timedelta(days=10_000)
KILLED = "what a new worker knows of the undos that were still to come."


@failed_undo.requires("still ships, and still undoes when it is cancelled", within=30)
async def failed_still(trial: Trial) -> None:
    trial.launch(_killed(trial))  # needed soon, and it takes a moment to start
    await asyncio.gather(
        reverse_ships(trial),
        expect_undone_by_cancel_in(trial, "charge"),
        expect_undone_in_undo(trial, "charge", may_begin_anew=True),
    )


@failed_undo.requires("retries an undo until it succeeds")
async def failed_retries(trial: Trial) -> None:
    fails = fails_by_each(trial.shop, "refund", PASSING[-4:])
    run = await placed(trial, together(refuses_to_ship(trial), fails))
    await end_unless(run, has_impatient_undo)
    expect_undone(run, TRIES)
    expect_in_reverse(run)
    expect_failed(run, "BadRequest")
    await asyncio.gather(*(_expect_no_last_try(trial, run, undo) for undo in IN_REVERSE))


@failed_undo.requires("goes on with the other undos when one is refused", within=30)
async def failed_goes_on(trial: Trial) -> None:
    runs = await asyncio.gather(*(_refused(trial, undo) for undo in IN_REVERSE))
    for undo, run in zip(IN_REVERSE, runs, strict=True):
        expect_others_undone(run, undo)


@failed_undo.requires("raises the first error, not that of the undo")
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


@failed_undo.requires("answers failed_undos with those that were refused")
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


@failed_undo.requires("goes on undoing when its worker is killed", within=30)
async def failed_killed(trial: Trial) -> None:
    task_queue = _killed(trial)
    process = await trial.process(task_queue)
    faults = together(
        loses_answers(trial, "ship"),
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


@failed_undo.requires("gives each undo all the time it needs, and leaves STEP as it is", then=True)
async def failed_options(trial: Trial) -> None:
    await expect_patient_options(trial)


@failed_undo.requires("takes the same steps in a replay, failed orders too", then=True)
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
    run = await placed(trial, together(loses_answers(trial, "ship"), *refused))
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
