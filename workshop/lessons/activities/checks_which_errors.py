"""Exercise which_errors: errors that another attempt cures, and those that none does."""

from __future__ import annotations

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.words import counted
from workshop.lessons.activities.evidence import (
    LESSON,
    expect_charged,
    expect_fails_at_once,
    expect_own_activity,
)
from workshop.lessons.activities.workflows import PaymentWorkflow

which_errors = Exercise(
    "which_errors",
    lesson=LESSON,
    module="payment_errors",
    workflows=[PaymentWorkflow],
    hints=[
        "Look at answer.status_code before you decide what to raise. Errors that another attempt "
        "can cure need nothing: Temporal retries every exception.",
        "An error that no attempt can cure is an ApplicationError with non_retryable=True. Its "
        "type= says to the caller what went wrong.",
        'if answer.status_code == 402: raise ApplicationError("Payment declined", '
        'type="PaymentDeclined", non_retryable=True); the same for answer.is_client_error, with '
        'the type "BadRequest".',
    ],
)


@which_errors.requires("charges the customer when all goes well")
async def charges(trial: Trial) -> None:
    expect_own_activity(trial, "process_payment")
    expect_charged(await trial.run("PaymentWorkflow", trial.new_order()))


@which_errors.requires("fails at once when the payment is declined")
async def declined_fails_at_once(trial: Trial) -> None:
    await expect_fails_at_once(trial, 402, "PaymentDeclined")


@which_errors.requires("fails at once when the request is wrong")
async def wrong_request_fails_at_once(trial: Trial) -> None:
    for status in (400, 404, 409, 418):
        await expect_fails_at_once(trial, status, "BadRequest")


@which_errors.requires("is tried again when the shop has a problem")
async def problem_is_retried(trial: Trial) -> None:
    for status in (503, 500):
        order = trial.new_order()
        trial.shop.fail("charge", order.order_id, status=status, times=2)
        run = await trial.run("PaymentWorkflow", order)
        expect_retried(run, f"the shop answered {status} twice", attempts=3)
        expect_charged(run)


@which_errors.requires("is tried again when the connection is lost")
async def lost_connection_is_retried(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.lose_answer("charge", order.order_id)
    run = await trial.run("PaymentWorkflow", order)
    expect_retried(run, "the shop cut the connection once", attempts=2)


def expect_retried(run: Run, after: str, *, attempts: int) -> None:
    """Raise `NotYet` unless Temporal tried again until it went well."""
    failure = run.history.failure
    step = run.history.activity("process_payment")
    calls = len(run.ledger.calls_of("charge"))
    expect(
        run.history.status == "completed",
        expected=f"process_payment to be tried again after {after}",
        happened=f"it failed on attempt {step.attempts}: "
        f"{failure and failure.origin} "
        f'(retry state "{step.retry_state}").',
        think="whether the same request could go well a little later, and which line says "
        "otherwise.",
    )
    expect(
        step.attempts > 1 or calls > 1,
        expected=f"process_payment to be tried again after {after}",
        happened=f"the workflow completed on attempt 1 with {run.history.result!r}, as if the money "
        "were there.",
        think="who hears of the error when the activity does not raise it.",
    )
    expect(
        step.attempts == attempts,
        expected=f"attempt {attempts} to succeed after {after}",
        happened=f"the history shows {counted(step.attempts, 'attempt')}, and the ledger "
        f"{counted(calls, 'call')}.",
        think="who shall try again: your code, whose count is lost in a crash, or Temporal.",
    )
