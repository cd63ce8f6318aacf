"""Exercise nightly_report: what a schedule starts, when, and what it does in trouble.

Long: a schedule is read from three sides, what it says, what it starts, and what it skips.
"""

from __future__ import annotations

import asyncio
import itertools
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from temporalio.api.workflowservice.v1 import ListScheduleMatchingTimesRequest
from temporalio.client import (
    Client,
    RPCError,
    Schedule,
    ScheduleActionExecutionStartWorkflow,
    ScheduleActionStartWorkflow,
    ScheduleBackfill,
    ScheduleHandle,
    ScheduleInfo,
    ScheduleOverlapPolicy,
)

from workshop.exercises import Exercise, NotYet, Trial, expect
from workshop.history.words import span
from workshop.patience import SOON, looks

WORKFLOW = "ReportWorkflow"

#: Midnights in UTC, before nights without anything special.
WINTER = datetime(2026, 1, 12, tzinfo=timezone.utc)
SUMMER = datetime(2026, 7, 13, tzinfo=timezone.utc)

VIENNA = ZoneInfo("Europe/Vienna")

#: A report whose mail is retried for an outage of the mail service can take this long.
TIME_FOR_A_REPORT = timedelta(minutes=5)

A_YEAR = timedelta(days=365)

#: Half past two is due again after 23 to 25 hours; more than this, and a night was left out.
LONGEST_GAP = timedelta(hours=36)

PARTS = "which parts a Schedule has, and which type each part has."


nightly_report = Exercise(
    "nightly_report",
    lesson="entities_and_schedules",
    module="nightly_report",
    hints=[
        "A Schedule has three parts: action (what), spec (when), policy (what in trouble). The "
        "weekly schedule above has the first two, the one that is due each second the third. The "
        "action takes what client.start_workflow takes, the argument too.",
        "The time of day is a ScheduleCalendarSpec in `calendars=[...]` of the ScheduleSpec. hour and "
        "minute are lists of ScheduleRange: `hour=[client.ScheduleRange(2)]`. The ScheduleSpec around "
        "it has a `time_zone_name`.",
        "The zone is called `Europe/Vienna`. For the rest look at the table of overlap policies: "
        "which one lets one wait? The hour is the policy's `catchup_window`.",
    ],
)


@nightly_report.requires("starts the report when it is triggered")
async def starts_the_report(trial: Trial) -> None:
    async with _schedule(trial) as (report_id, handle):
        await handle.trigger()
        info = await _until(handle, lambda info: bool(info.recent_actions))
        expect(
            info.recent_actions,
            expected="the schedule to start a workflow when it is triggered",
            happened="it started none.",
            think="what the action of your schedule is.",
        )
        action = info.recent_actions[0].action
        assert isinstance(action, ScheduleActionExecutionStartWorkflow)
        asked_for = (await handle.describe()).schedule.action
        assert isinstance(asked_for, ScheduleActionStartWorkflow)
        workflow_id = asked_for.id.replace(report_id, "report-17")
        expect(
            workflow_id == "report-17",
            expected='an action with the workflow id "report-17" for nightly("report-17", …)',
            happened=f"it was {workflow_id!r}.",
            think="which id the action gets; the schedule adds the time to it.",
        )
        mails = await _mails(trial, report_id)
        expect(
            mails == ["grace@example.com"],
            expected="the report to be mailed to Grace, once",
            happened=f"the ledger shows {len(mails)} mails; the workflow is "
            f"{await _status(trial, action.workflow_id)}.",
            think="which workflow the action starts, with which argument, on which task queue.",
        )


@nightly_report.requires("is due at half past two in Vienna, winter and summer", then=True)
async def due_at_night(trial: Trial) -> None:
    async with _schedule(trial) as (_, handle):
        await _expect_for_ever(handle)
    for season, day, due in (
        ("January", WINTER, "01:30"),
        ("July", SUMMER, "00:30"),
    ):
        async with _schedule(trial) as (_, handle):
            await _expect_once_a_day(handle)
            # All that would have been due in three days: what the schedule makes of its spec.
            await handle.backfill(
                ScheduleBackfill(
                    start_at=day,
                    end_at=day + timedelta(days=3),
                    overlap=ScheduleOverlapPolicy.ALLOW_ALL,
                )
            )
            info = await _until(handle, lambda info: len(info.recent_actions) >= 3)
            await asyncio.sleep(0.1)  # for one too many
            info = (await handle.describe()).info
            times = [each.scheduled_at.strftime("%H:%M:%S") for each in info.recent_actions]
            expect(
                times == [f"{due}:00"] * 3,
                expected=f"a report at {due} UTC, which is 2:30 in Vienna, on each of three days in "
                f"{season}",
                happened=f"in these days {info.num_actions} were due"
                + (f", at {' and '.join(sorted(set(times))[:3])} UTC." if times else "."),
                think="which of day, hour, minute and second you have named, and in which time zone "
                "they are read.",
            )

    async with _schedule(trial) as (_, handle):
        await _expect_each_night(trial.client, handle)


