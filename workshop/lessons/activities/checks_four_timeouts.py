"""Exercise four_timeouts: which timeout ends which wait."""

from __future__ import annotations

from datetime import timedelta

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.words import in_seconds
from workshop.lessons.activities.evidence import HANGS, LESSON, outcome_of, step_of

four_timeouts = Exercise(
    "four_timeouts",
    lesson=LESSON,
    module="fulfil_workflow",
    hints=[
        "Ask of each sentence: is it about one attempt, all attempts together, the wait for a "
        "worker, or signs of life? Each is a timeout of its own, and they can be combined.",
        "The payment needs two timeouts: one for an attempt, one for all of them. The shipment "
        "needs one more than it has, the notification too.",
        "Payment: start_to_close_timeout 0.5 s and schedule_to_close_timeout 3 s. Shipment: "
        "schedule_to_start_timeout 0.5 s. Notification: heartbeat_timeout 1 s, and 10 minutes for "
        "an attempt.",
    ],
)


@four_timeouts.requires("completes when all goes well")
async def fulfils(trial: Trial) -> None:
    run = await _with_a_warehouse(trial)
    run.expect_completed()
    for name in ("process_payment", "create_shipment", "send_notification"):
        step = step_of(run, name)
        expect(
            step.status == "completed",
            expected=f"{name} to be completed when the workflow completes",
            happened=f"the history shows that it {outcome_of(step)}.",
            think="which steps the workflow waits for, and what makes it wait.",
        )


@four_timeouts.requires("tries a payment that hangs again after half a second")
async def hanging_attempt(trial: Trial) -> None:
    payment = step_of(trial.runs[0], "process_payment")
    expect(
        payment.start_to_close_timeout == timedelta(seconds=0.5)
        # The server shortens an attempt's time to that of all attempts.
        and payment.schedule_to_close_timeout != timedelta(seconds=0.5),
        expected="an attempt of process_payment to have 0.5 s, and time for another",
        happened=f"the history shows {in_seconds(payment.start_to_close_timeout)} for an attempt "
        f"(start to close), {in_seconds(payment.schedule_to_close_timeout)} for all of them "
        "(schedule to close).",
        think="which timeout starts anew with each attempt.",
    )
    # The timeout may strike a healthy attempt on a slow machine as well: at least two attempts.
    run = await _with_a_warehouse(trial, hangs="charge", times=1)
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
        payment.schedule_to_close_timeout == timedelta(seconds=3),
        expected="all attempts of process_payment together to have 3 s",
        happened=f"the history shows {in_seconds(payment.schedule_to_close_timeout)} (schedule to "
        "close).",
        think="which timeout counts from the moment the workflow asks, waits between attempts "
        "included.",
    )
    run = await _with_a_warehouse(trial, hangs="charge")
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
        shipment.schedule_to_start_timeout == timedelta(seconds=0.5)
        and shipment.start_to_close_timeout == timedelta(minutes=5),
        expected="create_shipment to wait 0.5 s for a worker, and then to have 300 s",
        happened="the history shows "
        f"{in_seconds(shipment.schedule_to_start_timeout)} (schedule to start), "
        f"{in_seconds(shipment.start_to_close_timeout)} (start to close) and "
        f"{in_seconds(shipment.schedule_to_close_timeout)} (schedule to close).",
        think="which timeout ends when a worker takes the shipment, and no later.",
    )
    silence = shipment.heartbeat_timeout
    expect(
        silence is None or silence >= timedelta(minutes=5),
        expected="create_shipment to have 300 s once it is taken, whether it is silent or not",
        happened=f"the history shows {in_seconds(silence)} (heartbeat).",
        think="what becomes of a shipment that takes a minute and gives no sign of life.",
    )
    closed = f"{trial.worker.task_queue}-closed"
    await trial.serve(closed)
    run = await trial.run("FulfilWorkflow", trial.new_order(), task_queue=closed)
    shipment = step_of(run, "create_shipment")
    timeout = shipment.failure.timeout if shipment.failure else ""
    expect(
        run.history.status == "failed" and timeout == "schedule to start",
        expected="the workflow to fail with a schedule-to-start timeout, without an attempt",
        happened=f"the workflow {run.history.status}; the shipment {outcome_of(shipment)}.",
        think="whether the failure of the shipment reaches the end of the workflow.",
    )


@four_timeouts.requires("notices a notification that went silent")
async def silent_notification(trial: Trial) -> None:
    notification = step_of(trial.runs[0], "send_notification")
    expect(
        notification.heartbeat_timeout == timedelta(seconds=1)
        and notification.start_to_close_timeout == timedelta(minutes=10),
        expected="send_notification to have 600 s, and 1 s without a sign of life",
        happened=f"the history shows {in_seconds(notification.start_to_close_timeout)} (start to "
        f"close) and {in_seconds(notification.heartbeat_timeout)} (heartbeat).",
        think="which timeout starts anew with each sign of life.",
    )
    run = await _with_a_warehouse(trial, hangs="mail", times=1)
    notification = step_of(run, "send_notification")
    expect(
        notification.attempts >= 2 and run.history.status == "completed",
        expected="a second attempt after a second of silence, and a workflow that completes",
        happened=f"the workflow {run.history.status}; the notification {outcome_of(notification)} "
        f"after {notification.attempts} attempts.",
        think="whether your retry policy leaves room for a second attempt.",
    )


async def _with_a_warehouse(
    trial: Trial, *, hangs: str | None = None, times: int | None = None
) -> Run:
    """Run an order with a warehouse worker; the shop may hang over an operation."""
    if not trial.runs:
        await trial.serve(f"{trial.worker.task_queue}-warehouse")
    order = trial.new_order()
    if hangs:
        trial.shop.delay(hangs, order.order_id, HANGS, times)
    return await trial.run("FulfilWorkflow", order)
