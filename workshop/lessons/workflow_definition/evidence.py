"""What the orders of lessons 01 and 02 have to leave behind, in the history and in the ledger.

Long: five exercises share it.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from temporalio.api.sdk.v1 import WorkflowMetadata

from workshop.exercises import NotYet, Run, Trial, expect
from workshop.exercises.engine.words import SAMPLE_ID, counted, in_seconds, listed
from workshop.exercises.workflows.family import activities_of_all
from workshop.history import read_history
from workshop.history.model import ActivityRun
from workshop.orders import OrderInput, OrderItem

WORKFLOW = "OrderWorkflow"

#: How long a shop may be down, and nothing is given up for it.
A_WHILE = timedelta(hours=1)

#: An undo with at most this many attempts is tried for real; with more it would take too long.
TRIED_FOR_REAL = 4


async def run_of(trial: Trial, order: OrderInput, **options: Any) -> Run:
    """Run an order to its end, however it ends; ``options`` are those of `Trial.start`."""
    run = await trial.start(WORKFLOW, order, **options)
    return await ended(run)


async def ended(run: Run) -> Run:
    """Wait for the end of a run; its activities are then those of its child workflows, too."""
    history = await run.end()
    history.activities = [each async for each in activities_of_all(run.trial.client, history)]
    return run


def another_order(trial: Trial) -> OrderInput:
    """Return an order that is for other goods than the sample, and for somebody else."""
    items = [OrderItem("cup", 3, 650), OrderItem("honey", 1, 725)]
    return OrderInput(trial.new_order().order_id, "ben@example.com", items)


async def completed(trial: Trial, order: OrderInput | None = None) -> Run:
    """Run an order that nothing disturbs; it must complete with the right result.

    Without ``order`` it is one run for all the checks that look at such an order.
    """
    if order is None:
        return await trial.shared(_completed_once)
    run = await run_of(trial, order)
    expect_result(run, "completed")
    expect_all_ended(run)
    return run


async def _completed_once(trial: Trial) -> Run:
    return await completed(trial, trial.new_order())


async def expect_not_done_without(
    trial: Trial, operation: str, step: str, statuses: tuple[int, ...] = (404, 418)
) -> list[Run]:
    """Return the runs of orders for which the shop refuses a step; none may say "completed"."""
    orders = [trial.new_order() for _ in statuses]
    for order, status in zip(orders, statuses, strict=True):
        trial.shop.fail(operation, order.order_id, status=status)
    runs = await asyncio.gather(*(run_of(trial, order) for order in orders))
    for run, status in zip(runs, statuses, strict=True):
        history = run.history
        expect(
            history.status != "completed"
            or not isinstance(history.result, dict)
            or history.result.get("status") != "completed",
            expected=f'no result "completed" for an order when the shop refuses {step}',
            happened=f"the shop answered {step} with {status}, and the workflow {history.status} "
            f"and returned {history.result!r}.",
            think=f"which line waits for {step} to end, and gets its error.",
        )
    return runs


def expect_limit_of_a_try(step: ActivityRun, limit: timedelta) -> None:
    """Raise `NotYet` unless one attempt of the activity may take this long, and no longer."""
    expect(
        step.start_to_close_timeout == limit,
        expected=f"{step.type} to have a start-to-close timeout of {in_seconds(limit)}",
        happened=f"the history shows {in_seconds(step.start_to_close_timeout)}.",
        think="which of the timeouts limits one attempt of an activity, and its unit.",
    )
    heartbeat = step.heartbeat_timeout
    expect(
        not heartbeat or heartbeat >= limit,
        expected=f"an attempt of {step.type} to have all of its {in_seconds(limit)}",
        happened=f"the history shows a heartbeat timeout of {in_seconds(heartbeat)}: an "
        "attempt that sends no heartbeat is given up after that.",
        think="which timeouts this activity needs, and which it does not.",
    )


async def expect_tried_until_it_works(
    trial: Trial, run: Run, activity: str, operation: str, order: OrderInput, **options: Any
) -> Run | None:
    """Raise `NotYet` if the activity is given up while the shop fails.

    The history says how many attempts Temporal will make. Code that asks again after that may be right:
    where the limit is low, it is tried with ``order``, and the run returned. ``options`` are those
    of `Trial.start`.
    """
    asked = run.history.scheduled(activity)
    expect(
        asked,
        expected=f"the history to show {activity}",
        happened=f"it shows {activity_names(run)}.",
        think="what makes it run.",
    )
    policy = asked[0].retry_policy
    limits = asked[0].schedule_to_close_timeout, asked[0].schedule_to_start_timeout
    in_all = min((each for each in limits if each), default=A_WHILE)
    limit = policy.maximum_attempts if policy else 0
    expected = f"{activity} not to be given up because the shop is down"
    think = "what is left behind when the shop is down for longer than that."
    expect(
        in_all >= A_WHILE,
        expected=expected,
        happened=f"the history shows that it is given up after {in_seconds(in_all)}.",
        think=think,
    )
    gives_up = NotYet(
        expected=expected,
        happened=f"the history shows that it is given up after {counted(limit, 'attempt')}.",
        think=think,
    )
    if not limit:
        return None
    if limit > TRIED_FOR_REAL:
        raise gives_up
    trial.shop.fail(operation, order.order_id, times=limit + 1)
    again = await run_of(trial, order, skips_waits=True, **options)
    if len(again.ledger.calls_of(operation)) <= limit:
        raise gives_up
    return again


def expect_result(run: Run, status: str) -> None:
    """Raise `NotYet` unless the result is the order's id and this status."""
    result = run.expect_completed()
    expect(
        result == {"order_id": run.order_id, "status": status},
        expected=f'OrderResult(order.order_id, "{status}") as the result of {SAMPLE_ID}',
        happened=f"the workflow returned {result!r}.",
        think="what run() returns in this case.",
    )