@nightly_report.requires("lets one report wait while another runs, and no more", within=30.0)
async def lets_one_wait(trial: Trial) -> None:
    async with _schedule(trial) as (report_id, handle):
        trial.shop.delay("mail", report_id, seconds=0.5)
        # Four nights at once, under the policy of the schedule itself.
        await handle.backfill(ScheduleBackfill(start_at=WINTER, end_at=WINTER + timedelta(days=4)))
        info = await _until_it_rests(handle)
        expect(
            (info.num_actions, info.num_actions_skipped_overlap) == (2, 2),
            expected="of four reports due at the same time one to run, one to wait for it, and two "
            "to be skipped",
            happened=f"the server started {info.num_actions} and skipped "
            f"{info.num_actions_skipped_overlap}.",
            think="which overlap policy waits, and for how many.",
        )
        mails = await _mails(trial, report_id, 2)
        expect(
            len(mails) == 2,
            expected="the report that ran, and the one that waited, both to be mailed",
            happened=f"the ledger shows {len(mails)} mails.",
            think="what the overlap policy does to the report that runs already.",
        )


@nightly_report.requires("catches up on what is at most an hour late")
async def catches_up(trial: Trial) -> None:
    async with _schedule(trial) as (_, handle):
        window = (await handle.describe()).schedule.policy.catchup_window
        expect(
            window == timedelta(hours=1),
            expected="the server to know a catch-up window of 1 h",
            happened=f"it knows one of {span(window)}." if window else "it knows none.",
            think="which part of a schedule says how late is too late, and its default: a year.",
        )


@asynccontextmanager
async def _schedule(trial: Trial) -> AsyncIterator[tuple[str, ScheduleHandle]]:
    """Create the learner's schedule, for a report of its own; delete it in the end."""
    nightly = getattr(trial.module, "nightly", None)
    expect(
        callable(nightly),
        expected="a function named nightly in your module",
        happened=f"there is {'none' if nightly is None else repr(nightly)}.",
        think="what the exercise asks you to write.",
    )
    assert callable(nightly)
    report_id = f"report-{uuid.uuid4().hex[:8]}"
    try:
        schedule = nightly(report_id, trial.worker.task_queue)
    except Exception as error:
        raise _no_schedule(f"it raised {type(error).__name__}: {error}.") from error
    if not isinstance(schedule, Schedule):
        raise _no_schedule(f"it returned {schedule!r}.")
    try:
        handle = await trial.client.create_schedule(f"check-{report_id}", schedule)
    except (RPCError, TypeError, ValueError, AttributeError) as error:
        raise _no_schedule(f"the server or the SDK refused it: {error}.", _part(error)) from error
    try:
        yield report_id, handle
    finally:
        await handle.delete()


async def _expect_once_a_day(handle: ScheduleHandle) -> None:
    """Raise `NotYet` unless the next times are a night apart: a backfill of fewer is over soon."""
    times = (await handle.describe()).info.next_action_times
    expect(
        times,
        expected="a report to be due next night",
        happened="the server says that none will ever be due.",
        think="which part of a schedule says when.",
    )
    gap = min((late - early for early, late in itertools.pairwise(times)), default=None)
    expect(
        gap is None or gap >= timedelta(hours=20),
        expected="one report a night",
        happened=f"the server says that two will be due within {span(gap or timedelta())}.",
        think="what the hours, minutes and seconds are that you have not named.",
    )


