"""Exercise which_errors: errors that another attempt cures, and those that none does."""

from __future__ import annotations

import asyncio
import socket
from dataclasses import asdict

import httpx

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.engine.words import counted, how_often
from workshop.exercises.workflows.troubles import REFUSALS, SERVER_ERRORS, each_of
from workshop.lessons.activities.evidence import (
    HANGS,
    expect_charged,
    expect_fails_at_once,
    expect_own_activity,
    pending_activity,
)
from workshop.lessons.activities.workflows import (
    ELSEWHERE,
    PAYMENT_TRIES,
    ImpatientPaymentWorkflow,
    PaymentElsewhereWorkflow,
    PaymentWorkflow,
)
from workshop.orders import OrderInput

which_errors = Exercise(
    "which_errors",
    lesson="activities",
    module="payment_errors",
    workflows=[PaymentWorkflow, ImpatientPaymentWorkflow, PaymentElsewhereWorkflow],
    given=("shop_client",),
    hints=[
        "Look at `answer.status_code` before you raise. An error that another attempt can cure "
        "needs no code of yours: Temporal retries every exception.",
        "An error that no attempt can cure is an `ApplicationError` with `non_retryable=True`. Its "
        "`type=` tells programs what went wrong.",
        "`answer.is_client_error` is true for every 4xx, so deal with the 402 before you ask it. "
        "What is left then is a 5xx, and the last `if` raises for that already.",
    ],
)


@which_errors.requires("charges the customer when all goes well")
async def charges(trial: Trial) -> None:
    trial.launch(_without_a_shop(trial), WORKSHOP_SHOP_URL=_nobodys_address(trial))  # needed soon
    expect_own_activity(trial, "process_payment")
    expect_charged(await trial.run("PaymentWorkflow", trial.new_order()))


@which_errors.requires("fails at once when the payment is declined", then=True)
async def declined_fails_at_once(trial: Trial) -> None:
    await expect_fails_at_once(trial, 402, "PaymentDeclined")


@which_errors.requires("fails at once when the request is wrong")
async def wrong_request_fails_at_once(trial: Trial) -> None:
    await each_of(REFUSALS, lambda status: expect_fails_at_once(trial, status, "BadRequest"))
    # The shop has types of its own for what it refuses: here "OrderCancelled".
    await expect_fails_at_once(trial, 409, "BadRequest", await _cancelled_order(trial))


async def _cancelled_order(trial: Trial) -> OrderInput:
    order = trial.new_order()
    async with httpx.AsyncClient(base_url=trial.shop.url, trust_env=False) as shop:
        body = {"customer": order.customer, "items": [asdict(each) for each in order.items]}
        (await shop.put(f"/orders/{order.order_id}", json=body)).raise_for_status()
        reason = {"reason": "ordered twice"}
        (await shop.post(f"/orders/{order.order_id}/cancel", json=reason)).raise_for_status()
    return order


@which_errors.requires("is retried when the shop has a problem")
async def problem_is_retried(trial: Trial) -> None:
    # Once as often as the retry policy lets it. That takes the longest, so it begins first.
    tries = dict.fromkeys(SERVER_ERRORS, 3) | {SERVER_ERRORS[0]: PAYMENT_TRIES}
    await each_of(tries.items(), lambda each: _is_retried_after(trial, *each))


async def _is_retried_after(trial: Trial, status: int, attempts: int) -> None:
    """Raise `NotYet` unless the last of so many attempts succeeds, when the shop fails till then."""
    order = trial.new_order()
    trial.shop.fail("charge", order.order_id, status=status, times=attempts - 1)
    run = await trial.run("PaymentWorkflow", order, skips_waits=True)
    _expect_retried(run, f"the shop answered {status} {how_often(attempts - 1)}", attempts=attempts)
    expect_charged(run)


@which_errors.requires("is retried when the connection is lost")
async def lost_connection_is_retried(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.lose_answer("charge", order.order_id)
    run = await trial.run("PaymentWorkflow", order, skips_waits=True)
    _expect_retried(run, "the shop cut the connection once", attempts=2)


@which_errors.requires("is retried when no answer comes")
async def silence_is_retried(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, HANGS)
    run = await trial.start("ImpatientPaymentWorkflow", order)
    await _expect_a_second_attempt(run, "a request that the shop did not answer")


@which_errors.requires("is retried when there is no connection", within=25)
async def refused_connection_is_retried(trial: Trial) -> None:
    await trial.process(_without_a_shop(trial))
    run = await trial.start("PaymentElsewhereWorkflow", trial.new_order())
    await _expect_a_second_attempt(run, "a connection that was refused")


def _without_a_shop(trial: Trial) -> str:
    """Return the task queue of the worker that looks for the shop where there is none."""
    return f"{trial.worker.task_queue}{ELSEWHERE}"


def _nobodys_address(trial: Trial) -> str:
    """Return an address at which every connection is refused, as long as the trial lasts."""
    nobody = trial.until_its_end.enter_context(socket.socket())
    nobody.bind(("127.0.0.1", 0))  # the port is taken, and nobody listens
    return f"http://127.0.0.1:{nobody.getsockname()[1]}"


async def _expect_a_second_attempt(run: Run, after: str) -> None:
    """Raise `NotYet` if the payment is over before its second attempt; how that ends is all one."""
    while (pending := await pending_activity(run)) and pending.attempt == 1:
        await asyncio.sleep(0.02)
    if pending is None:
        await run.end()
        _expect_retried(run, after, attempts=2)


def _expect_retried(run: Run, after: str, *, attempts: int) -> None:
    """Raise `NotYet` unless Temporal tried again, at least so often, until it went well."""
    failure = run.history.failure
    step = run.history.activity("process_payment")
    calls = len(run.ledger.calls_of("charge"))
    expect(
        run.history.status == "completed",
        expected=f"process_payment to be retried after {after}",
        happened=f"it failed on attempt {step.attempts}: "
        f"{failure and failure.origin} "
        f'(retry state "{step.retry_state}").',
        think="whether the same request could go well a little later, and which line says "
        "otherwise.",
    )
    expect(
        step.attempts > 1 or calls > 1,
        expected=f"process_payment to be retried after {after}",
        happened=f"the workflow completed on attempt 1 with {run.history.result!r}, as if the money "
        "were there.",
        think="who learns of the error when the activity does not raise it.",
    )
    expect(
        step.attempts >= attempts,
        expected=f"attempt {attempts} to succeed after {after}",
        happened=f"the history shows {counted(step.attempts, 'attempt')}, and the ledger "
        f"{counted(calls, 'call')}.",
        think="who is to make the next attempt: your code, which forgets its count in a crash, or Temporal.",
    )
