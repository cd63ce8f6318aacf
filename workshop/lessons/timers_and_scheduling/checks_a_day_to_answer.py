"""The checks of a_day_to_answer: 24 hours for an answer, a reminder, and nothing changed late."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.history import read_history
from workshop.history.words import span
from workshop.patience import LONGER_AND_LONGER, soon
from workshop.temporal.waiting import diagnose

WORKFLOW = "TimeoutWorkflow"
GRACE = "grace@example.com"

HOUR = timedelta(hours=1)

#: A day, and the minutes that a reminder on its way may take.
A_DAY_AND_MORE = timedelta(hours=24, minutes=5)


a_day_to_answer = Exercise(
    "a_day_to_answer",
    lesson="timers_and_scheduling",
    module="approval_timeout",
    hints=[
        "Two things wake run(): the answer, or the time. workflow.wait_condition takes a "
        "condition and a timeout. What does it do when the time is over?",
        "The day has two halves. Wait for the first one; write the reminder if it passes; then "
        "wait for the second. The signal handler only writes the answer down. Which value does "
        "the attribute have before any answer has come?",
        "The handler: if self._approved is None: self._approved = approved. Decide once: put the "
        "decision into a variable of run(), which no handler can change, and use only that for "
        "the mail and the result.",
        "In a helper: try: await workflow.wait_condition(lambda: self._approved is not None, "
        "timeout=timedelta(hours=12)), and except asyncio.TimeoutError: return False.",
    ],
)


@a_day_to_answer.requires("takes a yes for a yes and a no for a no")
async def takes_the_answer(trial: Trial) -> None:
    for approved, decision in ((True, "approved"), (False, "rejected")):
        run = await _asked(trial)
        await run.handle.signal("approve", approved)
        await _expect_decision(run, decision, f"after approve({approved})")


@a_day_to_answer.requires(
    "still takes an answer ten minutes before the end", within=30.0, together=True
)
async def waits_a_day(trial: Trial) -> None:
    run = await _asked(trial)
    await _expect_waiting(run, timedelta(hours=23, minutes=50), "24 hours")
    await run.handle.signal("approve", True)
    await _expect_decision(run, "approved", "after approve(True), 23:50 hours after its start")


@a_day_to_answer.requires("rejects by itself after 24 hours", within=30.0, together=True)
async def rejects_by_itself(trial: Trial) -> None:
    run = await _asked(trial)
    await run.skip(A_DAY_AND_MORE)
    await _expect_decision(run, "auto_rejected", "24 hours after its start, without an answer")


@a_day_to_answer.requires("reminds Grace once, after 12 hours", within=30.0, together=True)
async def reminds_once(trial: Trial) -> None:
    run = await _asked(trial)
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
    await run.skip(11.5 * HOUR + timedelta(minutes=5))
    await _expect_decision(run, "auto_rejected", "24 hours after its start, without an answer")
    reminders = [mail for mail in run.ledger.mails if mail.to == GRACE]
    expect(
        len(reminders) == 1,
        expected="one reminder in the whole day",
        happened=f"the ledger shows {_mails(run)}.",
        think="how often your code comes past the line that writes the reminder.",
    )


@a_day_to_answer.requires("reminds nobody who has answered", together=True)
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


@a_day_to_answer.requires("keeps to the first answer when two come", together=True)
async def keeps_to_the_first(trial: Trial) -> None:
    # Both answers are there before a worker is: they reach the workflow in one workflow task.
    task_queue = f"{trial.worker.task_queue}-later"
    run = await trial.start(WORKFLOW, trial.new_order(), task_queue=task_queue)
    await run.handle.signal("approve", False)
    await run.handle.signal("approve", True)
    await trial.serve(task_queue)
    await _expect_decision(run, "rejected", "after approve(False) and then approve(True)")


@a_day_to_answer.requires(
    "keeps to its decision when an answer comes late", within=30.0, together=True
)
async def keeps_to_its_decision(trial: Trial) -> None:
    async def nobody_answers(run: Run) -> None:
        await run.skip(A_DAY_AND_MORE)

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
            deciding = asyncio.ensure_future(decide(run))
            if await _writes_to(order.customer, run, deciding):
                await run.handle.signal("approve", True)
            await run.end(f"the workflow to decide {when}", within=soon() + 2 * seconds)
            await deciding
            mail = [each for each in run.history.activities if order.customer in str(each.input)]
            late = run.history.signals[-1:]
            if not mail or (late and late[0].event < (mail[0].closed_event or 0)):
                break
        await _expect_decision(
            run, decision, f"{when}, although approve(True) came while it wrote to the customer"
        )


@a_day_to_answer.requires("takes the same steps in a replay")
async def approval_replays(trial: Trial) -> None:
    for run in trial.runs:
        if run.outcome is not None:
            await run.expect_replays()


async def _asked(trial: Trial) -> Run:
    return await trial.start(WORKFLOW, trial.new_order())


async def _expect_waiting(run: Run, duration: timedelta, for_how_long: str) -> None:
    """Let the time pass; raise `NotYet` unless the workflow waits for its answer through it."""
    if await run.skip(duration):
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
        await asyncio.wait_for(there(), soon())
    except asyncio.TimeoutError:
        diagnosis = await diagnose(run.trial.client, run.handle.id)
        raise NotYet(
            expected=f'a mail to {GRACE} with the subject "reminder" 12 hours after the start',
            happened=f"after 12 and a half hours the ledger shows {_mails(run)}. "
            f"{diagnosis.what if diagnosis else ''}",
            think="what wakes your workflow in the middle of the day.",
        ) from None


async def _expect_decision(run: Run, decision: str, when: str) -> None:
    """Raise `NotYet` unless the run ends soon with this decision, and the customer is told it."""
    await run.end(f"the workflow to decide {when}", within=soon())
    result = run.expect_completed()
    expect(
        result == decision,
        expected=f'the workflow to return "{decision}" {when}',
        happened=f"it returned {result!r}.",
        think="from what the workflow makes its decision, when it makes it, and what may change "
        "that afterwards.",
    )
    told = [mail.subject for mail in run.ledger.mails if mail.to == "ada@example.com"]
    expect(
        told == [decision],
        expected=f'one mail to the customer, with the subject "{decision}", {when}',
        happened=f"the ledger shows {_mails(run)}.",
        think="which mail goes to order.customer, and what its subject is made of.",
    )


async def _writes_to(recipient: str, run: Run, deciding: asyncio.Future[None]) -> bool:
    """Wait until a mail to ``recipient`` is on its way; return False if none comes in time."""
    patience = round(soon() / 0.02)
    while patience:
        history = await read_history(run.handle)
        if history.status != "running":
            return False
        if any(recipient in str(each.input) for each in history.activities):
            return True
        patience -= deciding.done()
        await asyncio.sleep(0.02)
    return False


def _mails(run: Run) -> str:
    mails = [f'"{mail.subject}" to {mail.to}' for mail in run.ledger.mails]
    return " and ".join(mails) or "no mail"
