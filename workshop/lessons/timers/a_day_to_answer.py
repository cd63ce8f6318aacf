"""Exercise a_day_to_answer: 24 hours for an answer, a reminder, and nothing changed late.

Long: twelve checks, most with an order, a day and a decision of their own.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

from temporalio.api.sdk.v1 import WorkflowMetadata

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.exercises.engine.words import listed
from workshop.exercises.workflows.troubles import fails_by_each, is_down
from workshop.history import History, read_history
from workshop.history.words import span
from workshop.lessons.timers.mails import (
    AND_MORE,
    DOWN,
    expect_mails_outlast_an_outage,
)
from workshop.patience import LONGER_AND_LONGER, SOON, Countdown, meanwhile, wait_patiently
from workshop.temporal.waiting import diagnose

WORKFLOW = "TimeoutWorkflow"
GRACE = "grace@example.com"
ADA = "ada@example.com"
BEN = "ben@example.com"

HOUR = timedelta(hours=1)

#: A day, and the minutes that a reminder on its way may take.
A_DAY_AND_MORE = timedelta(hours=24, minutes=5)

#: What a clock may be off.
ABOUT_NOW = timedelta(seconds=1)

WAITS_FOR_THE_REMINDER = (
    "what your code waits for while the reminder is written, and what else could happen meanwhile."
)

#: More than ten timers so short, and a workflow polls: a day would take it a hundred and more.
SHORT = timedelta(minutes=10)


a_day_to_answer = Exercise(
    "a_day_to_answer",
    lesson="timers",
    module="approval_timeout",
    hints=[
        "Run it as it is, and see what the check says first. What is self._approved before "
        "anybody has answered? And what does wait_condition do when the time is up?",
        "The reminder may take as long as the mail service likes, so run() can't wait for it. Give "
        "it a task of its own, as the undos of lesson 07 had: `asyncio.create_task(self._remind("
        "order))`. It sleeps for half a day and writes. run() still waits once, for a day.",
        "Two places change something: run() decides, the handler writes the answer down. Put the "
        "decision into a local variable of run(), which no handler can change. Which line of the "
        "handler makes the first answer count?",
        "After the wait, and after `except asyncio.TimeoutError: pass`: `reminding.cancel()`. If "
        'self._approved is still None, the decision is "auto_rejected". In the handler: `if '
        "self._approved is None: self._approved = approved`.",
    ],
)


@a_day_to_answer.requires("takes a yes for a yes and a no for a no")
async def takes_the_answer(trial: Trial) -> None:
    for approved, decision, customer in ((True, "approved", ADA), (False, "rejected", BEN)):
        run = await _asked(trial, customer)
        await run.handle.signal("approve", approved)
        await _expect_decision(run, decision, f"after approve({approved})", customer)


@a_day_to_answer.requires(
    "still takes an answer ten minutes before the end", within=30.0, then=True
)
async def waits_a_day(trial: Trial) -> None:
    for approved, decision in ((True, "approved"), (False, "rejected")):
        run = await _asked(trial)
        await _expect_waiting(run, timedelta(hours=23, minutes=50), "24 hours")
        await run.handle.signal("approve", approved)
        await _expect_decision(
            run, decision, f"after approve({approved}), 23:50 hours after its start"
        )


@a_day_to_answer.requires("rejects by itself after 24 hours", within=30.0)
async def rejects_by_itself(trial: Trial) -> None:
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay("mail", order.order_id, seconds, times=1)
        run = await trial.start(WORKFLOW, order)
        await _skip(run, A_DAY_AND_MORE)
        await _expect_decision(run, "auto_rejected", "24 hours after its start, without an answer")
        reminder, late = _length_of_the_reminder(run.history), _late(run.history)
        if late < reminder / 2:
            return
    raise NotYet(
        expected="the day to end 24 hours after the start, however long the reminder takes",
        happened=f"the reminder took {span(reminder)}, and the day ended {span(late)} late.",
        think="from which moment your code counts the second half of the day, and how much of the "
        "day is left by then.",
    )


@a_day_to_answer.requires("reminds Grace once, after 12 hours", within=30.0)
async def reminds_once(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.lose_answer("mail", order.order_id)  # the reminder is written, and tried again
    run = await trial.start(WORKFLOW, order)
    await _expect_waiting(run, 11.5 * HOUR, "24 hours")
    early = [mail for mail in run.ledger.mails if mail.to == GRACE]
    expect(
        not early,
        expected="no reminder in the first 12 hours",
        happened=f"the ledger shows {_mails(run)} after 11 and a half hours.",
        think="what has to pass before the reminder is written.",
    )
    await _expect_waiting(run, HOUR, "24 hours")
    await _expect_reminder(run)
    await _skip(run, 11.5 * HOUR + timedelta(minutes=5))
    await _expect_decision(run, "auto_rejected", "24 hours after its start, without an answer")
    reminders = [mail for mail in run.ledger.mails if mail.to == GRACE]
    expect(
        len(reminders) == 1,
        expected="one reminder in the whole day",
        happened=f"the ledger shows {_mails(run)}.",
        think="how many times your code comes past the line that writes the reminder, and what another "
        "try of the same activity has that a new one has not.",
    )
    _expect_on_time(run.history)


@a_day_to_answer.requires("sends no reminder after an answer")
async def reminds_nobody_who_answered(trial: Trial) -> None:
    run = await _asked(trial)
    await _expect_waiting(run, HOUR, "24 hours")
    await run.handle.signal("approve", True)
    await _expect_decision(run, "approved", "as soon as the answer is there, an hour after start")
    expect(
        not any(mail.to == GRACE for mail in run.ledger.mails),
        expected="no reminder for an answer that came after an hour",
        happened=f"the ledger shows {_mails(run)}.",
        think="what your code looks at before it writes the reminder.",
    )


@a_day_to_answer.requires("takes an answer that comes while it writes the reminder", within=30.0)
async def answered_while_it_reminds(trial: Trial) -> None:
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay("mail", order.order_id, seconds, times=1)
        run = await trial.start(WORKFLOW, order)
        async with meanwhile(run.skip(12 * HOUR)) as skipping:
            await _writes_to(GRACE, run, skipping, within=1.0)
            await run.handle.signal("approve", False)
            await skipping
        await _expect_decision(
            run, "rejected", "after approve(False), which came while it wrote the reminder"
        )
        reminder = [each for each in run.history.activities if GRACE in str(each.input)]
        if not reminder or run.history.signals[0].event < (reminder[0].closed_event or 0):
            return


@a_day_to_answer.requires("keeps to the first answer when two come")
async def keeps_to_the_first(trial: Trial) -> None:
    # Both answers are there before a worker is: they reach the workflow in one workflow task.
    task_queue = f"{trial.worker.task_queue}-later"
    runs = []
    for first in (False, True):
        runs.append(await trial.start(WORKFLOW, trial.new_order(), task_queue=task_queue))
        await runs[-1].handle.signal("approve", first)
        await runs[-1].handle.signal("approve", not first)
    await trial.serve(task_queue)
    no_then_yes, yes_then_no = runs
    await _expect_decision(no_then_yes, "rejected", "after approve(False) and then approve(True)")
    await _expect_decision(yes_then_no, "approved", "after approve(True) and then approve(False)")


@a_day_to_answer.requires("keeps to its decision when an answer comes late", within=30.0)
async def keeps_to_its_decision(trial: Trial) -> None:
    async def nobody_answers(run: Run) -> None:
        await _skip(run, A_DAY_AND_MORE)

    async def grace_says_no(run: Run) -> None:
        await run.handle.signal("approve", False)

    for decide, decision, when in (
        (nobody_answers, "auto_rejected", "24 hours after its start"),
        (grace_says_no, "rejected", "after approve(False)"),
    ):
        for seconds in LONGER_AND_LONGER:
            order = trial.new_order()
            trial.shop.delay("mail", order.order_id, seconds)
            run = await trial.start(WORKFLOW, order)
            async with meanwhile(decide(run)) as deciding:
                if await _writes_to(order.customer, run, deciding):
                    await run.handle.signal("approve", True)
                await run.end(f"the workflow to decide {when}", within=SOON + 2 * seconds)
                await deciding
            mail = [each for each in run.history.activities if order.customer in str(each.input)]
            late = run.history.signals[-1:]
            if not mail or (late and late[0].event < (mail[0].closed_event or 0)):
                break
        await _expect_decision(
            run, decision, f"{when}, although approve(True) came while it wrote to the customer"
        )


@a_day_to_answer.requires(
    "doesn't wait for the reminder while the mail service is down", within=30.0
)
async def waits_for_no_reminder(trial: Trial) -> None:
    order = trial.new_order()
    is_down(trial.shop, "mail")(order.order_id)
    run = await trial.start(WORKFLOW, order)
    async with meanwhile(_skip(run, 12 * HOUR + timedelta(minutes=1))) as skipping:
        reminds = await _writes_to(GRACE, run, skipping)
        await skipping
    if not reminds:
        return  # it reminds by other means, and the history does not show the mail on its way
    timers = (await read_history(run.handle)).timers
    expect(
        any(timer.status == "running" for timer in timers),
        expected="the day to end 24 hours after the start, even when the mail service is down from "
        "the twelfth hour on",
        happened="no timer runs while the reminder is tried again and again: nothing would wake "
        "the workflow.",
        think=WAITS_FOR_THE_REMINDER,
    )
    await run.handle.signal("approve", True)
    async with meanwhile(asyncio.sleep(0)) as sent:
        acts = await _writes_to(order.customer, run, sent, within=2.5)
    expect(
        acts,
        expected="the workflow to act on approve(True) at once, even when the mail service is down "
        "and the reminder is not written yet",
        happened="it has not begun to write to the customer.",
        think=WAITS_FOR_THE_REMINDER,
    )
    trial.shop.clear_faults(order.order_id)
    await _skip(run, AND_MORE)
    await _expect_decision(
        run, "approved", "after approve(True), which came while the mail service was down"
    )


@a_day_to_answer.requires(
    "tells the customer even if the mail service is down for a while", within=30.0
)
async def tells_after_an_outage(trial: Trial) -> None:
    order = trial.new_order()
    fails_by_each(trial.shop, "mail", DOWN)(order.order_id)
    trial.shop.lose_answer("mail", order.order_id)
    run = await trial.start(WORKFLOW, order)
    await run.handle.signal("approve", True)
    async with meanwhile(asyncio.sleep(0)) as sent:
        await _writes_to(order.customer, run, sent)
    expect_mails_outlast_an_outage([await read_history(run.handle)])
    await _skip(run, AND_MORE)
    await _expect_decision(
        run, "approved", "after approve(True), although the mail service was down for a while"
    )


@a_day_to_answer.requires("keeps retrying each mail while the mail service is down", then=True)
async def gives_no_mail_up(trial: Trial) -> None:
    expect_mails_outlast_an_outage(run.history for run in trial.runs if run.outcome)


@a_day_to_answer.requires("takes the same steps in a replay", then=True)
async def approval_replays(trial: Trial) -> None:
    await trial.expect_replays()


def _expect_on_time(history: History) -> None:
    """Raise `NotYet` unless the reminder comes after 12 hours, and the decision after 24."""
    for to, hours in ((GRACE, 12), (ADA, 24)):
        for mail in [each for each in history.activities if to in str(each.input)][:1]:
            after = mail.scheduled_at - history.started_at
            expect(
                -ABOUT_NOW <= after - hours * HOUR <= A_DAY_AND_MORE - 24 * HOUR,
                expected=f"the mail to {to} {hours} hours after the start",
                happened=f"your workflow asked for it after {span(after)}.",
                think="which time your code waits for, and from which moment on.",
            )


async def _asked(trial: Trial, customer: str = ADA) -> Run:
    return await trial.start(WORKFLOW, replace(trial.new_order(), customer=customer))


async def _skip(run: Run, duration: timedelta) -> bool:
    """Let the time pass, as `Run.skip`; raise `NotYet` if the workflow polls meanwhile."""
    async with meanwhile(run.skip(duration)) as skipping:
        while not (await asyncio.wait({skipping}, timeout=0.5))[0]:
            timers = (await read_history(run.handle)).timers
            short = [each for each in timers if each.duration < SHORT]
            expect(
                len(short) <= 10,
                expected="a workflow that waits, and is woken by the answer or by the time",
                happened=f"your workflow has set {len(timers)} timers by now, the last one of "
                f"{span(timers[-1].duration)}, and goes on."
                if timers
                else "",
                think="how to wait for an answer or the time with one timer.",
            )
        return await skipping


async def _expect_waiting(run: Run, duration: timedelta, for_how_long: str) -> None:
    """Let the time pass; raise `NotYet` unless the workflow waits for its answer through it."""
    if await _skip(run, duration):
        return
    await run.end()
    run.expect_completed()
    lasted = run.history.last_event_at - run.history.started_at
    raise NotYet(
        expected=f"the workflow to wait {for_how_long} for an answer",
        happened=f"it returned {run.history.result!r} after {span(lasted)} on its clock, and "
        "nobody had answered.",
        think="what ends the wait, and the unit of its time.",
    )


async def _expect_reminder(run: Run) -> None:
    async def there() -> None:
        while not any(m.to == GRACE and m.subject == "reminder" for m in run.ledger.mails):
            await asyncio.sleep(0.02)

    try:
        await wait_patiently(there(), SOON)
    except asyncio.TimeoutError:
        _expect_whole_recipients(run)
        diagnosis = await diagnose(run.trial.client, run.handle.id)
        raise NotYet(
            expected=f'a mail to {GRACE} with the subject "reminder" 12 hours after the start',
            happened=f"after 12 and a half hours the ledger shows {_mails(run)}. "
            f"{diagnosis.what if diagnosis else ''}",
            think="what wakes your workflow in the middle of the day.",
        ) from None


async def _expect_decision(run: Run, decision: str, when: str, customer: str = ADA) -> None:
    """Raise `NotYet` unless the run ends soon with this decision, and the customer is told it."""
    try:
        await run.end(f"the workflow to decide {when}", within=SOON)
    except NotYet as not_yet:
        await _expect_handler(run, not_yet)
        raise
    result = run.expect_completed()
    expect(
        result == decision,
        expected=f'the workflow to return "{decision}" {when}',
        happened=f"it returned {result!r}.",
        think="from what the workflow makes its decision, when it makes it, and what may change "
        "that afterwards.",
    )
    _expect_whole_recipients(run)
    told = [mail.subject for mail in run.ledger.mails if mail.to == customer]
    expect(
        told == [decision],
        expected=f'one mail to {customer}, with the subject "{decision}", {when}',
        happened=f"the ledger shows {_mails(run)}.",
        think="which mail goes to order.customer, and what its subject is made of.",
    )


async def _expect_handler(run: Run, not_yet: NotYet) -> None:
    """Raise a better finding if the running workflow does not know the signal it has got."""
    history = await read_history(run.handle)
    if not history.signals or history.status != "running":
        return
    metadata = await run.handle.query("__temporal_workflow_metadata", result_type=WorkflowMetadata)
    known = [each.name for each in metadata.definition.signal_definitions]
    if "approve" not in known and "" not in known:  # a dynamic handler has no name
        raise NotYet(
            expected=not_yet.expected,
            happened="it is still running, and has no handler for the signal approve"
            + (f", only for {listed(known)}." if known else "."),
            think="which decorator makes a method a signal handler, and under which name.",
        ) from not_yet


def _expect_whole_recipients(run: Run) -> None:
    """Raise `NotYet` if mails went to single letters: the recipients were one text."""
    letters = [mail.to for mail in run.ledger.mails if len(mail.to) == 1]
    expect(
        not letters,
        expected="mails to people",
        happened=f"the ledger shows {len(letters)} mails to single letters: "
        f"{', '.join(letters[:3])} …",
        think="which type the recipients of a NotificationInput have: a list, with one address "
        "in it.",
    )


def _length_of_the_reminder(history: History) -> timedelta:
    """Return how long the reminder was on its way; a long time if the history does not say."""
    for each in history.activities:
        if GRACE in str(each.input) and each.closed_at:
            return each.closed_at - each.scheduled_at
    return A_DAY_AND_MORE


def _late(history: History) -> timedelta:
    """Return how much later than 24 hours after the workflow's first task its last timer fired."""
    began = history.workflow_tasks[0].started_at or history.started_at
    ends = [each.started_at + each.duration for each in history.timers if each.status == "fired"]
    return max(ends, default=began) - began - timedelta(hours=24)


async def _writes_to(
    recipient: str, run: Run, deciding: asyncio.Future[Any], within: float = 5.0
) -> bool:
    """Wait until a mail to ``recipient`` is on its way; return False if none comes in time.

    ``within``: the seconds of a `Countdown` from the end of ``deciding`` on.
    """
    patience = Countdown(within)
    while not (deciding.done() and patience.is_over):
        history = await read_history(run.handle)
        if history.status != "running":
            return False
        if any(recipient in str(each.input) for each in history.activities):
            return True
        if not deciding.done():
            patience = Countdown(within)
        await asyncio.sleep(0.02)
    return False


def _mails(run: Run) -> str:
    mails = [f'"{mail.subject}" to {mail.to}' for mail in run.ledger.mails]
    return " and ".join(mails) or "no mail"
