"""The options of steps and undos, read from the history: what would give up, and when.

An option is read rather than waited for. Local activities have no options in a history; they are
judged by what they do.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from workshop.exercises import Run, expect
from workshop.exercises.engine.words import in_seconds
from workshop.history import ActivityRun, History, RecordedRetryPolicy, read_history

#: What STEP says.
STEP_TRIES = 3
STEP_TRY = timedelta(seconds=3)
STEP_FIRST_WAIT = timedelta(milliseconds=100)

#: As long as three tries and the waits between them can take.
ALL_STEP_TRIES = timedelta(seconds=9.3)

#: What the exercise allows one try of an undo, and what a try needs at least.
ONE_TRY = timedelta(seconds=2)
SHORT_TRY = timedelta(seconds=1)

#: About the wait of the exercise before the second try of an undo.
FIRST_WAIT = timedelta(milliseconds=100)
ABOUT_FIRST_WAIT = (timedelta(milliseconds=50), timedelta(milliseconds=200))

#: A worker that is killed is back by then.
WITHOUT_A_WORKER = timedelta(minutes=10)

#: Errors that another try can cure, as a retry policy would call them.
PASSING_ERRORS = {
    "ShopUnavailable",
    "ConnectError",
    "ReadError",
    "RemoteProtocolError",
    "TimeoutError",
    "ActivityError",
    "ApplicationError",
}

ALL_TRIES = "which timeout is for one attempt, and which for all of them together."
NO_WORKER = "what happens to it while no worker is there, because the only one was killed."
NO_HEARTBEAT = "which activities send heartbeats, and what happens to one that sends none."


async def histories(run: Run) -> list[History]:
    """Return the histories of a saga and of its child workflows."""
    found = [run.history]
    for child in run.history.children:
        if child.started_event is not None:
            handle = run.trial.client.get_workflow_handle(child.workflow_id)
            found.append(await read_history(handle))
    return found


def expect_step_options(steps: Iterable[ActivityRun]) -> None:
    """Raise `NotYet` if a step would be given up sooner than `STEP` says."""
    for step in steps:
        _expect_enough_tries(step)
        _expect_time_to_answer(step)
        _expect_waits_for_a_worker(step)


def expect_step_unchanged(steps: Iterable[ActivityRun]) -> None:
    """Raise `NotYet` unless a step has the very options of `STEP`."""
    for step in steps:
        policy = step.retry_policy
        shown = (
            step.start_to_close_timeout,
            policy and policy.maximum_attempts,
            policy and policy.initial_interval,
        )
        timeout, tries, wait = shown
        expect(
            shown == (STEP_TRY, STEP_TRIES, STEP_FIRST_WAIT),
            expected=f"STEP as it came, for {step.type}: {STEP_TRIES} attempts of "
            f"{in_seconds(STEP_TRY)} each, the second after {in_seconds(STEP_FIRST_WAIT)}",
            happened=f"the history shows {tries or 'any number of'} attempts of {in_seconds(timeout)} "
            f"each, the second after {in_seconds(wait or None)}.",
            think="which options an undo has, and which a step.",
        )


def expect_undo_options(undos: Iterable[ActivityRun]) -> None:
    """Raise `NotYet` if an undo would be given up sooner than with `STEP`'s options."""
    for undo in undos:
        _expect_enough_tries(undo)
        _expect_time_to_answer(undo)
        _expect_waits_for_a_worker(undo)


def expect_patient(undos: Iterable[ActivityRun]) -> None:
    """Raise `NotYet` unless a try of an undo is short, and it is tried until it succeeds."""
    for each in undos:
        _expect_short_try(each)
        _expect_time_to_answer(each, timeout_for_all=False)
        if each.retry_policy and each.retry_policy.maximum_attempts != 1:
            _expect_patient_policy(each, each.retry_policy)


def expect_children_last(history: History) -> None:
    """Raise `NotYet` if a child workflow has a time limit: it ends like a terminated one."""
    for event in history.events:
        child = event.start_child_workflow_execution_initiated_event_attributes
        for name, limit in (
            ("execution", child.workflow_execution_timeout.ToTimedelta()),
            ("run", child.workflow_run_timeout.ToTimedelta()),
        ):
            expect(
                not limit,
                expected="a child workflow that undoes to have all the time it needs",
                happened=f"the history shows {in_seconds(limit)} as its {name} timeout: after that "
                "nothing undoes.",
                think="what a workflow that runs into its timeout can still do.",
            )


