"""The exercises of lesson 01: what an order's workflow has to show."""

from __future__ import annotations

import asyncio
import builtins
import contextlib
import math
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta

from temporalio.api.sdk.v1 import WorkflowMetadata
from temporalio.client import RPCError

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.exercises.words import SAMPLE_ID, how_often, in_seconds, listed
from workshop.history import read_history
from workshop.history.model import ActivityRun
from workshop.orders import OrderInput, OrderItem

LESSON = "workflow_definition"
WORKFLOW = "OrderWorkflow"

#: Seconds that a step is made to take, so that something can be done meanwhile: the first is
#: enough on most machines, and on a slow one the next.
LONGER_AND_LONGER = (0.3, 1.0, 3.0)

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
    expect(
        failure and not hasattr(builtins, failure.type),
        expected="an error that makes a workflow fail: the activity's own, or an ApplicationError",
        happened=f"run() raised {failure and failure.type}. Temporal takes that for a bug: outside "
        "of this check the workflow would not fail, it would be stuck.",
        think="what became of ForgetfulWorkflow.",
    )


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
        happened=f"{_stock(run)} is still reserved for an order that will never be sent.",
        think="what the reservation was doing when the order failed or was cancelled.",
    )


def expect_undone_after(run: Run, step: str, undo: str) -> None:
    """Raise `NotYet` if the undo was for another order, or came while its step was on its way."""
    for each in run.history.scheduled(undo):
        expect(
            each.input == (run.order_id,),
            expected=f"{undo} to get the order's id, {SAMPLE_ID}",
            happened=f"it got {each.input[0] if each.input else None!r}.",
            think="by what the shop finds the things to undo.",
        )
    steps, undos = run.history.scheduled(step), run.history.scheduled(undo)
    if steps and undos:
        ended = steps[-1].closed_event
        expect(
            ended is not None and ended < undos[-1].scheduled_event,
            expected=f"{step} to have ended before {undo} begins",
            happened=f"the history shows {undo} asked for while {step} was still on its way: "
            "what the step does after that, nobody undoes.",
            think="when it is sure what the other step has done.",
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


# first_step


@first_step.requires("creates the order in the shop")
async def creates_the_order(trial: Trial) -> None:
    run = await completed(trial)
    expect(
        run.ledger.order is not None,
        expected="the shop to know the order",
        happened=f"it does not; the history shows {_activity_names(run)}.",
        think="who asks for create_order, and whether run() awaits it.",
    )


@first_step.requires("asks for the activity create_order, once", together=True)
async def asks_once(trial: Trial) -> None:
    _only(await completed(trial), "create_order")


@first_step.requires("gives each try 30 seconds", together=True)
async def has_the_timeout(trial: Trial) -> None:
    step = _only(await completed(trial), "create_order")
    one_try, all_tries = step.start_to_close_timeout, step.schedule_to_close_timeout
    expect(
        not (all_tries and one_try == all_tries),
        expected="create_order to have a start-to-close timeout of 30 s, and time for another try",
        happened=f"the history shows {in_seconds(all_tries)} for all tries together "
        "(schedule-to-close).",
        think="which of the timeouts limits one try, and which limits all of them.",
    )
    expect(
        one_try == timedelta(seconds=30),
        expected="create_order to have a start-to-close timeout of 30 s",
        happened=f"the history shows {in_seconds(one_try)}.",
        think="which of the timeouts limits one try of an activity, and its unit.",
    )


@first_step.requires("takes the same steps in a replay")
async def first_step_replays(trial: Trial) -> None:
    await trial.expect_replays()


# retry_policy


@retry_policy.requires("still completes when all goes well")
async def retry_policy_completes(trial: Trial) -> None:
    await creates_the_order(trial)
    await asks_once(trial)


@retry_policy.requires("waits 200 ms before the second try", together=True)
async def waits_between(trial: Trial) -> None:
    policy = _only(await completed(trial), "create_order").retry_policy
    interval = policy.initial_interval if policy else None
    expect(
        interval == timedelta(milliseconds=200),
        expected="the history to show a retry policy with an initial interval of 0.2 s",
        happened=f"it shows {in_seconds(interval)}.",
        think="which field of RetryPolicy is the wait before the second try, and what Temporal "
        "takes when nobody sets it.",
    )


@retry_policy.requires("survives a shop that fails twice", together=True)
async def survives_two_failures(trial: Trial) -> None:
    order = trial.new_order()
    trial.shop.fail("create_order", order.order_id, status=503, times=2)
    run = await trial.run(WORKFLOW, order)
    _only(run, "create_order")
    calls = len(run.ledger.calls_of("create_order"))
    expect(
        run.history.status == "completed",
        expected="the third try of create_order to succeed and the workflow to complete",
        happened=f"the shop was asked {how_often(calls)} and the workflow {run.history.status}.",
        think="what maximum_attempts counts: tries, or tries after the first.",
    )
    expect_result(run, "completed")


@retry_policy.requires("gives up after three tries, and fails", together=True)
async def gives_up(trial: Trial) -> None:
    # The history says how often Temporal will try: with no limit, the run would not end.
    policy = _only(await completed(trial), "create_order").retry_policy
    limit = policy.maximum_attempts if policy else 0
    expect(
        limit == 3,
        expected="the history to show a retry policy with at most 3 attempts",
        happened=f"it shows {f'at most {limit}' if limit else 'no limit'}.",
        think="how many tries an activity has when nobody names a number.",
    )
    order = trial.new_order()
    trial.shop.fail("create_order", order.order_id, status=503)
    run = await trial.run(WORKFLOW, order)
    expect_failed(run, "ShopUnavailable")


@retry_policy.requires("takes the same steps in a replay, failed orders too")
async def retry_policy_replays(trial: Trial) -> None:
    await trial.expect_replays()


# parallel_steps


@parallel_steps.requires("pays and reserves when all goes well")
async def pays_and_reserves(trial: Trial) -> None:
    run = await completed(trial)
    order = trial.new_order()
    amounts = [charge.amount for charge in run.ledger.charges]
    expect(
        amounts == [order.total],
        expected=f"one charge of {order.total} cents, the order's total",
        happened=f"the ledger shows {listed(map(str, amounts)) or 'no charge'}"
        f"; the history shows {_activity_names(run)}.",
        think="what PaymentInput needs to know, and how often process_payment runs.",
    )
    reserved = [
        (item.sku, item.quantity) for each in run.ledger.reservations for item in each.items
    ]
    expect(
        reserved == [(item.sku, item.quantity) for item in order.items],
        expected="the order's items to be reserved, once",
        happened=f"the ledger shows {_stock(run) or 'nothing held'}"
        f"; the history shows {_activity_names(run)}.",
        think="whether reserve_inventory runs, how often, and with which items.",
    )


@parallel_steps.requires("creates the order before it pays and reserves", together=True)
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
        happened=f"{listed(early)} began before the shop knew the order.",
        think="which steps may run together, and which may not.",
    )


