"""Exercise four_timeouts: which timeout ends which wait."""

from __future__ import annotations

import itertools
from datetime import timedelta
from typing import Any

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.engine.finding import CouldNotJudge
from workshop.exercises.engine.words import in_seconds
from workshop.history.model import ActivityRun
from workshop.lessons.activities.evidence import HANGS, outcome_of, step_of
from workshop.patience import Countdown

HALF_A_SECOND, CUSTOMERS_PATIENCE = timedelta(seconds=0.5), timedelta(seconds=3)
SHIPPING, MAILING = timedelta(minutes=5), timedelta(minutes=10)

#: Seconds the shop takes to ship: what goes on before that does not wait for it.
NOT_AT_ONCE = 1.2

#: Seconds for which a machine that is too slow for half a second gets another chance.
ANOTHER_TRY = 10.0

four_timeouts = Exercise(
    "four_timeouts",
    lesson="activities",
    module="fulfil_workflow",
    hints=[
        "Ask of each sentence which row of the picture it's about: one attempt, all attempts "
        "together, the wait in the queue, or signs of life. An activity can have several timeouts.",
        "Each step needs two. Payment: one attempt, and all of them. Shipment: the wait in the "
        "queue, and one attempt. Notification: one attempt, and signs of life.",
        "“From the moment the workflow asks” is schedule-to-close. “No worker takes it” is "
        "schedule-to-start. “No sign of life” is heartbeat. Half a second is "
        "`timedelta(seconds=0.5)`.",
    ],
)


@four_timeouts.requires("completes when all goes well", within=30)
async def fulfils(trial: Trial) -> None:
    await trial.serve(f"{trial.worker.task_queue}-warehouse")
    run = await _in_time(trial, slow="ship", seconds=NOT_AT_ONCE, times=1)
    trial.runs[:] = [run]  # the one whose options the other checks read
    run.expect_completed()
    steps = [
        step_of(run, name) for name in ("process_payment", "create_shipment", "send_notification")
    ]
    for step in steps:
        expect(
            step.status == "completed",
            expected=f"{step.type} to be completed when the workflow completes",
            happened=f"the history shows that it {outcome_of(step)}.",
            think="which steps the workflow waits for, and what makes it wait.",
        )
    for before, after in itertools.pairwise(steps):
        expect(
            before.closed_event and after.scheduled_event > before.closed_event,
            expected=f"{after.type} to be asked for when {before.type} is over",
            happened="the history shows that it was asked for earlier.",
            think="which steps the workflow waits for, and what makes it wait.",
        )


@four_timeouts.requires("makes another attempt when a payment hangs for half a second", then=True)
async def hanging_attempt(trial: Trial) -> None:
    payment = step_of(trial.runs[0], "process_payment")
    expect(
        payment.start_to_close_timeout == HALF_A_SECOND
        # The server shortens an attempt's time to that of all attempts.
        and payment.schedule_to_close_timeout != HALF_A_SECOND,
        expected="an attempt of process_payment to have 0.5 s, and time for another",
        happened=f"the history shows {in_seconds(payment.start_to_close_timeout)} for an attempt "
        f"(start to close), {in_seconds(payment.schedule_to_close_timeout)} for all of them "
        "(schedule to close).",
        think="which timeout starts again with each attempt.",
    )
    _expect_no_shorter(payment, heartbeat=HALF_A_SECOND)
    # The timeout may strike a healthy attempt on a slow machine as well: at least two attempts.
    run = await _fulfil(trial, slow="charge", times=1)
    payment = step_of(run, "process_payment")
    expect(
        payment.attempts >= 2,
        expected="a second attempt after a payment that hangs",
        happened=f"the history shows one attempt and then: {outcome_of(payment)}.",
        think="whether your timeouts and your retry policy leave room for a second attempt.",
    )


@four_timeouts.requires("makes no payment attempt after three seconds")
async def patience_of_the_customer(trial: Trial) -> None:
    payment = step_of(trial.runs[0], "process_payment")
    expect(
        payment.schedule_to_close_timeout == CUSTOMERS_PATIENCE,
        expected="all attempts of process_payment together to have 3 s",
        happened=f"the history shows {in_seconds(payment.schedule_to_close_timeout)} (schedule to "
        "close).",
        think="which timeout counts from the moment the workflow asks, waits between attempts "
        "included.",
    )
    _expect_no_shorter(payment, schedule_to_start=CUSTOMERS_PATIENCE)
    run = await _fulfil(trial, slow="charge")
    payment = step_of(run, "process_payment")
    timeout = payment.failure.timeout if payment.failure else ""
    expect(
        timeout == "schedule to close",
        expected="the payment to end with a schedule-to-close timeout when every attempt hangs",
        happened=f"the workflow {run.history.status}; the payment {outcome_of(payment)}.",
        think="what ends the attempts: a number of them, or the time that is left.",
    )
    expect(
        not run.history.scheduled("create_shipment"),
        expected="nothing to be shipped when every attempt to pay hangs",
        happened=f"the payment {outcome_of(payment)}, and the workflow shipped the order.",
        think="what the workflow does when the payment's error reaches it.",
    )


