"""Exercise payment_queue: payments on a task queue and a worker of their own."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.exercises import NotYet, Run, expect
from workshop.exercises.engine.words import SAMPLE_ID
from workshop.exercises.programs.program import ProgramExercise, ProgramTrial
from workshop.history import History, read_history
from workshop.history.follow import HistoryError, history_that_satisfies
from workshop.lessons.worker_and_client.evidence import ORDERS
from workshop.orders import (
    PaymentInput,
    PaymentResult,
    create_order,
    process_payment,
    reserve_inventory,
)
from workshop.patience import SOON, wait_patiently

PAYMENTS = "payments"
AN_HOUR = timedelta(hours=1)
A_TIMER = "a timer beside the payment"

#: Seconds that the shop takes over a step: what goes on before that does not wait for it.
A_WHILE = 1.2

#: Seconds for which nobody works on payments.
AWAY = 2.0

#: So often a payment's time in its queue runs out, at most, while the service is away.
MANY = 60

payment_queue = ProgramExercise(
    "payment_queue",
    lesson="worker_and_client",
    module="payments_apart",
    runs_by_itself=False,
    hints=[
        "Two decisions: where the payment's task goes, and which clocks run while it waits there. An "
        "activity goes to its workflow's own task queue unless `execute_activity` names another.",
        "While the payments service is away, the task waits in its queue. Which timeouts of lesson 03 "
        "count that time, and which one starts only with a worker?",
        "Schedule-to-start and schedule-to-close count the wait in the queue. An hour has to fit into "
        "them, or you leave them out.",
    ],
)


@payment_queue.requires("completes an order when both services run")
async def completes_with_both(trial: ProgramTrial) -> None:
    await _serve_steps(trial)
    await _serve_payments(trial)
    for run in await asyncio.gather(
        _completed(trial),
        _completed(trial, slow="charge"),
        _completed(trial, slow="reserve"),
        _completed(trial, slow="create_order"),
    ):
        _expect_all_done(run)


def _expect_all_done(run: Run) -> None:
    """Raise `NotYet` unless each step was over when the order completed, and did what it should."""
    for step in run.history.activities:
        expect(
            step.status == "completed",
            expected=f"{step.type} to be completed when the order completes",
            happened="the workflow had not waited for it.",
            think="which steps the workflow waits for, and what makes it wait.",
        )
    ordered = {each["sku"]: each["quantity"] for each in run.history.input[0]["items"]}
    charges = [each.amount for each in run.ledger.open_charges]
    expect(
        len(charges) == 1 and run.ledger.held_stock,
        expected="one charge and the goods reserved",
        happened=f"the ledger shows {len(charges)} charges and "
        f"{run.ledger.held_stock or 'nothing'} reserved.",
        think="which steps an order needs.",
    )
    total = run.ledger.order.total if run.ledger.order else 0
    expect(
        charges == [total] and run.ledger.held_stock == ordered,
        expected=f"{total} cents charged, and {ordered} reserved",
        happened=f"the ledger shows {charges[0]} cents, and {run.ledger.held_stock}.",
        think="what each step is given.",
    )


@payment_queue.requires("sends the payment to the task queue payments, and nothing else", then=True)
async def only_the_payment(trial: ProgramTrial) -> None:
    run = await _completed(trial)
    for each in run.history.activities:
        wanted = PAYMENTS if each.type == "process_payment" else ORDERS
        expect(
            each.task_queue == wanted,
            expected=f"{each.type} to be asked for on the task queue {wanted}",
            happened=f"the history shows it on {each.task_queue}.",
            think="where an activity goes when nobody names a task queue.",
        )
    expect(
        len(run.history.scheduled("process_payment")) == 1,
        expected="the history to show process_payment once",
        happened=f"it shows it {len(run.history.scheduled('process_payment'))} times.",
        think="how many times an order is paid.",
    )


@payment_queue.requires("waits for a payments service that is away, and goes on", then=True)
async def waits_and_goes_on(trial: ProgramTrial) -> None:
    run = await _unpaid(trial)
    await asyncio.sleep(AWAY)
    expect(
        not await run.is_closed(),
        expected="the order to wait while nobody works on payments",
        happened=f"the workflow {(await read_history(run.handle)).status} after "
        f"{AWAY:g} s, without a payment.",
        think="who waits for the payment, and how long.",
    )
    await _serve_payments(trial)
    await run.end()
    run.expect_completed()
    expect(
        len(run.ledger.open_charges) == 1,
        expected="one charge once the payments service is back",
        happened=f"the ledger shows {len(run.ledger.open_charges)}.",
        think="who waits for the payment.",
    )


@payment_queue.requires("would wait for an hour as well", within=30.0, then=True)
async def would_wait_an_hour(trial: ProgramTrial) -> None:
    history = (await _completed(trial)).history
    limits = _limits_of_an_hour(history)
    if limits and not await _outlasts_an_hour(trial, limits):
        name, limit = next(iter(limits.items()))
        raise NotYet(
            expected="an order that waits an hour for the payments service",
            happened=f"the history shows {name} of {limit.total_seconds():g} s.",
            think="which limits count while an activity waits in its task queue.",
        )
    policy = history.activity("process_payment").retry_policy
    if policy and policy.maximum_attempts == 1:
        expect(
            await _outlasts_an_hour(trial, {}),
            expected="an order that waits even when the payments service goes away while it takes "
            "the payment",
            happened="the history shows that the payment has one attempt; with that one, the order "
            "was lost.",
            think="what happens to an attempt when its worker is killed.",
        )


@payment_queue.requires("takes the same steps in a replay", then=True)
async def payment_queue_replays(trial: ProgramTrial) -> None:
    await trial.expect_replays()


def _limits_of_an_hour(history: History) -> dict[str, timedelta]:
    """Return the times that run out while the payment waits in its queue for an hour, by name."""
    payment = history.activity("process_payment")
    # The server takes a schedule-to-close timeout for schedule-to-start as well.
    limits = {
        "a schedule-to-close timeout": payment.schedule_to_close_timeout,
        "a schedule-to-start timeout": payment.schedule_to_start_timeout,
        A_TIMER: min((each.duration for each in history.timers), default=None),
    }
    return {name: limit for name, limit in limits.items() if limit and limit <= AN_HOUR}


async def _outlasts_an_hour(trial: ProgramTrial, limits: dict[str, timedelta]) -> bool:
    """Return whether an order is paid although the payments service is away for an hour.

    The server skips no time while an activity waits in its queue. So a service is there, and does
    to the order what an hour without one would do.
    """
    await _end_payments(trial)
    queued = min((limit for name, limit in limits.items() if name != A_TIMER), default=None)
    away = _away_for_an_hour(queued)
    worker = await trial.work(PAYMENTS, activities=[away])
    run = await trial.start_order(trial.new_order(), task_queue=ORDERS)
    await run.skip(AN_HOUR + timedelta(minutes=1))
    await run.end()
    await worker.stop()
    return run.history.status == "completed" and len(run.ledger.open_charges) == 1


def _away_for_an_hour(limit: timedelta | None) -> Callable[..., Any]:
    """Return process_payment as it looks to a workflow when nobody takes it for an hour.

    Args:
        limit: how long it may wait in its queue; None: as long as it takes.
    """
    times_out = min(math.ceil(AN_HOUR / limit), MANY) if limit else 0

    @activity.defn(name="process_payment")
    async def away(payment: PaymentInput) -> PaymentResult:
        nonlocal times_out
        if times_out:
            times_out -= 1
            raise ApplicationError("activity ScheduleToStart timeout", non_retryable=True)
        if not limit and activity.info().attempt == 1:
            raise ApplicationError("away", next_retry_delay=AN_HOUR)
        return await process_payment(payment)

    return away


async def _end_payments(trial: ProgramTrial) -> None:
    for worker in trial.background:
        if worker.task_queue == PAYMENTS and worker.is_running:
            await worker.stop()


async def _unpaid(trial: ProgramTrial) -> Run:
    """Return an order that asks for its payment while nobody works on payments.

    Raises:
        NotYet: it does not ask.
    """
    await _end_payments(trial)
    run = await trial.start_order(trial.new_order(), task_queue=ORDERS)
    try:
        await wait_patiently(
            history_that_satisfies(run.handle, lambda each: each.scheduled("process_payment")),
            SOON,
        )
    except (HistoryError, asyncio.TimeoutError):
        history = await read_history(run.handle)
        raise NotYet(
            expected="the order to ask for its payment although nobody works on payments",
            happened=f"the history ends without; the workflow is {history.status}.",
            think="what your workflow waits for.",
        ) from None
    return run


async def _completed(trial: ProgramTrial, *, slow: str | None = None) -> Run:
    """Return an order that has completed; over the operation, the shop takes its time."""
    order = trial.new_order()
    if slow:
        trial.shop.delay(slow, order.order_id, A_WHILE, times=1)
    run = await trial.start_order(order, task_queue=ORDERS)
    await run.end()
    result = run.expect_completed()
    expect(
        result == {"order_id": run.order_id, "status": "completed"},
        expected=f'OrderResult("{SAMPLE_ID}", "completed") as the result',
        happened=f"it was {result}.",
        think="what run() returns.",
    )
    return run


async def _serve_steps(trial: ProgramTrial) -> None:
    trial.workflow_type("OrderWorkflow")
    await trial.work(
        ORDERS,
        workflows=list(trial.workflows.values()),
        activities=[create_order, reserve_inventory],
        workflow_failure_exception_types=[Exception],
    )


async def _serve_payments(trial: ProgramTrial) -> None:
    # More than it needs: that another step came here is for the history to say.
    await trial.work(PAYMENTS, activities=[process_payment, create_order, reserve_inventory])