@parallel_steps.requires("does both at the same time", together=True)
async def at_the_same_time(trial: Trial) -> None:
    run = await completed(trial)
    steps = [_only(run, "process_payment"), _only(run, "reserve_inventory")]
    first, second = sorted(steps, key=lambda step: step.scheduled_event)
    expect(
        second.scheduled_event < (first.closed_event or 0),
        expected="process_payment and reserve_inventory both to be scheduled before either ends",
        happened=f"the history shows that {second.type} was scheduled only after {first.type} had "
        "ended.",
        think="what an await does to the line after it.",
    )


@parallel_steps.requires("gives a payment 5 minutes and a reservation 2 minutes", together=True)
async def has_its_timeouts(trial: Trial) -> None:
    run = await completed(trial)
    for step, minutes in (("process_payment", 5), ("reserve_inventory", 2)):
        timeout = _only(run, step).start_to_close_timeout
        expect(
            timeout == timedelta(minutes=minutes),
            expected=f"{step} to have a start-to-close timeout of {minutes * 60} s",
            happened=f"the history shows {in_seconds(timeout)}.",
            think="that each activity has timeouts of its own.",
        )


@parallel_steps.requires("undoes nothing when all goes well", together=True)
async def undoes_nothing(trial: Trial) -> None:
    run = await completed(trial)
    undone = [name for name in ("refund", "release", "cancel_order") if run.ledger.calls_of(name)]
    expect(
        not undone,
        expected="no undo in an order that goes well",
        happened=f"the shop was asked for {listed(undone)}.",
        think="when an undo should run.",
    )