@four_timeouts.requires("fails soon when no warehouse takes the shipment")
async def closed_warehouse(trial: Trial) -> None:
    shipment = step_of(trial.runs[0], "create_shipment")
    expect(
        shipment.schedule_to_start_timeout == HALF_A_SECOND
        and shipment.start_to_close_timeout == SHIPPING
        and _is_no_shorter(shipment.schedule_to_close_timeout, HALF_A_SECOND + SHIPPING),
        expected="create_shipment to wait 0.5 s for a worker, and then to have 300 s",
        happened="the history shows "
        f"{in_seconds(shipment.schedule_to_start_timeout)} (schedule to start), "
        f"{in_seconds(shipment.start_to_close_timeout)} (start to close) and "
        f"{in_seconds(shipment.schedule_to_close_timeout)} (schedule to close).",
        think="which timeout ends when a worker takes the shipment, and no later.",
    )
    _expect_no_shorter(shipment, heartbeat=SHIPPING)
    closed = f"{trial.worker.task_queue}-closed"
    await trial.serve(closed)
    run = await _in_time(trial, task_queue=closed)
    shipment = step_of(run, "create_shipment")
    timeout = shipment.failure.timeout if shipment.failure else ""
    expect(
        run.history.status == "failed" and timeout == "schedule to start",
        expected="the workflow to fail with a schedule-to-start timeout, without an attempt",
        happened=f"the workflow {run.history.status}; the shipment {outcome_of(shipment)}.",
        think="whether the failure of the shipment reaches the end of the workflow.",
    )
    expect(
        not run.history.scheduled("send_notification"),
        expected="no mail about tea that no warehouse has sent",
        happened="the history shows send_notification.",
        think="which steps the workflow waits for, and what makes it wait.",
    )


@four_timeouts.requires("notices a notification that went silent")
async def silent_notification(trial: Trial) -> None:
    notification = step_of(trial.runs[0], "send_notification")
    expect(
        notification.heartbeat_timeout == timedelta(seconds=1)
        and notification.start_to_close_timeout == MAILING,
        expected="send_notification to have 600 s, and 1 s without a sign of life",
        happened=f"the history shows {in_seconds(notification.start_to_close_timeout)} (start to "
        f"close) and {in_seconds(notification.heartbeat_timeout)} (heartbeat).",
        think="which timeout starts again with each sign of life.",
    )
    _expect_no_shorter(
        notification, schedule_to_start=MAILING, schedule_to_close=MAILING + HALF_A_SECOND
    )
    run = await _in_time(trial, slow="mail", times=1)
    notification = step_of(run, "send_notification")
    expect(
        notification.attempts >= 2 and run.history.status == "completed",
        expected="a second attempt after a second of silence, and a workflow that completes",
        happened=f"the workflow {run.history.status}; the notification {outcome_of(notification)} "
        f"after {notification.attempts} attempts.",
        think="whether your retry policy leaves room for a second attempt.",
    )


def _expect_no_shorter(step: ActivityRun, **at_least: timedelta) -> None:
    """Raise `NotYet` if another timeout of the step ends it before its time."""
    found = {
        "schedule_to_start": step.schedule_to_start_timeout,
        "schedule_to_close": step.schedule_to_close_timeout,
        "heartbeat": step.heartbeat_timeout,
    }
    for name, seconds in at_least.items():
        expect(
            _is_no_shorter(found[name], seconds),
            expected=f"{step.type} to have all the time that it is given",
            happened=f"the history shows {in_seconds(found[name])} ({name.replace('_', ' ')}), "
            "which may be over before.",
            think="what this timeout waits for, and what happens to the activity when a worker is "
            "busy, dead or silent for that long.",
        )


def _is_no_shorter(timeout: timedelta | None, than: timedelta) -> bool:
    return timeout is None or timeout >= than


async def _in_time(trial: Trial, **options: Any) -> Run:
    """Run an order as `_fulfil` does, once more where the machine was too slow for it.

    Raises:
        CouldNotJudge: the machine stays too slow.
    """
    countdown = Countdown(ANOTHER_TRY)
    while _is_too_late(run := await _fulfil(trial, **options)):
        if countdown.is_over:
            raise CouldNotJudge(
                "Your computer is too busy for a payment within half a second, or for a worker "
                "that takes a shipment within half a second."
            )
    return run


def _is_too_late(run: Run) -> bool:
    """Whether a timeout that is as the text wants it ended a step that nothing was wrong with."""
    payment = step_of(run, "process_payment")
    if payment.status == "timed out":
        return (payment.start_to_close_timeout, payment.schedule_to_close_timeout) == (
            HALF_A_SECOND,
            CUSTOMERS_PATIENCE,
        )
    shipments = run.history.scheduled("create_shipment")
    return any(
        each.status == "timed out"
        and each.schedule_to_start_timeout == HALF_A_SECOND
        and _is_no_shorter(each.schedule_to_close_timeout, HALF_A_SECOND + SHIPPING)
        and each.task_queue == f"{run.trial.worker.task_queue}-warehouse"
        for each in shipments
    )


async def _fulfil(
    trial: Trial,
    *,
    slow: str | None = None,
    seconds: float = HANGS,
    times: int | None = None,
    task_queue: str | None = None,
) -> Run:
    """Run an order with which the shop takes its time over one operation."""
    order = trial.new_order()
    if slow:
        trial.shop.delay(slow, order.order_id, seconds, times)
    return await trial.run("FulfilWorkflow", order, task_queue=task_queue)
