"""The exercises of lesson 01: what an order's workflow has to show."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.orders import OrderInput, OrderItem

LESSON = "workflow_definition"
WORKFLOW = "OrderWorkflow"

first_step = Exercise(
    "first_step",
    lesson=LESSON,
    module="order_first_step",
    hints=[
        "A workflow asks for an activity with `await workflow.execute_activity(...)`. It gets the "
        "activity, its argument, and a timeout.",
        "The timeout of one try is named start_to_close_timeout and takes a timedelta.",
        "await workflow.execute_activity(create_order, order, "
        "start_to_close_timeout=timedelta(seconds=30)), then return "
        'OrderResult(order.order_id, "completed").',
    ],
)

retry_policy = Exercise(
    "retry_policy",
    lesson=LESSON,
    module="order_retry_policy",
    hints=[
        "execute_activity takes retry_policy=RetryPolicy(...), from temporalio.common.",
        "maximum_attempts counts every try, the first one too.",
        "RetryPolicy(maximum_attempts=3, initial_interval=timedelta(milliseconds=200))",
    ],
)

parallel_steps = Exercise(
    "parallel_steps",
    lesson=LESSON,
    module="order_parallel_steps",
    hints=[
        "asyncio.gather runs several awaitables at the same time. With return_exceptions=True it "
        "waits for all of them and gives you an error as a value instead of raising it.",
        "Look at both results. If the payment failed, release the stock; if the stock failed, "
        "refund the payment. Then raise the error you found.",
        "isinstance(result, BaseException) tells an error from a result. release_inventory and "
        "refund_payment take the order id; they are harmless when there is nothing to undo.",
    ],
)

status_query = Exercise(
    "status_query",
    lesson=LESSON,
    module="order_status_query",
    hints=[
        "A query is a method of the workflow class with @workflow.query above it. It returns "
        "something the workflow knows; it changes nothing and awaits nothing.",
        "Keep the status in self._status. Where does it get its first value, so that a query that "
        "comes before run() finds one?",
        'Set "pending" in __init__, "processing" once the order is created, "completed" at the '
        "end; the query returns self._status.",
    ],
)

cancel_signal = Exercise(
    "cancel_signal",
    lesson=LESSON,
    module="order_cancel_signal",
    hints=[
        "A signal may arrive before the first line of run() and at any await after it. What can "
        "the handler do that is right at every one of these moments?",
        "The handler could only write down the reason. Then run() decides: before each step it "
        "looks whether a reason is there.",
        "Steps that are on their way cannot be called back: wait for them, then run "
        "cancel_order_activity, which refunds and releases everything.",
        "If your handler awaits something itself, run() must not return before the handler has "
        "ended: await workflow.wait_condition(workflow.all_handlers_finished).",
    ],
)


# What the checks share


async def completed(trial: Trial, **options: Any) -> Run:
    """Run an order that nothing disturbs; it must complete with the right result."""
    run = await trial.run(WORKFLOW, trial.new_order(), **options)
    expect_result(run, "completed")
    return run


def expect_result(run: Run, status: str) -> None:
    """Raise `NotYet` unless the result is the order's id and this status."""
    result = run.expect_completed()
    expected = {"order_id": run.order_id, "status": status}
    expect(
        result == expected,
        expected=f'the result OrderResult(order.order_id, "{status}")',
        happened=f"the workflow returned {_without_id(result, run)}.",
        think="what run() returns in this case.",
    )


def expect_clean(run: Run) -> None:
    """Raise `NotYet` if the order still has an open charge or holds stock."""
    ledger = run.ledger
    open_charges = [charge.id for charge in ledger.open_charges]
    expect(
        not open_charges,
        expected="the ledger to end with no open charge",
        happened=f"{_without_id(', '.join(open_charges), run)} was made and not refunded.",
        think="which step had already charged the customer when the order failed or was cancelled.",
    )
    held = ", ".join(f"{sku} × {quantity}" for sku, quantity in ledger.held_stock.items())
    expect(
        not held,
        expected="the ledger to end with no stock held",
        happened=f"{held} is still reserved for an order that will never be sent.",
        think="what the other branch was doing when the first one failed.",
    )


