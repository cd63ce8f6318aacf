"""The exercises of lesson 02: what an activity has to show when its world fails."""

from __future__ import annotations

import asyncio
import contextlib
import time
from datetime import timedelta
from typing import Any

from temporalio.api.workflow.v1 import PendingActivityInfo
from temporalio.client import RPCError

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.servable import activities_in
from workshop.exercises.words import counted, how_often, in_seconds, listed
from workshop.history import read_history
from workshop.history.model import ActivityRun
from workshop.lessons.activities.workflows import InstalmentsWorkflow, PaymentWorkflow
from workshop.orders import NotificationInput

LESSON = "activities"

#: Seconds the shop takes when it shall seem to hang: longer than any timeout, on any machine.
HANGS = 30.0

#: Seconds the shop takes over a mail while another one has to get through.
MEANWHILE = 4.0

#: Seconds without a new heartbeat after which all that were sent are taken to have arrived.
QUIET = 0.5

#: What the exercise asks of a mailing: a sign of life, and a cancel, within a second or so.
SIGN_OF_LIFE = timedelta(seconds=2)
CANCEL_ARRIVES = timedelta(seconds=3)

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

lost_answer = Exercise(
    "lost_answer",
    lesson=LESSON,
    module="payment_once",
    workflows=[PaymentWorkflow, InstalmentsWorkflow],
    hints=[
        "The shop takes a second request for the first one when both have the same "
        "Idempotency-Key. Which requests shall it take for the same, and which not?",
        "activity.info() knows where the activity stands: in which run of which workflow, and as "
        "which of its activities. The attempt is there too; does it belong in the key?",
        'me = activity.info(), then headers={"Idempotency-Key": '
        'f"{me.workflow_run_id}/{me.activity_id}"}',
    ],
)

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

long_work = Exercise(
    "long_work",
    lesson=LESSON,
    module="notify_customers",
    hints=[
        "The activity says that it is alive with activity.heartbeat(...), after each mail. The "
        "workflow says how long it may be silent with heartbeat_timeout.",
        "What you give to heartbeat is what the next attempt finds in "
        "activity.info().heartbeat_details. What must it know to go on, and to return all ids?",
        "activity.heartbeat(mail_ids) after each mail. At the beginning: mail_ids = "
        "list(me.heartbeat_details[0]) if me.heartbeat_details else [], and the loop begins at "
        "len(mail_ids).",
    ],
)


# which_errors


@which_errors.requires("charges the customer when all goes well")
async def charges(trial: Trial) -> None:
    expect_own_activity(trial, "process_payment")
    expect_charged(await trial.run("PaymentWorkflow", trial.new_order()))


@which_errors.requires("fails at once when the payment is declined")
async def declined_fails_at_once(trial: Trial) -> None:
    await expect_fails_at_once(trial, 402, "PaymentDeclined")


@which_errors.requires("fails at once when the request is wrong")
async def wrong_request_fails_at_once(trial: Trial) -> None:
    for status in (400, 404):
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


async def expect_fails_at_once(trial: Trial, status: int, kind: str) -> None:
    """Raise `NotYet` unless a charge answered with this status fails after one attempt."""
    order = trial.new_order()
    if status == 402:
        trial.shop.decline("charge", order.order_id)
    else:
        trial.shop.fail("charge", order.order_id, status=status)
    run = await trial.run("PaymentWorkflow", order)
    failure = run.history.failure
    expect(
        run.history.status == "failed" and failure,
        expected=f"process_payment to fail when the shop answers {status}",
        happened=f"the workflow {run.history.status} with {run.history.result!r}, as if "
        "the money were there.",
        think="who hears of the error when the activity does not raise it.",
    )
    assert failure
    step, calls = run.history.activity("process_payment"), len(run.ledger.calls_of("charge"))
    expect(
        calls == 1,
        expected=f"the shop to be asked once when it answers {status}",
        happened=f"it was asked {how_often(calls)}. The history shows attempt {step.attempts}, the "
        f'retry state "{step.retry_state}" and the error {failure.origin.type}.',
        think="how an activity says that another attempt is of no use.",
    )
    expect(
        failure.origin.type == kind,
        expected=f'the error to have the type "{kind}" when the shop answers {status}',
        happened=f"the history shows {failure.origin}.",
        think="by what a program tells one error from another.",
    )


