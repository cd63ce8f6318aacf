"""What the orders of lesson 01 have to leave behind, in the history and in the ledger."""

from __future__ import annotations

import asyncio

from temporalio.api.sdk.v1 import WorkflowMetadata

from workshop.exercises import NotYet, Run, Trial, expect
from workshop.exercises.words import SAMPLE_ID, listed
from workshop.history import read_history
from workshop.history.model import ActivityRun

LESSON = "workflow_definition"
WORKFLOW = "OrderWorkflow"


async def completed(trial: Trial) -> Run:
    """Run an order that nothing disturbs; it must complete with the right result."""
    run = await trial.run(WORKFLOW, trial.new_order())
    expect_result(run, "completed")
    expect_all_ended(run)
    return run


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
        think="who waits for what was begun.",
    )


def expect_failed(run: Run, *kinds: str) -> None:
    """Raise `NotYet` unless the run failed and an error of one of these types caused it."""
    failure = run.history.failure
    kind = " or ".join(kinds)
    expect(
        run.history.status == "failed",
        expected=f"the workflow to fail with {kind}, so that the caller hears of it",
        happened=f"it {run.history.status} and returned {run.history.result!r}.",
        think="what becomes of an error that nobody raises.",
    )
    expect(
        failure and {cause.type for cause in failure.chain} & set(kinds),
        expected=f"the workflow to fail with {kind}: the reason the caller needs",
        happened=f"it failed with {failure and failure.origin}.",
        think="where this error comes from, and whether the first one is raised again.",
    )
    run.expect_no_bug(think="what became of ForgetfulWorkflow.")


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
        think="whether your workflow asks for it, and how often.",
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
    return [each.type for each in history.activities if each.closed_event is None]


async def until_asked(run: Run, *operations: str) -> None:
    """Wait until the shop was asked for these operations, at most a second past the workflow."""
    patience = 50
    while patience and not all(run.ledger.calls_of(operation) for operation in operations):
        if await on_their_way(run) is None:
            patience -= 1
        await asyncio.sleep(0.02)