async def _expect_for_ever(handle: ScheduleHandle) -> None:
    """Raise `NotYet` if an option of the schedule, as the server knows it, leaves a night out."""
    schedule = (await handle.describe()).schedule
    expect(
        not schedule.state.paused,
        expected="a schedule that starts reports by the clock",
        happened="the server says that it is paused.",
        think="which state your schedule begins with.",
    )
    expect(
        schedule.spec.end_at is None,
        expected="a schedule without an end",
        happened=f"the server says that it ends on {schedule.spec.end_at:%d %B %Y}."
        if schedule.spec.end_at
        else "",
        think="what your spec says beside the time of day.",
    )
    expect(
        not schedule.state.limited_actions,
        expected="a schedule without an end",
        happened=f"the server says that it starts {schedule.state.remaining_actions} more reports, "
        "and then none.",
        think="which state your schedule begins with.",
    )
    jitter = schedule.spec.jitter
    expect(
        not jitter,
        expected="a report at half past two",
        happened=f"the server says that it may be up to {span(jitter or timedelta())} later, at "
        "random.",
        think="what your spec says beside the time of day.",
    )
    action = schedule.action
    assert isinstance(action, ScheduleActionStartWorkflow)
    for name, limit in (("execution", action.execution_timeout), ("run", action.run_timeout)):
        expect(
            not limit or limit >= TIME_FOR_A_REPORT,
            expected="a report that has time to be written",
            happened=f"the server ends it after {span(limit or timedelta())}: that is the {name} "
            "timeout of your action.",
            think="what happens to a report while the mail service is down for a while.",
        )


async def _expect_each_night(client: Client, handle: ScheduleHandle) -> None:
    """Raise `NotYet` unless a report is due in each night of the next year, by the clock."""
    now = datetime.now(timezone.utc)
    times = [now, *await _due(client, handle, now, now + A_YEAR), now + A_YEAR]
    for early, late in itertools.pairwise(times):
        expect(
            late - early <= LONGEST_GAP or _lacks_half_past_two(early, late),
            expected="a report in each night of the year",
            happened=f"the server says that none is due between {early:%a %d %B %Y} and "
            f"{late:%a %d %B %Y}.",
            think="which days your spec leaves out.",
        )
    for due in times[1:-1]:
        local = due.astimezone(VIENNA)
        expect(
            (local.hour, local.minute, local.second) == (2, 30, 0),
            expected="each report of the year to be due at 2:30 in Vienna",
            happened=f"the server says that one is due on {local:%d %B at %H:%M:%S} in Vienna.",
            think="what your spec says beside that time of day.",
        )


async def _due(
    client: Client, handle: ScheduleHandle, start: datetime, end: datetime
) -> list[datetime]:
    """Return when the schedule is due in this span of time: the server reads its spec."""
    request = ListScheduleMatchingTimesRequest(namespace=client.namespace, schedule_id=handle.id)
    request.start_time.FromDatetime(start)
    request.end_time.FromDatetime(end)
    answer = await client.workflow_service.list_schedule_matching_times(request)
    return [each.ToDatetime(timezone.utc) for each in answer.start_time]


def _lacks_half_past_two(early: datetime, late: datetime) -> bool:
    """Whether the one night between two times is that in which summer time begins.

    In Vienna that is before the last Sunday of March (directive 2000/84/EC).
    """
    last_of_march = datetime(late.year, 3, 31, tzinfo=timezone.utc)
    sunday = last_of_march - timedelta(days=(last_of_march.weekday() + 1) % 7)
    return early < sunday < late and late - early <= timedelta(hours=48)


def _part(error: Exception) -> str:
    """Say which part of a schedule an error is about, as far as it is known."""
    if "_to_proto" in str(error) or "not iterable" in str(error):
        return "hour and minute are lists of ScheduleRange."
    return PARTS


def _no_schedule(happened: str, think: str = PARTS) -> NotYet:
    return NotYet(
        expected='nightly("report-17", "reports") to return a Schedule',
        happened=happened,
        think=think,
    )


async def _until(handle: ScheduleHandle, accept: Callable[[ScheduleInfo], bool]) -> ScheduleInfo:
    """Return what the server knows of the schedule, as soon as it is accepted, or late."""
    async for _ in looks():
        info = (await handle.describe()).info
        if accept(info):
            break
    return info


async def _until_it_rests(handle: ScheduleHandle) -> ScheduleInfo:
    """Return what the server knows once the schedule has begun, and nothing runs or waits."""
    async for _ in looks(2 * SOON):
        description = await handle.describe()
        info, waiting = description.info, description.raw_description.info.buffer_size
        if info.num_actions and not info.running_actions and not waiting:
            break
    return info


async def _mails(trial: Trial, report_id: str, count: int = 1) -> list[str]:
    """Return to whom this report was mailed, as soon as there are so many mails, or late."""
    async for _ in looks():
        mails = [mail.to for mail in trial.shop.ledger(report_id).mails]
        if len(mails) >= count:
            break
    return mails


async def _status(trial: Trial, workflow_id: str) -> str:
    description = await trial.client.get_workflow_handle(workflow_id).describe()
    return description.status.name.lower() if description.status else "unknown"