def expect_retried(run: Run, after: str, *, attempts: int) -> None:
    """Raise `NotYet` unless Temporal tried again until it went well."""
    failure = run.history.failure
    step = run.history.activity("process_payment")
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
        step.attempts == attempts,
        expected=f"attempt {attempts} to succeed after {after}",
        happened=f"the history shows {step.attempts} "
        f"{'attempt' if step.attempts == 1 else 'attempts'}, and the ledger "
        f"{len(run.ledger.calls_of('charge'))} calls.",
        think="who shall try again: your code, whose count is lost in a crash, or Temporal.",
    )


# lost_answer


@lost_answer.requires("charges each order")
async def charges_each(trial: Trial) -> None:
    expect_own_activity(trial, "process_payment")
    for number in ("one", "two"):
        run = await trial.run("PaymentWorkflow", trial.new_order())
        expect(
            not any(call.status == 422 for call in run.ledger.calls_of("charge")),
            expected="each order to be charged",
            happened=f"the shop refused order {number} with 422: it was asked with a key that it "
            "knows from another request.",
            think="what in your key is different for another order.",
        )
        expect_charged(run)


@lost_answer.requires("sends an Idempotency-Key")
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
    await expect_charged_once(await trial.run("PaymentWorkflow", order), "lost two answers")


@lost_answer.requires("charges both instalments")
async def charges_both(trial: Trial) -> None:
    run = await trial.run("InstalmentsWorkflow", trial.new_order())
    calls = run.ledger.calls_of("charge")
    replayed = any(call.replayed for call in calls)
    expect(
        len(run.ledger.charges) == 2,
        expected="two charges, one for each instalment",
        happened=f"the ledger shows {_charges(run)} for {counted(len(calls), 'call')}"
        + ("; the shop took the second call for the first one, sent again." if replayed else "."),
        think="what is different between two steps of one workflow, even when their arguments are "
        "the same.",
    )
    run.expect_completed()


@lost_answer.requires("charges once when the answer comes too late")
async def charges_once_when_late(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, HANGS, times=1)
    await expect_charged_once(
        await trial.run("PaymentWorkflow", order), "answered after the attempt was over"
    )


@lost_answer.requires("still fails at once when the payment is declined")
async def still_declined(trial: Trial) -> None:
    await expect_fails_at_once(trial, 402, "PaymentDeclined")


async def expect_charged_once(run: Run, what_the_shop_did: str) -> None:
    """Raise `NotYet` unless there were several calls and one charge."""
    attempts = run.history.activity("process_payment").attempts
    expect(
        len(run.ledger.charges) == 1,
        expected=f"one charge when the shop has {what_the_shop_did}",
        happened=f"the ledger shows {_charges(run)} for {attempts} attempts. Each call had a key, "
        "but the shop did not know it from the call before.",
        think="what attempt 2 knows about attempt 1, and which part of your key changes between "
        "them.",
    )
    run.expect_completed()


def expect_charged(run: Run) -> None:
    """Raise `NotYet` unless the order was charged its total once, and the result says so."""
    run.expect_completed()
    total = _total(run)
    amounts = [charge.amount for charge in run.ledger.charges]
    expect(
        amounts == [total],
        expected=f"one charge of {total} cents",
        happened=f"the ledger shows {_charges(run)}.",
        think="what the activity asks of the shop, and how often.",
    )
    wanted = {"charge_id": run.ledger.charges[0].id, "amount": total}
    expect(
        run.history.result == wanted,
        expected="PaymentResult with the id and the amount of the charge as the result",
        happened=f"it was {run.history.result!r}.",
        think="what the shop answers, and what the activity makes of it.",
    )


# four_timeouts


@four_timeouts.requires("completes when all goes well")
async def fulfils(trial: Trial) -> None:
    run = await _with_a_warehouse(trial)
    run.expect_completed()
    _step(run, "process_payment"), _step(run, "create_shipment"), _step(run, "send_notification")


@four_timeouts.requires("tries a payment that hangs again after half a second")
async def hanging_attempt(trial: Trial) -> None:
    payment = _step(trial.runs[0], "process_payment")
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
    payment = _step(run, "process_payment")
    expect(
        payment.attempts >= 2,
        expected="a second attempt after a payment that hangs",
        happened=f"the history shows one attempt and then: {_outcome(payment)}.",
        think="whether your timeouts and your retry policy leave room for a second attempt.",
    )