def _without_id(value: object, run: Run) -> str:
    """Return the value as text with the check's own order id made readable."""
    text = value if isinstance(value, str) else repr(value)
    return text.replace(str(run.order_id), "order-1")


# first_step


@first_step.requires("creates the order in the shop")
async def creates_the_order(trial: Trial) -> None:
    run = await completed(trial)
    expect(
        run.ledger.order is not None,
        expected="the shop to know the order",
        happened="it does not; the history shows "
        + (
            f"{len(run.history.activities)} activities."
            if run.history.activities
            else "no activity."
        ),
        think="who talks to the shop: the workflow, or an activity it asks for.",
    )


@first_step.requires("leaves talking to the shop to the activity create_order")
async def uses_the_activity(trial: Trial) -> None:
    run = await completed(trial)
    expect(
        len(run.history.scheduled("create_order")) == 1,
        expected="the history to show one activity create_order",
        happened="it shows " + _activity_names(run),
        think="what you hand to workflow.execute_activity.",
    )


@first_step.requires("gives the step 30 seconds")
async def has_the_timeout(trial: Trial) -> None:
    run = await completed(trial)
    timeout = run.history.scheduled("create_order")[0].start_to_close_timeout
    expect(
        timeout == timedelta(seconds=30),
        expected="create_order to be scheduled with a start-to-close timeout of 30 s",
        happened=f"the history shows {_seconds(timeout)}.",
        think="which of the timeouts limits one try of an activity.",
    )


@first_step.requires("takes the same steps in a replay")
async def first_step_replays(trial: Trial) -> None:
    await (await completed(trial)).expect_replays()


# retry_policy


@retry_policy.requires("still completes when all goes well")
async def retry_policy_completes(trial: Trial) -> None:
    run = await completed(trial)
    expect(
        run.ledger.order is not None,
        expected="the shop to know the order",
        happened="it does not.",
        think="whether create_order still runs.",
    )