@parallel_steps.requires("holds no stock when the payment is declined", together=True)
async def declined_holds_nothing(trial: Trial) -> None:
    run = await _failed_during(
        trial, lambda: _declined(trial), "process_payment", "reserve_inventory", "reserve"
    )
    await _expect_undone(run, "PaymentDeclined")


@parallel_steps.requires("keeps no money when the stock is sold out", together=True)
async def sold_out_keeps_nothing(trial: Trial) -> None:
    run = await _failed_during(
        trial, lambda: _sold_out(trial), "reserve_inventory", "process_payment", "charge"
    )
    await _expect_undone(run, "OutOfStock")


@parallel_steps.requires("fails when both steps fail", together=True)
async def both_fail(trial: Trial) -> None:
    order = _sold_out(trial)
    trial.shop.decline("charge", order.order_id)
    await _expect_undone(await trial.run(WORKFLOW, order), "PaymentDeclined", "OutOfStock")


@parallel_steps.requires("tries an undo again when the shop fails", together=True)
async def retries_the_undo(trial: Trial) -> None:
    order = _declined(trial)
    trial.shop.fail("release", order.order_id, status=503, times=1)
    await _expect_undone(await trial.run(WORKFLOW, order), "PaymentDeclined")


@parallel_steps.requires("takes the same steps in a replay, failed orders too")
async def parallel_steps_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone(run: Run, *kinds: str) -> None:
    """Raise `NotYet` unless the order failed for one of these reasons and left nothing behind."""
    expect_failed(run, *kinds)
    await _until_asked(run, "charge", "reserve")
    expect_undone_after(run, "reserve_inventory", "release_inventory")
    expect_undone_after(run, "process_payment", "refund_payment")
    expect_clean(run)


async def _failed_during(
    trial: Trial, new_order: Callable[[], OrderInput], failing: str, slow: str, operation: str
) -> Run:
    """Return the run of an order of which a step failed while the shop took its time over another.

    The workflow had a chance to act in between: a workflow task of its own.
    """
    for seconds in LONGER_AND_LONGER:
        order = new_order()
        trial.shop.delay(operation, order.order_id, seconds)
        run = await trial.run(WORKFLOW, order)
        began = [each.closed_event or math.inf for each in run.history.scheduled(failing)]
        ended = [each.closed_event or math.inf for each in run.history.scheduled(slow)]
        tasks = [each.closed_event or 0 for each in run.history.workflow_tasks]
        if not (began and ended) or any(began[0] < task < ended[0] for task in tasks):
            break
    return run


def _declined(trial: Trial) -> OrderInput:
    order = trial.new_order()
    trial.shop.decline("charge", order.order_id)
    return order


def _sold_out(trial: Trial) -> OrderInput:
    golden = OrderItem("golden_teapot", quantity=1, unit_price=99900)
    return OrderInput(trial.new_order().order_id, "ada@example.com", [golden])


# status_query


@status_query.requires("completes, with payment and stock in place")
async def status_completes(trial: Trial) -> None:
    await pays_and_reserves(trial)


@status_query.requires("has a query get_status", together=True)
async def has_the_query(trial: Trial) -> None:
    await expect_handler(await completed(trial), "query", "get_status")


@status_query.requires('answers "pending" before the shop knows the order', together=True)
async def answers_pending(trial: Trial) -> None:
    await _expect_status_while(trial, "create_order", "create_order", "pending")


@status_query.requires('answers "processing" until payment and stock are both there', together=True)
async def answers_processing(trial: Trial) -> None:
    await _expect_status_while(trial, "charge", "process_payment", "processing")
    await _expect_status_while(trial, "reserve", "reserve_inventory", "processing")


@status_query.requires('answers "completed" when the order is done', together=True)
async def answers_completed(trial: Trial) -> None:
    await expect_status(await completed(trial), "completed", "after the workflow has completed")


@status_query.requires("changes nothing by asking", together=True)
async def asking_changes_nothing(trial: Trial) -> None:
    await _expect_status_while(trial, "charge", "process_payment", "processing", times=3)