@four_timeouts.requires("makes no payment attempt after three seconds")
async def patience_of_the_customer(trial: Trial) -> None:
    payment = _step(trial.runs[0], "process_payment")
    expect(
        payment.schedule_to_close_timeout == timedelta(seconds=3),
        expected="all attempts of process_payment together to have 3 s",
        happened=f"the history shows {in_seconds(payment.schedule_to_close_timeout)} (schedule to "
        "close).",
        think="which timeout counts from the moment the workflow asks, waits between attempts "
        "included.",
    )
    run = await _with_a_warehouse(trial, hangs="charge")
    payment = _step(run, "process_payment")
    timeout = payment.failure.timeout if payment.failure else ""
    expect(
        run.history.status == "failed" and timeout == "schedule to close",
        expected="the workflow to fail when every attempt hangs, with a schedule-to-close timeout",
        happened=f"the workflow {run.history.status}; the payment {_outcome(payment)}.",
        think="what ends the attempts: a number of them, or the time that is left.",
    )


@four_timeouts.requires("fails soon when no warehouse takes the shipment")
async def closed_warehouse(trial: Trial) -> None:
    shipment = _step(trial.runs[0], "create_shipment")
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
    closed = f"{trial.worker.task_queue}-closed"
    await trial.serve(closed)
    run = await trial.run("FulfilWorkflow", trial.new_order(), task_queue=closed)
    shipment = _step(run, "create_shipment")
    timeout = shipment.failure.timeout if shipment.failure else ""
    expect(
        run.history.status == "failed" and timeout == "schedule to start",
        expected="the workflow to fail with a schedule-to-start timeout, without an attempt",
        happened=f"the workflow {run.history.status}; the shipment {_outcome(shipment)}.",
        think="whether the failure of the shipment reaches the end of the workflow.",
    )


