"""Exercise long_work: signs of life, a crash in the middle, a cancel.

Long: each of its five checks kills, stops or starves a process, and says what it then saw.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import time
from datetime import timedelta
from typing import Any

from temporalio.client import RPCError

from workshop.exercises import Exercise, Run, Trial, expect
from workshop.exercises.engine.words import in_seconds, listed
from workshop.history import read_history
from workshop.history.model import ActivityRun
from workshop.lessons.activities.evidence import (
    HANGS,
    expect_own_activity,
    outcome_of,
    pending_activity,
    step_of,
)
from workshop.orders import NotificationInput
from workshop.patience import slowness

#: Seconds the shop takes over a mail while another one has to get through: less than the five after
#: which httpx gives a blocked event loop free.
MEANWHILE = 4.0
#: Attempts without details after which there are none to come. A busy machine gives more of them.
SILENT_ATTEMPTS = 2
#: Seconds without new details after which all heartbeats that matter are taken to have arrived.
QUIET = 0.5
#: Seconds after which the worker is killed all the same: details may hold the time of day.
ENOUGH = 3.0
#: What the exercise asks of a mailing: a sign of life, and a cancel, within a second or so.
SIGN_OF_LIFE = timedelta(seconds=2)
CANCEL_ARRIVES = timedelta(seconds=3)
#: How many mails a mailing has that is cancelled after the second.
MANY_MAILS = 40
#: Seconds in which a mail that was on its way is written down, and then to look for later ones.
ON_ITS_WAY, AFTERWARDS = 0.3, 0.5
#: The silence that a mailing has to be allowed: a mail may take this long.
A_MAIL = timedelta(seconds=0.6)
#: Seconds that the shop takes over a mail in the middle of the second attempt: a silence that ends it.
A_SECOND_CRASH = 3.0

long_work = Exercise(
    "long_work",
    lesson="activities",
    module="notify_customers",
    given=("shop_client", "one_mail"),
    hints=[
        "Both sides have a part in it: the activity gives signs of life, and the workflow says how "
        "long it may go without one.",
        "What you give to `activity.heartbeat()` after each mail is what the next attempt finds in "
        "`me.heartbeat_details`. What does it have to know to go on, and to return all the ids?",
        "One list answers both: the ids so far. Its length says which mail is next. Begin with "
        "`list(me.heartbeat_details[0])` where there are details, and heartbeat once before the "
        "first mail.",
    ],
)


@long_work.requires("writes to every customer")
async def writes_to_all(trial: Trial) -> None:
    expect_own_activity(trial, "send_notification")
    trial.launch(_killed(trial))  # needed later, and it takes a moment to start
    run = await trial.run("NotificationWorkflow", _mailing(trial, 3))
    _expect_another_attempt(run)
    result = run.expect_completed()
    _expect_mails(run, 3)
    _expect_all_ids(run, result)
    last_failure = step_of(run, "send_notification").last_failure
    expect(
        last_failure is None or last_failure.type == "TimeoutError",  # a busy machine may be late
        expected="three mails to go out without an error, when nothing is wrong",
        happened=f"an attempt failed with {last_failure}.",
        think="which line raises this.",
    )
    with_a_fault = _mailing(trial, 3)
    trial.shop.fail("mail", with_a_fault.order_id, times=1)
    run = await trial.run("NotificationWorkflow", with_a_fault)
    step = step_of(run, "send_notification")
    expect(
        step.status != "failed" or step.attempts > 1,
        expected="another attempt when the shop has answered a mail with 503",
        happened=f"it was given up after one attempt: {step.failure}.".replace("..", "."),
        think="how many attempts the retry policy allows.",
    )
    result = run.expect_completed()
    _expect_mails(run, 3)
    _expect_all_ids(run, result)


@long_work.requires("gives signs of life that somebody listens to", within=20, then=True)
async def gives_signs_of_life(trial: Trial) -> None:
    mailing = _mailing(trial, 3)
    # Two mails go out; over the third, the shop takes its time as long as the check looks.
    trial.shop.delay("mail", mailing.order_id, seconds=0.05, times=2)
    trial.shop.delay("mail", mailing.order_id, HANGS)
    run = await trial.start("NotificationWorkflow", mailing)
    heard = with_details = False
    while not with_details and (pending := await pending_activity(run)):
        heard = heard or pending.HasField("last_heartbeat_time")
        with_details = bool(pending.heartbeat_details.payloads)
        if pending.attempt > SILENT_ATTEMPTS * slowness():
            break
        if await _listens_to_nobody(run):
            await asyncio.sleep(QUIET)  # the heartbeats after two mails may be on their way
            pending = await pending_activity(run)
            heard = heard or bool(pending and pending.HasField("last_heartbeat_time"))
            break
        await asyncio.sleep(0.02)
    trial.shop.clear_faults(mailing.order_id)
    step = step_of(await _history_of(run), "send_notification")
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
        think="how soon after a crash Temporal should notice.",
    )
    expect(
        timeout and timeout >= A_MAIL,
        expected="a heartbeat timeout of about 1 s",
        happened=f"the history shows {in_seconds(timeout)}, and a mail may take longer than that.",
        think="how long a healthy activity is silent between two mails.",
    )
    expect(
        with_details,
        expected="a heartbeat with details after a mail, while the next one is under way",
        happened="the server got heartbeats, and none of them had details."
        if heard
        else "the server got no heartbeat although two mails had gone out and the third was under "
        "way.",
        think="what you give to the heartbeat, for the next attempt to go on with."
        if heard
        else "which function sends a heartbeat, and whether the event loop is free to send it.",
    )


@long_work.requires("lets the worker do other work meanwhile", within=20)
async def shares_the_worker(trial: Trial) -> None:
    for _ in range(round(slowness())):  # a busy machine may not get to it in time: once more
        mailing = _mailing(trial, 2)
        trial.shop.delay("mail", mailing.order_id, MEANWHILE, times=1)
        run = await trial.start("NotificationWorkflow", mailing)
        await _until_calls(run, 1)
        begun = time.monotonic()
        other = await trial.start("NotificationWorkflow", _mailing(trial, 1))
        await _until_calls(other, 1)
        took = time.monotonic() - begun
        if took < MEANWHILE:
            break
    expect(
        took < MEANWHILE,
        expected="another mailing to begin while this one waits for the shop",
        happened="it began only after the shop had answered: all activities of the worker stood "
        "still.",
        think="what runs on the event loop while your code waits, and which calls give way.",
    )


@long_work.requires("stops within a second when it is cancelled", within=30)
async def stops_when_cancelled(trial: Trial) -> None:
    for _ in range(1 + round(slowness())):
        run = await _cancelled_mailing(trial)
        step, history = step_of(run, "send_notification"), run.history
        # A late heartbeat on a slow machine ends the activity for good, once it is to be cancelled.
        if step.status != "timed out":
            break
    mails = len(run.ledger.mails)
    expect(
        step.status == "cancelled",
        expected="the history to show send_notification as cancelled",
        happened=f"the workflow {history.status}, and the activity {outcome_of(step)}; "
        f"{mails} of {MANY_MAILS} mails went out.",
        think=_think_of_the_timeout(step)
        if step.status == "timed out"
        else "what happens to the CancelledError in your activity."
        if step.closed_event
        else "which argument of execute_activity makes the workflow wait for the activity's end.",
    )
    asked, ended = history.cancel_request, step.closed_at
    took = ended - asked.at if ended and asked else timedelta(0)
    expect(
        took <= CANCEL_ARRIVES * slowness() and mails < MANY_MAILS,
        expected="the activity to end within about a second of the cancel",
        happened=f"it took {in_seconds(took)}; {mails} of {MANY_MAILS} mails went out.",
        think="how many times a cancel can reach the activity.",
    )
    await _expect_no_more_mails(run)


async def _cancelled_mailing(trial: Trial) -> Run:
    """Return a mailing to many customers that was cancelled after the second mail, and ended."""
    mailing = _mailing(trial, MANY_MAILS)
    trial.shop.delay("mail", mailing.order_id, seconds=0.15)
    run = await trial.start("NotificationWorkflow", mailing)
    await _until_calls(run, 2)
    with contextlib.suppress(RPCError):
        await run.handle.cancel()
    await run.end()
    return run


async def _expect_no_more_mails(run: Run) -> None:
    """Raise `NotYet` if mails go out because of the cancel, or after the end."""
    await asyncio.sleep(ON_ITS_WAY)
    mails = run.ledger.mails
    expected = "no more mails after the cancel"
    twice = len(mails) - len({mail.to for mail in mails})
    expect(
        not twice and all(mail.subject == "Spring sale" for mail in mails),
        expected=expected,
        happened="some were written because of it: the shop has sent mails that do not belong to "
        "the mailing.",
        think="what your activity does between the cancel and its end.",
    )
    await asyncio.sleep(AFTERWARDS)
    expect(
        len(run.ledger.mails) == len(mails),
        expected=expected,
        happened="mails still went out when the activity had ended.",
        think="what your activity has begun, and who ends that.",
    )


@long_work.requires("goes on with the sixth mail when its worker was killed there", within=40)
async def goes_on_after_a_crash(trial: Trial) -> None:
    run, begin = await _killed_at_the_sixth(trial, _killed(trial))
    for number in range(round(slowness())):
        if begin in (1, 6, 7):
            break
        # On a slow machine the last heartbeat may have come too late: once more.
        run, begin = await _killed_at_the_sixth(trial, f"{_killed(trial)}-again-{number}")
    _expect_another_attempt(run)
    result = run.expect_completed()
    _expect_mails(run, 10)
    expect(
        begin == 6,
        expected="the second attempt to begin with mail 6: that 1 to 5 are sent was in the details",
        happened=f"after the kill, the shop was asked for mail {begin} first.",
        think="what the first attempt has told by then, and what the second makes of it."
        if begin < 6
        else "what is known about mail 6 when nobody heard the shop's answer.",
    )
    _expect_all_ids(run, result)


async def _killed_at_the_sixth(trial: Trial, task_queue: str) -> tuple[Run, int]:
    """Return a mailing whose worker was killed at mail 6, and where the next attempt began.

    Its second attempt does not go well either.
    """
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
    # Two mails, and a third that takes long: who is silent meanwhile is tried a third time.
    trial.shop.delay("mail", mailing.order_id, seconds=0.05, times=2)
    trial.shop.delay("mail", mailing.order_id, A_SECOND_CRASH, times=1)
    await trial.serve(task_queue)
    await run.end()
    again = itertools.takewhile(
        lambda call: call.replayed, run.ledger.calls_of("mail")[calls_before:]
    )
    return run, max(1, 7 - len(list(again)))  # the shop knows the mails 1 to 6


def _think_of_the_timeout(step: ActivityRun) -> str:
    """Return what leads from the timeout that struck to its cause."""
    if step.failure and step.failure.timeout == "heartbeat":
        return "how long your activity was silent, and after which line it gives a sign of life."
    return "how long an attempt may take, and how long forty mails take."


def _expect_another_attempt(run: Run) -> None:
    """Raise `NotYet` if a timeout ended the activity for good."""
    step = step_of(run, "send_notification")
    expect(
        step.status != "timed out",
        expected="another attempt after one that timed out",
        happened=f"the activity {outcome_of(step)} on attempt {step.attempts}, and there was no "
        f'other: the history shows the retry state "{step.retry_state}".',
        think="how many attempts the retry policy allows, and how much time all of them have.",
    )


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
        think="how the shop knows a mail that it has sent before.",
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
        not _in_another_order(found, ids),
        expected=f"NotificationResult with the ids of all {len(ids)} mails, in their order",
        happened="it holds them all, in another order.",
        think="in what you collect the ids, and whether that keeps their order.",
    )
    expect(
        found == ids,
        expected=f"NotificationResult with the ids of all {len(ids)} mails, in their order",
        happened=f"it holds {len(found)} ids, not those of the mails 1 to {len(ids)}."
        if isinstance(found, list)
        else f"it was {result!r}.",
        think="what the second attempt knows of the mails that the first one has sent.",
    )


def _in_another_order(found: Any, ids: list[str]) -> bool:
    """Whether the result holds just these ids, but not in this order."""
    return isinstance(found, list) and found != ids and sorted(map(str, found)) == sorted(ids)


async def _listens_to_nobody(run: Run) -> bool:
    """Whether three mails are out and no heartbeat is missed soon: no attempt would ever end."""
    asked = (await read_history(run.handle)).scheduled("send_notification")
    silence = asked[0].heartbeat_timeout if asked else SIGN_OF_LIFE
    return (silence is None or silence > SIGN_OF_LIFE) and len(run.ledger.mails) == 3


async def _history_of(run: Run) -> Run:
    """Return the run with its history so far, whether it has ended or not."""
    so_far = Run(run.trial, run.workflow_type, run.handle, run.order_id)
    so_far.outcome = await read_history(run.handle)
    return so_far


async def _until_heartbeats_are_in(run: Run) -> None:
    """Wait until no heartbeat has told anything new for a while, or the workflow has ended.

    Heartbeats of a task in the background never cease: their details count, not their time.
    """
    told, looks = b"", 0
    begun = since = time.monotonic()
    while time.monotonic() - since < QUIET or looks < 5:
        pending = await pending_activity(run)
        if pending is None or time.monotonic() - begun > ENOUGH:
            return
        details, looks = pending.heartbeat_details.SerializeToString(), looks + 1
        if details != told:
            told, since, looks = details, time.monotonic(), 0
        await asyncio.sleep(0.02)


async def _until_calls(run: Run, count: int) -> None:
    """Wait until the shop was asked for so many mails, or the workflow has ended."""
    while len(run.ledger.calls_of("mail")) < count:
        if (await read_history(run.handle)).status != "running":
            return
        await asyncio.sleep(0.02)
