"""What an activity of lesson 03 has to leave behind, in the history and in the ledger."""

from __future__ import annotations

from temporalio.api.workflow.v1 import PendingActivityInfo

from workshop.exercises import Run, Trial, expect
from workshop.exercises.engine.words import counted, how_often, listed
from workshop.history.model import ActivityRun
from workshop.modules.servable import activities_in, activity_methods_of
from workshop.orders import OrderInput

#: Seconds the shop takes when it is to seem to hang: longer than any timeout, on any machine.
HANGS = 30.0


def expect_own_activity(trial: Trial, name: str) -> None:
    """Raise `NotYet` unless the learner's module itself defines the activity."""
    own = [
        each
        for each, function in activities_in(vars(trial.module).values()).items()
        if function.__module__ == trial.module.__name__
    ]
    if name not in own:
        _expect_no_method(trial, name)
    expect(
        name in own,
        expected=f"an activity named {name} in your module",
        happened=f"it defines {listed(own) or 'none'}.",
        think="which decorator makes a function an activity, and what gives it its name.",
    )


def _expect_no_method(trial: Trial, name: str) -> None:
    """Raise `NotYet` if the activity is a method of a class that has no object."""
    for owner in [each for each in vars(trial.module).values() if isinstance(each, type)]:
        method = activity_methods_of(owner).get(name)
        expect(
            method is None,
            expected=f"an activity named {name} in your module",
            happened=f"{method} is a method, and your module makes no {owner.__name__}.",
            think=f"on which {owner.__name__} a worker is to call it. Below the class, put "
            f"{method} = {owner.__name__}(…).{method}",
        )


def step_of(run: Run, activity: str) -> ActivityRun:
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


def outcome_of(step: ActivityRun) -> str:
    """Return how an activity ended, as the end of a sentence: "timed out (heartbeat)"."""
    if step.failure and step.failure.timeout:
        return f"timed out ({step.failure.timeout})"
    if step.failure:
        return f"{step.status} with {step.failure.origin.type}"
    return step.status if step.closed_event else "was not over"


def expect_charged(run: Run) -> None:
    """Raise `NotYet` unless the order was charged its total once, and the result says so."""
    run.expect_completed()
    total = total_of(run)
    amounts = [charge.amount for charge in run.ledger.charges]
    expect(
        amounts == [total],
        expected=f"one charge of {total} cents",
        happened=f"the ledger shows {charges_made(run)}.",
        think="what the activity asks of the shop, and how many times.",
    )
    wanted = {"charge_id": run.ledger.charges[0].id, "amount": total}
    expect(
        run.history.result == wanted,
        expected="PaymentResult with the id and the amount of the charge as the result",
        happened=f"it was {run.history.result!r}.",
        think="what the shop answers, and what the activity makes of it.",
    )


async def expect_fails_at_once(
    trial: Trial, status: int, kind: str, refused: OrderInput | None = None
) -> None:
    """Raise `NotYet` unless a charge answered with this status fails after one attempt.

    ``refused`` is an order that the shop answers so by itself.
    """
    order = refused or trial.new_order()
    if status == 402:
        trial.shop.decline("charge", order.order_id)
    elif not refused:
        trial.shop.fail("charge", order.order_id, status=status)
    run = await trial.run("PaymentWorkflow", order)
    failure = run.history.failure
    expect(
        run.history.status == "failed" and failure,
        expected=f"process_payment to fail when the shop answers {status}",
        happened=f"the workflow {run.history.status} with {run.history.result!r}, as if "
        "the money were there.",
        think="who learns of the error when the activity does not raise it.",
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
        think="how a program tells one error from another.",
    )


async def pending_activity(run: Run) -> PendingActivityInfo | None:
    """Return the activity the workflow waits for, as the server sees it now; None if none."""
    description = (await run.handle.describe()).raw_description
    pending = list(description.pending_activities)
    running = description.workflow_execution_info.status == 1
    if not pending and running:  # between start and the first workflow task's end
        return PendingActivityInfo(attempt=1)
    return pending[0] if pending else None


def charges_made(run: Run) -> str:
    """Return how many charges the order has, for a finding."""
    return counted(len(run.ledger.charges), "charge")


def total_of(run: Run) -> int:
    """Return what the run's order costs, in cents."""
    items = run.history.input[0]["items"]
    return sum(item["quantity"] * item["unit_price"] for item in items)