@four_timeouts.requires("notices a notification that went silent")
async def silent_notification(trial: Trial) -> None:
    notification = _step(trial.runs[0], "send_notification")
    expect(
        notification.heartbeat_timeout == timedelta(seconds=1)
        and notification.start_to_close_timeout == timedelta(minutes=10),
        expected="send_notification to have 600 s, and 1 s without a sign of life",
        happened=f"the history shows {in_seconds(notification.start_to_close_timeout)} (start to "
        f"close) and {in_seconds(notification.heartbeat_timeout)} (heartbeat).",
        think="which timeout starts anew with each sign of life.",
    )
    run = await _with_a_warehouse(trial, hangs="mail", times=1)
    notification = _step(run, "send_notification")
    expect(
        notification.attempts >= 2 and run.history.status == "completed",
        expected="a second attempt after a second of silence, and a workflow that completes",
        happened=f"the workflow {run.history.status}; the notification {_outcome(notification)} "
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


# long_work


@long_work.requires("writes to every customer")
async def writes_to_all(trial: Trial) -> None:
    expect_own_activity(trial, "send_notification")
    run = await trial.run("NotificationWorkflow", _mailing(trial, 3))
    result = run.expect_completed()
    _expect_mails(run, 3)
    _expect_all_ids(run, result)
    trial.launch(_killed(trial))  # needed soon, and it takes a moment to start


@long_work.requires("gives signs of life that somebody listens to", within=20)
async def gives_signs_of_life(trial: Trial) -> None:
    mailing = _mailing(trial, 3)
    trial.shop.delay("mail", mailing.order_id, seconds=0.6)
    run = await trial.start("NotificationWorkflow", mailing)
    heard = False
    # Without a sign of life Temporal would try for ever: two attempts tell.
    while not heard and (pending := await _pending(run)) and pending.attempt <= 2:
        heard = pending.HasField("last_heartbeat_time") and bool(pending.heartbeat_details.payloads)
        await asyncio.sleep(0.02)
    step = _step(await _history_of(run), "send_notification")
    timeout = step.heartbeat_timeout
    expect(
        timeout is not None,
        expected="send_notification to have a heartbeat timeout of about 1 s",
        happened="the history shows none: "
        + ("the heartbeats arrive, but nobody misses one." if heard else "nobody listens."),
        think="who says how long the activity may be silent.",
    )
    expect(
        timeout and timeout <= SIGN_OF_LIFE,
        expected="a heartbeat timeout of about 1 s",
        happened=f"the history shows {in_seconds(timeout)}.",
        think="how long after a crash Temporal shall notice it.",
    )
    expect(
        heard,
        expected="a heartbeat with details after a mail, while the next one is under way",
        happened="the server got none while three mails were sent, 0.6 s each.",
        think="which function sends a heartbeat, what you give it, and whether the event loop is "
        "free to send it.",
    )


@long_work.requires("lets the worker do other work meanwhile", within=20)
async def shares_the_worker(trial: Trial) -> None:
    mailing = _mailing(trial, 2)
    trial.shop.delay("mail", mailing.order_id, MEANWHILE, times=1)
    run = await trial.start("NotificationWorkflow", mailing)
    await _until_calls(run, 1)
    begun = time.monotonic()
    other = await trial.start("NotificationWorkflow", _mailing(trial, 1))
    await _until_calls(other, 1)
    expect(
        time.monotonic() - begun < MEANWHILE,
        expected="another mailing to begin while this one waits for the shop",
        happened="it began only after the shop had answered: all activities of the worker stood "
        "still.",
        think="what runs on the event loop while your code waits, and which calls give way.",
    )


@long_work.requires("stops within a second when it is cancelled", within=20)
async def stops_when_cancelled(trial: Trial) -> None:
    mailing = _mailing(trial, 40)
    trial.shop.delay("mail", mailing.order_id, seconds=0.15)
    run = await trial.start("NotificationWorkflow", mailing)
    await _until_calls(run, 2)
    with contextlib.suppress(RPCError):
        await run.handle.cancel()
    history = await run.end()
    step, mails = _step(run, "send_notification"), len(run.ledger.mails)
    expect(
        step.status == "cancelled",
        expected="the history to show send_notification as cancelled",
        happened=f"the workflow {history.status}, and the activity {_outcome(step)}; "
        f"{mails} of 40 mails went out.",
        think="what becomes of the CancelledError in your activity."
        if step.closed_event
        else "which argument of execute_activity makes the workflow wait for the activity's end.",
    )
    asked, ended = history.cancel_request, step.closed_at
    took = ended - asked.at if ended and asked else timedelta(0)
    expect(
        took <= CANCEL_ARRIVES,
        expected="the activity to end within about a second of the cancel",
        happened=f"it took {in_seconds(took)}; {mails} of 40 mails went out.",
        think="how often the activity can hear of a cancel.",
    )


@long_work.requires("goes on with the sixth mail when its worker was killed there", within=40)
async def goes_on_after_a_crash(trial: Trial) -> None:
    run, begin = await _killed_at_the_sixth(trial, _killed(trial))
    if 1 < begin < 6:  # on a slow machine the last heartbeat may have come too late: once more
        run, begin = await _killed_at_the_sixth(trial, f"{_killed(trial)}-again")
    result = run.expect_completed()
    _expect_mails(run, 10)
    expect(
        begin == 6,
        expected="the second attempt to begin with mail 6: that 1 to 5 are sent was in the details",
        happened=f"the shop was asked for {11 - begin} mails after the kill: it began with mail "
        f"{begin}.",
        think="what the first attempt has told by then, and what the second makes of it."
        if begin < 6
        else "what is known about mail 6 when nobody heard the shop's answer.",
    )
    _expect_all_ids(run, result)


async def _killed_at_the_sixth(trial: Trial, task_queue: str) -> tuple[Run, int]:
    """Return a mailing whose worker was killed at mail 6, and where the next attempt began."""
    process = await trial.process(task_queue)
    # The first request of a new process is slow; it must not cost the mailing an attempt.
    await trial.run("NotificationWorkflow", _mailing(trial, 1), task_queue=task_queue)
    mailing = _mailing(trial, 10)
    trial.shop.delay("mail", mailing.order_id, seconds=0.05, times=5)
    trial.shop.delay("mail", mailing.order_id, HANGS)
    run = await trial.start("NotificationWorkflow", mailing, task_queue=task_queue)
    await _until_calls(run, 6)
    await _until_heartbeats_are_in(run)
    process.kill()
    calls_before = len(run.ledger.calls_of("mail"))
    trial.shop.clear_faults(mailing.order_id)
    await trial.serve(task_queue)
    await run.end()
    return run, 10 - (len(run.ledger.calls_of("mail")) - calls_before) + 1


def _killed(trial: Trial) -> str:
    """Return the task queue of the worker that will be killed."""
    return f"{trial.worker.task_queue}-killed"


def _mailing(trial: Trial, count: int) -> NotificationInput:
    recipients = [f"customer-{number}@example.com" for number in range(1, count + 1)]
    return NotificationInput(trial.new_order().order_id, recipients, "Spring sale")


def _expect_mails(run: Run, count: int) -> None:
    """Raise `NotYet` unless each of so many customers got one mail."""
    wanted = [f"customer-{number}@example.com" for number in range(1, count + 1)]
    got = [mail.to for mail in run.ledger.mails]
    twice = sorted({to for to in got if got.count(to) > 1}, key=wanted.index)
    without = [to for to in wanted if to not in got]
    expect(
        not twice,
        expected="each customer to get one mail",
        happened=f"{listed(to.partition('@')[0] for to in twice)} got it twice.",
        think="by what the shop knows a mail that it has sent before.",
    )
    expect(
        not without,
        expected="each customer to get one mail",
        happened=f"{listed(to.partition('@')[0] for to in without)} got none.",
        think="where the loop begins and ends.",
    )


def _expect_all_ids(run: Run, result: Any) -> None:
    """Raise `NotYet` unless the result holds the ids of all mails in order."""
    ids = [mail.id for mail in run.ledger.mails]
    found = result.get("mail_ids") if isinstance(result, dict) else result
    expect(
        found == ids,
        expected=f"NotificationResult with the ids of all {len(ids)} mails, in their order",
        happened=f"it holds {len(found)} ids, not those of the mails 1 to {len(ids)}."
        if isinstance(found, list)
        else f"it was {result!r}.",
        think="what the second attempt knows of the mails that the first one has sent.",
    )


# Looking into a run


def expect_own_activity(trial: Trial, name: str) -> None:
    """Raise `NotYet` unless the learner's module itself defines the activity."""
    own = [
        each
        for each, function in activities_in(vars(trial.module).values()).items()
        if function.__module__ == trial.module.__name__
    ]
    expect(
        name in own,
        expected=f"an activity named {name} in your module",
        happened=f"it defines {listed(own) or 'none'}.",
        think="which decorator makes a function an activity, and what gives it its name.",
    )


def _step(run: Run, activity: str) -> ActivityRun:
    """Return the one activity of that name; raise `NotYet` unless there is just one."""
    found = run.history.scheduled(activity)
    names = listed(each.type for each in run.history.activities) or "no activity"
    expect(
        len(found) == 1,
        expected=f"the history to show the activity {activity} once",
        happened=f"it shows {names}.",
        think="which steps the workflow takes.",
    )
    return found[0]


def _outcome(step: ActivityRun) -> str:
    """Return how an activity ended, as the end of a sentence: "timed out (heartbeat)"."""
    if step.failure and step.failure.timeout:
        return f"timed out ({step.failure.timeout})"
    if step.failure:
        return f"{step.status} with {step.failure.origin.type}"
    return step.status if step.closed_event else "was not over"


async def _pending(run: Run) -> PendingActivityInfo | None:
    """Return the activity the workflow waits for, as the server sees it now; None if none."""
    description = (await run.handle.describe()).raw_description
    pending = list(description.pending_activities)
    running = description.workflow_execution_info.status == 1
    if not pending and running:  # between start and the first workflow task's end
        return PendingActivityInfo(attempt=1)
    return pending[0] if pending else None


async def _history_of(run: Run) -> Run:
    """Return the run with its history so far, whether it has ended or not."""
    so_far = Run(run.trial, run.workflow_type, run.handle, run.order_id)
    so_far.outcome = await read_history(run.handle)
    return so_far


async def _until_heartbeats_are_in(run: Run) -> None:
    """Wait until no new heartbeat has come for a while, or the workflow has ended."""
    last, since, looks = None, time.monotonic(), 0
    while (time.monotonic() - since < QUIET or looks < 5) and (pending := await _pending(run)):
        heartbeat, looks = pending.last_heartbeat_time.ToDatetime(), looks + 1
        if heartbeat != last:
            last, since, looks = heartbeat, time.monotonic(), 0
        await asyncio.sleep(0.02)


async def _until_calls(run: Run, count: int) -> None:
    """Wait until the shop was asked for so many mails, or the workflow has ended."""
    while len(run.ledger.calls_of("mail")) < count:
        if (await read_history(run.handle)).status != "running":
            return
        await asyncio.sleep(0.02)


def _total(run: Run) -> int:
    """Return what the run's order costs, in cents."""
    items = run.history.input[0]["items"]
    return sum(item["quantity"] * item["unit_price"] for item in items)


def _charges(run: Run) -> str:
    return counted(len(run.ledger.charges), "charge")