@status_query.requires("takes the same steps in a replay")
async def status_query_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_status_while(
    trial: Trial, operation: str, step: str, status: str, times: int = 1
) -> None:
    """Raise `NotYet` unless get_status answers ``status`` while only this step is on its way."""
    when = f"while {step} runs" + (", each time it is asked" if times > 1 else "")
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay(operation, order.order_id, seconds)
        run = await trial.start(WORKFLOW, order)
        await _until_only(run, step)
        findings = [await _finding(expect_status(run, status, when)) for _ in range(times)]
        on_its_way = await _on_their_way(run)
        await run.end()
        if on_its_way == [step]:  # else the question came too late: this machine is slow
            for finding in filter(None, findings):
                raise finding
            return
    raise NotYet(
        expected=f"the workflow to ask for {step} and to wait for it",
        happened=f"it {run.history.status} without; the history shows {_activity_names(run)}.",
        think="which steps an order needs, and whether run() awaits them.",
    )


# cancel_signal


@cancel_signal.requires("completes when nobody cancels")
async def completes_uncancelled(trial: Trial) -> None:
    await pays_and_reserves(trial)
    await undoes_nothing(trial)
    await answers_completed(trial)


@cancel_signal.requires("has a signal cancel_order", together=True)
async def has_the_signal(trial: Trial) -> None:
    await expect_handler(await completed(trial), "signal", "cancel_order")


@cancel_signal.requires("cancels an order in the middle", together=True)
async def cancels_in_the_middle(trial: Trial) -> None:
    # Payment and reservation end while the cancel, which takes its time, is still on its way.
    def slow(order_id: str, seconds: float) -> None:
        trial.shop.delay("cancel_order", order_id, seconds=2 * seconds)

    run = await _cancelled_during(trial, "process_payment", "charge", "reserve", prepare=slow)
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("cancels an order before its first step", together=True)
async def cancels_early(trial: Trial) -> None:
    run = await trial.start(
        WORKFLOW,
        trial.new_order(),
        start_signal="cancel_order",
        start_signal_args=["changed my mind"],
    )
    await _end(run)
    await expect_cancelled(run, "changed my mind")
    expect(
        not run.ledger.charges,
        expected="no payment for an order that was cancelled before its first step",
        happened="the customer was charged, and refunded later.",
        think="what run() could look at before it pays.",
    )


@cancel_signal.requires("cancels an order that is being created", together=True)
async def cancels_while_creating(trial: Trial) -> None:
    run = await _cancelled_during(trial, "create_order", "create_order")
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("cancels an order whose payment has to be tried again", together=True)
async def cancels_before_the_payment(trial: Trial) -> None:
    def refused_once(order_id: str, _: float) -> None:
        trial.shop.fail("charge", order_id, status=503, times=1)

    run = await _cancelled_during(
        trial, "process_payment", "charge", "reserve", prepare=refused_once
    )
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("tries a cancel again when the shop fails", together=True)
async def retries_the_cancel(trial: Trial) -> None:
    def failing(order_id: str, _: float) -> None:
        trial.shop.fail("cancel_order", order_id, status=503, times=1)

    run = await _cancelled_during(trial, "process_payment", "charge", "reserve", prepare=failing)
    await expect_cancelled(run, "changed my mind")


@cancel_signal.requires("tells the shop once when the signal comes twice", together=True)
async def cancels_once(trial: Trial) -> None:
    reasons = ("changed my mind", "I said: changed my mind")
    run = await _cancelled_during(trial, "process_payment", "charge", "reserve", reasons=reasons)
    await expect_cancelled(run, *reasons)
    _only(run, "cancel_order_activity")