@retry_policy.requires("survives a shop that fails twice")
async def survives_two_failures(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.fail("create_order", order.order_id, status=503, times=2)
    run = await trial.run(WORKFLOW, order)
    calls = len(run.ledger.calls_of("create_order"))
    expect(
        run.history.status == "completed",
        expected="the third try of create_order to succeed and the workflow to complete",
        happened=f"the shop was asked {_times(calls)} and the workflow {run.history.status}.",
        think="what maximum_attempts counts: tries, or tries after the first.",
    )
    expect_result(run, "completed")


@retry_policy.requires("gives up after three tries")
async def gives_up(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.fail("create_order", order.order_id, status=503)
    run = await trial.start(WORKFLOW, order)
    ended = asyncio.ensure_future(run.end())
    try:
        while not ended.done() and len(run.ledger.calls_of("create_order")) <= 3:
            await asyncio.wait({ended}, timeout=0.02)
        calls = len(run.ledger.calls_of("create_order"))
        expect(
            calls <= 3,
            expected="the workflow to fail after 3 tries of create_order",
            happened="the shop was asked a fourth time and the workflow goes on trying.",
            think="how many tries an activity has when nobody names a number.",
        )
        await ended
    finally:
        ended.cancel()
    expect(
        run.history.status == "failed",
        expected="the workflow to fail when the shop never answers",
        happened=f"it {run.history.status} although create_order never succeeded.",
        think="who should hear that the order could not be created.",
    )
    expect(
        calls == 3,
        expected="create_order to be tried 3 times",
        happened=f"it was tried {_times(calls)}.",
        think="what maximum_attempts counts.",
    )


@retry_policy.requires("waits 200 ms before the second try, and longer before the third")
async def waits_between(trial: Trial) -> None:
    run = await completed(trial)
    policy = run.history.scheduled("create_order")[0].retry_policy
    interval = policy.initial_interval if policy else None
    expect(
        interval == timedelta(milliseconds=200),
        expected="the history to show a retry policy with an initial interval of 0.2 s",
        happened=f"it shows {_seconds(interval)}.",
        think="which field of RetryPolicy is the wait before the second try.",
    )
    expect(
        policy is not None and policy.backoff_coefficient > 1,
        expected="each wait to be longer than the one before",
        happened="the backoff coefficient keeps them equal.",
        think="what a shop needs that is overloaded.",
    )


# parallel_steps


@parallel_steps.requires("pays and reserves when all goes well")
async def pays_and_reserves(trial: Trial) -> None:
    run = await completed(trial)
    expect(
        [charge.amount for charge in run.ledger.open_charges] == [trial.new_order().total],
        expected=f"one open charge of {trial.new_order().total} cents, the order's total",
        happened=f"the ledger shows {[charge.amount for charge in run.ledger.open_charges]}.",
        think="what PaymentInput needs to know.",
    )
    expect(
        run.ledger.held_stock == {item.sku: item.quantity for item in trial.new_order().items},
        expected="the order's items to be reserved",
        happened=f"the ledger shows {run.ledger.held_stock or 'nothing held'}.",
        think="whether reserve_inventory runs, and with which items.",
    )


@parallel_steps.requires("does both at the same time")
async def at_the_same_time(trial: Trial) -> None:
    run = await completed(trial)
    steps = [_only(run, "process_payment"), _only(run, "reserve_inventory")]
    last_scheduled = max(step.scheduled_event for step in steps)
    first_closed = min(step.closed_event or last_scheduled for step in steps)
    expect(
        last_scheduled < first_closed,
        expected="process_payment and reserve_inventory both to be scheduled before either ends",
        happened="the history shows that one was scheduled only after the other had ended.",
        think="what an await does to the line after it.",
    )


@parallel_steps.requires("creates the order before it pays and reserves")
async def creates_first(trial: Trial) -> None:
    run = await completed(trial)
    created = _only(run, "create_order")
    early = [
        step
        for step in ("process_payment", "reserve_inventory")
        if _only(run, step).scheduled_event < (created.closed_event or 0)
    ]
    expect(
        not early,
        expected="create_order to end before the other steps begin",
        happened=f"{' and '.join(early)} began before the shop knew the order.",
        think="which steps may run together, and which may not.",
    )


@parallel_steps.requires("gives a payment 5 minutes and a reservation 2 minutes")
async def has_its_timeouts(trial: Trial) -> None:
    run = await completed(trial)
    for step, minutes in (("process_payment", 5), ("reserve_inventory", 2)):
        timeout = _only(run, step).start_to_close_timeout
        expect(
            timeout == timedelta(minutes=minutes),
            expected=f"{step} to have a start-to-close timeout of {minutes} minutes",
            happened=f"the history shows {_seconds(timeout)}.",
            think="that each activity has timeouts of its own.",
        )


@parallel_steps.requires("holds no stock when the payment is declined")
async def declined_holds_nothing(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.decline("charge", order.order_id)
    trial.shop.delay("reserve", order.order_id, seconds=0.2)
    run = await trial.run(WORKFLOW, order)
    await _until_answered(run, "reserve")
    expect_clean(run)
    expect_failed(run, "PaymentDeclined")


@parallel_steps.requires("keeps no money when the stock is sold out")
async def sold_out_keeps_nothing(trial: Trial) -> None:
    order = OrderInput(
        trial.new_order().order_id, "ada@example.com", [OrderItem("golden_teapot", 1, 99900)]
    )
    trial.shop.delay("charge", order.order_id, seconds=0.2)
    run = await trial.run(WORKFLOW, order)
    await _until_answered(run, "charge")
    expect_clean(run)
    expect_failed(run, "OutOfStock")


@parallel_steps.requires("undoes nothing when all goes well")
async def undoes_nothing(trial: Trial) -> None:
    run = await completed(trial)
    undone = [name for name in ("refund", "release", "cancel_order") if run.ledger.calls_of(name)]
    expect(
        not undone,
        expected="no refund and no release in an order that goes well",
        happened=f"the shop was asked for {' and '.join(undone)}.",
        think="when an undo should run.",
    )


@parallel_steps.requires("takes the same steps in a replay, failed orders too")
async def parallel_steps_replays(trial: Trial) -> None:
    for run in trial.runs:
        if run.outcome is not None:
            await run.expect_replays()


def expect_failed(run: Run, kind: str) -> None:
    """Raise `NotYet` unless the run failed and the error of this type caused it."""
    failure = run.history.failure
    expect(
        run.history.status == "failed" and failure is not None,
        expected=f"the workflow to fail with {kind}, so that the caller hears of it",
        happened=f"it {run.history.status}"
        + (f" with {_without_id(run.history.result, run)}." if run.history.result else "."),
        think="what happens to an error that you catch and do not raise again.",
    )
    assert failure is not None
    types = [cause.type for cause in failure.chain]
    expect(
        kind in types,
        expected=f"the workflow to fail with {kind}: the reason the caller needs",
        happened=f"it failed with {' ← '.join(filter(None, types))}.",
        think="which error you raise after the undo.",
    )


# status_query


@status_query.requires("completes, with payment and stock in place")
async def status_completes(trial: Trial) -> None:
    await pays_and_reserves(trial)


@status_query.requires('answers "completed" when the order is done')
async def answers_completed(trial: Trial) -> None:
    run = await completed(trial)
    await expect_status(run, "completed", "after the workflow has completed")


@status_query.requires('answers "pending" before the shop knows the order')
async def answers_pending(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("create_order", order.order_id, seconds=0.3)
    run = await trial.start(WORKFLOW, order)
    await _until_scheduled(run, "create_order")
    await expect_status(run, "pending", "while create_order runs")
    await run.end()


@status_query.requires('answers "processing" while payment and stock are on their way')
async def answers_processing(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, seconds=0.3)
    trial.shop.delay("reserve", order.order_id, seconds=0.3)
    run = await trial.start(WORKFLOW, order)
    await _until_scheduled(run, "process_payment")
    await expect_status(run, "processing", "while process_payment runs")
    await run.end()
    await expect_status(run, "completed", "after the workflow has completed")


@status_query.requires("changes nothing by asking")
async def asking_changes_nothing(trial: Trial) -> None:
    run = await completed(trial)
    answers = [await run.query("get_status") for _ in range(3)]
    expect(
        len(set(map(str, answers))) == 1,
        expected="the same answer each time",
        happened=f"three queries in a row gave {', '.join(map(repr, answers))}.",
        think="what a query may do besides returning a value.",
    )
    await run.expect_replays()


async def expect_status(run: Run, status: str, when: str) -> None:
    """Raise `NotYet` unless the query get_status answers ``status`` now."""
    answer = await run.query("get_status")
    expect(
        answer == status,
        expected=f'get_status to answer "{status}" {when}',
        happened=f"it answered {answer!r}.",
        think="which line of the workflow sets the status, and when that line runs.",
    )


# cancel_signal


@cancel_signal.requires("completes when nobody cancels")
async def completes_uncancelled(trial: Trial) -> None:
    await pays_and_reserves(trial)
    await undoes_nothing(trial)


@cancel_signal.requires("cancels an order before its first step")
async def cancels_early(trial: Trial) -> None:
    run = await trial.run(
        WORKFLOW,
        trial.new_order(),
        start_signal="cancel_order",
        start_signal_args=["changed my mind"],
    )
    await expect_cancelled(run)
    expect(
        not run.ledger.charges,
        expected="no payment for an order that was cancelled before its first step",
        happened="the customer was charged, and refunded later.",
        think="what run() could look at before it pays.",
    )


@cancel_signal.requires("cancels an order in the middle")
async def cancels_in_the_middle(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, seconds=0.2)
    run = await trial.start(WORKFLOW, order)
    await _until_scheduled(run, "process_payment")
    await run.handle.signal("cancel_order", "changed my mind")
    await run.end()
    await expect_cancelled(run)


@cancel_signal.requires("loses no cancel that comes late")
async def cancels_late(trial: Trial) -> None:
    # Both steps end while the cancel, which takes its time, is still on its way.
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, seconds=0.1)
    trial.shop.delay("cancel_order", order.order_id, seconds=0.4)
    run = await trial.start(WORKFLOW, order)
    await _until_scheduled(run, "process_payment")
    await run.handle.signal("cancel_order", "changed my mind")
    await run.end()
    await expect_cancelled(run)
    unfinished = [a for a in run.history.activities if a.status in ("scheduled", "running")]
    expect(
        not unfinished,
        expected="the workflow to end after the cancel has been carried out",
        happened=f"it ended while {unfinished[0].type if unfinished else ''} was still running.",
        think="who waits for a signal handler that is still at work when run() returns.",
    )


@cancel_signal.requires("retries a cancel that fails at first")
async def retries_the_cancel(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.fail("cancel_order", order.order_id, status=503, times=1)
    trial.shop.delay("charge", order.order_id, seconds=0.1)
    run = await trial.start(WORKFLOW, order)
    await _until_scheduled(run, "process_payment")
    await run.handle.signal("cancel_order", "changed my mind")
    await run.end()
    await expect_cancelled(run)


@cancel_signal.requires("cancels once when the signal comes twice")
async def cancels_once(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.delay("charge", order.order_id, seconds=0.2)
    run = await trial.start(WORKFLOW, order)
    await _until_scheduled(run, "process_payment")
    await run.handle.signal("cancel_order", "changed my mind")
    await run.handle.signal("cancel_order", "I said: changed my mind")
    await run.end()
    await expect_cancelled(run)


@cancel_signal.requires("takes the same steps in a replay")
async def cancel_signal_replays(trial: Trial) -> None:
    for run in trial.runs:
        if run.outcome is not None:
            await run.expect_replays()


async def expect_cancelled(run: Run) -> None:
    """Raise `NotYet` unless the order ended cancelled and nothing is left of it."""
    order = run.ledger.order
    expect(
        order is not None and order.status == "cancelled",
        expected="the shop to know the order as cancelled",
        happened="the shop "
        + ("never heard of the cancel" if order is None else f"has it as {order.status}")
        + f"; the history shows {_activity_names(run)}",
        think="which activity tells the shop, and whether it ran.",
    )
    expect_clean(run)
    expect_result(run, "cancelled")
    await expect_status(run, "cancelled", "after the order was cancelled")


# Looking into a run


def _only(run: Run, activity: str) -> Any:
    """Return the one activity of that name; raise `NotYet` unless there is just one."""
    found = run.history.scheduled(activity)
    expect(
        len(found) == 1,
        expected=f"the history to show {activity} once",
        happened=f"it shows {_activity_names(run)}",
        think="whether your workflow asks for it, and how often.",
    )
    return found[0]


def _activity_names(run: Run) -> str:
    names = [each.type for each in run.history.activities]
    return f"{', '.join(names)}." if names else "no activity."


def _seconds(duration: timedelta | None) -> str:
    return "none" if duration is None else f"{duration.total_seconds():g} s"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


async def _until_scheduled(run: Run, activity: str) -> None:
    """Wait until the activity is in the history; raise `NotYet` if the workflow ends before."""
    async for event in run.handle.fetch_history_events(wait_new_event=True):
        scheduled = event.activity_task_scheduled_event_attributes
        if scheduled.activity_type.name == activity:
            return
    raise NotYet(
        expected=f"the workflow to ask for {activity}",
        happened="it ended without.",
        think="which steps an order needs, and whether yours reaches them.",
    )


async def _until_answered(run: Run, operation: str) -> None:
    """Wait until the shop has seen a call of the operation, at most half a second."""
    for _ in range(25):
        if run.ledger.calls_of(operation):
            return
        await asyncio.sleep(0.02)