def _expect_enough_tries(activity: ActivityRun) -> None:
    tries = activity.retry_policy.maximum_attempts if activity.retry_policy else 0
    expect(
        not tries or tries >= STEP_TRIES,
        expected=f"{activity.type} to have {STEP_TRIES} attempts, as STEP says",
        happened=f"the history shows a retry policy with {tries}.",
        think="which options STEP came with, and where yours come from.",
    )
    whole = activity.schedule_to_close_timeout
    expect(
        not whole or whole >= ALL_STEP_TRIES,
        expected=f"{activity.type} to have time for {STEP_TRIES} attempts",
        happened=f"the history shows {in_seconds(whole)} as its timeout from schedule to close.",
        think=ALL_TRIES,
    )


def _expect_time_to_answer(activity: ActivityRun, *, timeout_for_all: bool = True) -> None:
    timeout, heartbeat = activity.start_to_close_timeout, activity.heartbeat_timeout
    whole = activity.schedule_to_close_timeout if timeout_for_all else None
    expect(
        (timeout or whole or SHORT_TRY) >= SHORT_TRY,
        expected=f"one attempt of {activity.type} to have time for a call to the shop",
        happened=f"the history shows {in_seconds(timeout)} as its timeout from start to close.",
        think="which unit that number has.",
    )
    expect(
        not heartbeat or heartbeat >= (timeout or STEP_TRY),
        expected=f"one attempt of {activity.type} to have all of its {in_seconds(timeout)}",
        happened=f"the history shows {in_seconds(heartbeat)} as its heartbeat timeout: an attempt "
        "that the shop answers later than that is given up.",
        think=NO_HEARTBEAT,
    )


def _expect_waits_for_a_worker(
    activity: ActivityRun, at_least: timedelta = WITHOUT_A_WORKER
) -> None:
    wait = activity.schedule_to_start_timeout
    expect(
        not wait or wait >= at_least,
        expected=f"{activity.type} to wait for a worker for as long as there is none",
        happened=f"the history shows {in_seconds(wait)} as its timeout from schedule to start: "
        "after that it is given up.",
        think=NO_WORKER,
    )


def _expect_short_try(undo: ActivityRun) -> None:
    timeout = undo.start_to_close_timeout
    shown = f"the history shows {in_seconds(timeout)} as its timeout from start to close."
    expect(
        timeout and timeout <= ONE_TRY,
        expected=f"one attempt of {undo.type} to take at most {in_seconds(ONE_TRY)}",
        happened=shown,
        think="which options an undo has, and which a step.",
    )
    expect(
        timeout and timeout >= SHORT_TRY,
        expected=f"one attempt of {undo.type} to have {in_seconds(ONE_TRY)}",
        happened=shown,
        think="what happens to an attempt that the shop answers a moment later.",
    )


def _expect_patient_policy(undo: ActivityRun, policy: RecordedRetryPolicy) -> None:
    """Raise `NotYet` unless the server's own tries come soon at first, then later and later.

    One that limits the tries may be part of a loop, which is judged by what it does.
    """
    first, last = policy.initial_interval, policy.maximum_interval
    shortest, longest = ABOUT_FIRST_WAIT
    expect(
        first and shortest <= first <= longest,
        expected=f"the second attempt of {undo.type} to come {in_seconds(FIRST_WAIT)} after the first",
        happened=f"the history shows a retry policy that begins with {in_seconds(first)}.",
        think="which number of a RetryPolicy is the first wait.",
    )
    expect(
        policy.backoff_coefficient > 1 and (not last or (first and last > first)),
        expected=f"the waits between the attempts of {undo.type} to grow",
        happened="the history shows a retry policy in which all are the same.",
        think="what an undo that fails for an hour does to the shop in the meantime.",
    )
    cured = PASSING_ERRORS & {*policy.non_retryable_error_types}
    expect(
        not cured,
        expected=f"{undo.type} to be retried after each error that another attempt can cure",
        happened=f"the history shows a retry policy that gives up at {', '.join(sorted(cured))}.",
        think="which errors say no for good, and who knows that already.",
    )
    if policy.maximum_attempts:
        return
    whole = undo.schedule_to_close_timeout
    expect(
        not whole,
        expected=f"{undo.type} to be retried until it succeeds, even if that's tomorrow",
        happened=f"the history shows {in_seconds(whole)} as its timeout from schedule to close: "
        "after that it is given up.",
        think=ALL_TRIES,
    )
    _expect_waits_for_a_worker(undo, timedelta.max)