@cancel_signal.requires("takes the same steps in a replay")
async def cancel_signal_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def expect_cancelled(run: Run, *reasons: str) -> None:
    """Raise `NotYet` unless the order was cancelled, for one of these reasons, and left nothing."""
    run.expect_completed()
    unfinished = [
        each for each in run.history.scheduled("cancel_order_activity") if each.closed_event is None
    ]
    expect(
        not unfinished,
        expected="cancel_order_activity to end before the workflow does",
        happened=f"the workflow returned {run.history.result!r} while it was on its way.",
        think="who waits for a signal handler that is still at work.",
    )
    order = run.ledger.order
    expect(
        order is not None and order.status == "cancelled",
        expected="the shop to know the order as cancelled",
        happened="the shop "
        + ("never heard of the cancel" if order is None else f"has it as {order.status}")
        + f"; the history shows {_activity_names(run)}.",
        think="which activity tells the shop, and what makes it run.",
    )
    expect(
        order and order.reason in reasons,
        expected=f"the shop to hear the reason {reasons[0]!r}",
        happened=f"it heard {order and order.reason!r}.",
        think="where the reason comes from.",
    )
    expect_clean(run)
    expect_result(run, "cancelled")
    await expect_status(run, "cancelled", "after the order was cancelled")


async def _end(run: Run) -> None:
    """Wait until a cancelled run ends; raise `NotYet` at once if it cancels another order."""
    while (history := await read_history(run.handle)).status == "running":
        for each in history.scheduled("cancel_order_activity"):
            order_id = each.input[0].get("order_id") if each.input else None
            expect(
                order_id == run.order_id,
                expected=f"cancel_order_activity to get the order's id, {SAMPLE_ID}",
                happened=f"it got {order_id!r}.",
                think="what the workflow knows at the moment when the signal arrives.",
            )
        if history.scheduled("cancel_order_activity"):
            break
        await asyncio.sleep(0.02)
    await run.end()


async def _cancelled_during(
    trial: Trial,
    step: str,
    *operations: str,
    prepare: Callable[[str, float], None] | None = None,
    reasons: Iterable[str] = ("changed my mind",),
) -> Run:
    """Return the run of an order that was cancelled while the shop took its time over a step.

    ``operations`` are what the shop was asked before the signal came; the first takes the time.
    ``prepare`` orders more faults, for an order id and the seconds that the step takes.
    """
    for seconds in LONGER_AND_LONGER:
        order = trial.new_order()
        trial.shop.delay(operations[0], order.order_id, seconds)
        if prepare:
            prepare(order.order_id, seconds)
        run = await trial.start(WORKFLOW, order)
        await _until_asked(run, *operations)
        with contextlib.suppress(RPCError):  # on a slow machine it may be over already
            for reason in reasons:
                await run.handle.signal("cancel_order", reason)
        await _end(run)
        events = [each.event for each in run.history.signals]
        steps = run.history.scheduled(step)
        if events and all(max(events) < (each.closed_event or math.inf) for each in steps):
            break
    return run


# Looking into a run


def _only(run: Run, activity: str) -> ActivityRun:
    """Return the one activity of that name; raise `NotYet` unless there is just one."""
    found = run.history.scheduled(activity)
    expect(
        len(found) == 1,
        expected=f"the history to show the activity {activity} once",
        happened=f"it shows {_activity_names(run)}.",
        think="whether your workflow asks for it, and how often.",
    )
    return found[0]


def _activity_names(run: Run) -> str:
    names = [each.type for each in run.history.activities]
    names += [f"{each.type} (as a local activity)" for each in run.history.local_activities]
    return ", ".join(names) or "no activity"


def _stock(run: Run) -> str:
    return ", ".join(f"{sku} × {quantity}" for sku, quantity in run.ledger.held_stock.items())


async def _finding(judging: Awaitable[None]) -> NotYet | None:
    """Return what the judging finds, or None."""
    try:
        await judging
    except NotYet as finding:
        return finding
    return None


async def _on_their_way(run: Run) -> list[str] | None:
    """Return the activities that have not ended; None once the workflow has."""
    history = await read_history(run.handle)
    if history.status != "running":
        return None
    return [each.type for each in history.activities if each.closed_event is None]


async def _until_only(run: Run, step: str) -> None:
    """Wait until this step is on its way and no other, or the workflow has ended."""
    while await _on_their_way(run) not in ([step], None):
        await asyncio.sleep(0.02)


async def _until_asked(run: Run, *operations: str) -> None:
    """Wait until the shop was asked for these operations, at most a second past the workflow."""
    patience = 50
    while patience and not all(run.ledger.calls_of(operation) for operation in operations):
        if await _on_their_way(run) is None:
            patience -= 1
        await asyncio.sleep(0.02)
