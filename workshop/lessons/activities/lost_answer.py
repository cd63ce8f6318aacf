"""Exercise lost_answer: one charge, however often the shop is asked."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.engine.words import counted
from workshop.lessons.activities.evidence import (
    HANGS,
    charges_made,
    expect_charged,
    expect_fails_at_once,
    expect_own_activity,
)
from workshop.lessons.activities.which_errors import which_errors
from workshop.lessons.activities.workflows import (
    ELSEWHERE,
    ImpatientPaymentWorkflow,
    InstalmentsOnTwoWorkersWorkflow,
    InstalmentsWorkflow,
    PaymentElsewhereWorkflow,
    PaymentWorkflow,
)

#: Seconds a worker lives on after its request: by then a heartbeat from before it has arrived.
HEARD = 0.3

lost_answer = Exercise(
    "lost_answer",
    lesson="activities",
    module="payment_once",
    builds_on=which_errors,
    workflows=[
        PaymentWorkflow,
        ImpatientPaymentWorkflow,
        InstalmentsWorkflow,
        PaymentElsewhereWorkflow,
        InstalmentsOnTwoWorkersWorkflow,
    ],
    given=("shop_client",),
    hints=[
        "The shop takes two requests with the same `Idempotency-Key` for one. Which of your "
        "requests are the same to you, and which are not?",
        "Read the table of `activity.info()` by columns: a key for this step has to be the same in "
        "the next attempt, and different in another step. No single row does both safely.",
        "Two rows together do: one says which workflow it is, the other which of its steps. Join "
        "them in an f-string; the header goes where `key` is made.",
    ],
)


@lost_answer.requires("charges each order")
async def charges_each(trial: Trial) -> None:
    expect_own_activity(trial, "process_payment")
    for number in ("one", "two"):
        run = await trial.run("PaymentWorkflow", trial.new_order())
        expect(
            not any(
                call.status == 422 and not call.with_key for call in run.ledger.calls_of("charge")
            ),
            expected="each order to be charged",
            happened="the shop refused the request with 422: its body was not what the shop expects. "
            "It had no Idempotency-Key in its headers.",
            think="what belongs in the body of an HTTP request, and what in its headers.",
        )
        expect(
            not any(call.status == 422 for call in run.ledger.calls_of("charge")),
            expected="each order to be charged",
            happened=f"the shop refused order {number} with 422: it was asked with a key that it "
            "knows from another request.",
            think="what in your key is different for another order.",
        )
        expect_charged(run)
    trial.launch(_killed(trial))  # needed soon, and it takes a moment to start


@lost_answer.requires("sends an Idempotency-Key", then=True)
async def sends_a_key(trial: Trial) -> None:
    run = await trial.run("PaymentWorkflow", trial.new_order())
    expect(
        all(call.with_key for call in run.ledger.calls_of("charge")),
        expected="each call to carry an Idempotency-Key",
        happened="the ledger shows a call without one.",
        think="where an HTTP request has room for it.",
    )


@lost_answer.requires("charges once when the answer is lost")
async def charges_once_when_lost(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.lose_answer("charge", order.order_id, times=2)
    await expect_charged_once(
        await trial.run("PaymentWorkflow", order, skips_waits=True), "the shop has lost two answers"
    )


@lost_answer.requires("charges both instalments")
async def charges_both(trial: Trial) -> None:
    order, unlucky = trial.new_order(), trial.new_order()
    trial.shop.lose_answer("charge", unlucky.order_id)
    for run in await asyncio.gather(
        *(trial.run("InstalmentsWorkflow", each, skips_waits=True) for each in (order, unlucky))
    ):
        _expect_both(run)


@lost_answer.requires("charges once when the answer comes too late")
async def charges_once_when_late(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, HANGS, times=1)
    await expect_charged_once(
        await trial.run("ImpatientPaymentWorkflow", order),
        "the shop has answered after the attempt was over",
    )


@lost_answer.requires("charges once when another worker makes the next attempt", within=20)
async def charges_once_after_a_crash(trial: Trial) -> None:
    process = await trial.process(_killed(trial))
    whole, halved = trial.new_order(), trial.new_order()
    trial.shop.delay("charge", halved.order_id, seconds=0.01, times=1)  # the first half
    for order in (whole, halved):
        trial.shop.delay("charge", order.order_id, HANGS)  # no attempt there may end well
    run, in_parts = await asyncio.gather(
        trial.start("PaymentElsewhereWorkflow", whole),
        trial.start("InstalmentsOnTwoWorkersWorkflow", halved),
    )
    await asyncio.gather(_until_calls(run, 1), _until_calls(in_parts, 2))
    await asyncio.sleep(HEARD)
    process.kill()
    for order in (whole, halved):
        trial.shop.clear_faults(order.order_id)
    await trial.serve(_killed(trial))
    await asyncio.gather(run.end(), in_parts.end())
    await expect_charged_once(
        run,
        "a worker was killed before it heard the answer",
        think="what another process knows of the first attempt, and which part of your key it "
        "makes anew.",
    )
    _expect_both(
        in_parts,
        by=", each made by another worker",
        think="what a worker knows of the instalment that another one made, and which part of your "
        "key is counted in the memory of one.",
    )


@lost_answer.requires("still fails at once when the payment is declined")
async def still_declined(trial: Trial) -> None:
    await expect_fails_at_once(trial, 402, "PaymentDeclined")


async def _until_calls(run: Run, count: int) -> None:
    """Wait until the shop was asked for so many charges, or the workflow has ended."""
    while not (len(run.ledger.calls_of("charge")) >= count or await run.is_closed()):
        await asyncio.sleep(0.02)


def _killed(trial: Trial) -> str:
    """Return the task queue of the worker that will be killed."""
    return f"{trial.worker.task_queue}{ELSEWHERE}"


def _expect_both(
    run: Run,
    by: str = "",
    think: str = "what is different between two steps of one workflow, even when their arguments "
    "are the same.",
) -> None:
    """Raise `NotYet` unless the order was charged twice, and each result names its charge."""
    calls, charges = run.ledger.calls_of("charge"), run.ledger.charges
    replayed = any(call.replayed for call in calls)
    expect(
        len(charges) == 2,
        expected=f"two charges, one for each instalment{by}",
        happened=f"the ledger shows {charges_made(run)} for {counted(len(calls), 'call')}"
        + ("; the shop took a call for one that it had answered before." if replayed else "."),
        think=think,
    )
    paid = run.expect_completed()
    expect(
        [each["charge_id"] for each in paid] == [each.id for each in charges],
        expected=f"each instalment{by} to end with the charge that was made for it",
        happened="the results name another charge, or one of them twice.",
        think=think,
    )


async def expect_charged_once(
    run: Run,
    after: str,
    *,
    think: str = "what attempt 2 knows about attempt 1, and which part of your key changes between "
    "them.",
) -> None:
    """Raise `NotYet` unless there were several calls and one charge."""
    attempts = run.history.activity("process_payment").attempts
    expect(
        len(run.ledger.charges) == 1,
        expected=f"one charge when {after}",
        happened=f"the ledger shows {charges_made(run)} for {attempts} attempts. Each call had a key, "
        "but the shop did not know it from the call before.",
        think=think,
    )
    run.expect_completed()