def expect_all_ended(run: Run) -> None:
    """Raise `NotYet` if the workflow ended before an activity that it had asked for."""
    unfinished = [each.type for each in run.history.activities if each.closed_event is None]
    expect(
        not unfinished,
        expected="every activity to end before the workflow does",
        happened=f"the workflow ended, and {listed(unfinished)} had not.",
        think="which line waits for what was begun.",
    )


def expect_failed(run: Run, *kinds: str) -> None:
    """Raise `NotYet` unless the run failed and an error of one of these types caused it."""
    failure = run.history.failure
    kind = " or ".join(kinds)
    expect(
        run.history.status == "failed",
        expected=f"the workflow to fail with {kind}, so that the caller finds out",
        happened=f"it {run.history.status} and returned {run.history.result!r}.",
        think="what happens to an error that nobody raises.",
    )
    expect(
        failure and {cause.type for cause in failure.chain} & set(kinds),
        expected=f"the workflow to fail with {kind}: the reason the caller needs",
        happened=f"it failed with {failure and failure.origin}.",
        think="where this error comes from, and whether the first one is raised again.",
    )
    run.expect_no_bug(think="what happened to ForgetfulWorkflow.")


def reasons_of(run: Run) -> list[str]:
    """Return the types of the errors with which steps of the run failed."""
    return [each.failure.origin.type for each in run.history.activities if each.failure]


def expect_clean(run: Run) -> None:
    """Raise `NotYet` if the order still has an open charge or holds stock."""
    ledger = run.ledger
    expect(
        not ledger.open_charges,
        expected="the ledger to end with no open charge",
        happened=f"{ledger.open_charges[0].id} was not refunded." if ledger.open_charges else "",
        think="what the payment was doing when the order failed or was cancelled.",
    )
    expect(
        not ledger.held_stock,
        expected="the ledger to end with no stock held",
        happened=f"{held_stock(run)} is still reserved for an order that will never be sent.",
        think="what the reservation was doing when the order failed or was cancelled.",
    )


async def expect_handler(run: Run, kind: str, name: str) -> None:
    """Raise `NotYet` unless the workflow has a "signal" or "query" of that name."""
    await run.expect_replays()  # a workflow that has ended answers through a replay
    metadata = await run.handle.query("__temporal_workflow_metadata", result_type=WorkflowMetadata)
    definitions = getattr(metadata.definition, f"{kind}_definitions")
    names = [each.name for each in definitions if not each.name.startswith("__")]
    expect(
        name in names,
        expected=f"the workflow to have a {kind} named {name}",
        happened=f"it has {listed(names) if names else f'no {kind}'}.",
        think=f"which decorator makes a method a {kind}, and what gives the {kind} its name.",
    )


async def expect_status(run: Run, status: str, when: str) -> None:
    """Raise `NotYet` unless the query get_status answers ``status`` now."""
    expected = f'get_status to answer "{status}" {when}'
    try:
        answer = await run.query("get_status")
    except NotYet as failed:
        raise NotYet(
            expected=expected,
            happened=failed.happened,
            think="what the query needs, and from which line on it is there.",
        ) from failed
    expect(
        answer == status,
        expected=expected,
        happened=f"it answered {answer!r}.",
        think="which line of the workflow sets the status, and when that line runs.",
    )


def only_one(run: Run, activity: str) -> ActivityRun:
    """Return the one activity of that name; raise `NotYet` unless there is just one."""
    found = run.history.scheduled(activity)
    expect(
        len(found) == 1,
        expected=f"the history to show the activity {activity} once",
        happened=f"it shows {activity_names(run)}.",
        think="whether your workflow asks for it, and how many times.",
    )
    return found[0]


def activity_names(run: Run) -> str:
    """Return the names of the activities in the history, for a finding."""
    names = [each.type for each in run.history.activities]
    names += [f"{each.type} (as a local activity)" for each in run.history.local_activities]
    return ", ".join(names) or "no activity"


def held_stock(run: Run) -> str:
    """Return what the shop still holds for the order, for a finding."""
    return ", ".join(f"{sku} × {quantity}" for sku, quantity in run.ledger.held_stock.items())


async def on_their_way(run: Run) -> list[str] | None:
    """Return the activities that have not ended; None once the workflow has."""
    history = await read_history(run.handle)
    if history.status != "running":
        return None
    steps = [each async for each in activities_of_all(run.trial.client, history)]
    begun = {each.scheduled_event for each in steps}
    return [each.type for each in steps if each.closed_event is None] + [
        each.type  # a child that has not asked for anything yet
        for each in history.children
        if each.closed_event is None and each.initiated_event not in begun
    ]


async def until_only(run: Run, *steps: str) -> None:
    """Wait until these steps are on their way and no other, or the workflow has ended."""
    while (begun := await on_their_way(run)) is not None and sorted(begun) != sorted(steps):
        await asyncio.sleep(0.02)


async def until_asked(run: Run, *operations: str) -> None:
    """Wait until the shop was asked for these operations, at most a second past the workflow."""
    patience = 50
    while patience and not all(run.ledger.calls_of(operation) for operation in operations):
        if await on_their_way(run) is None:
            patience -= 1
        await asyncio.sleep(0.02)
