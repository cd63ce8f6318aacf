"""Orders that one version begins and another goes on with: what two exercises' checks share."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from temporalio.client import RPCError, WorkflowHandle
from temporalio.worker import Worker

from workshop.exercises import Run, Trial, expect
from workshop.exercises.engine.words import listed
from workshop.history import History, read_history
from workshop.orders import ALL_ACTIVITIES
from workshop.replay import replay

WORKFLOW = "OrderWorkflow"

#: What an order that began before the change goes through, and one that begins after it.
OLD_STEPS = ("create_order", "process_payment", "create_shipment")
NEW_STEPS = ("create_order", "reserve_inventory", "process_payment", "create_shipment")

_ACTIVITIES: list[Any] = [*ALL_ACTIVITIES]


def is_paid(history: History) -> bool:
    """Whether the order waits for its parcel."""
    paid = [each.closed_event for each in history.scheduled("process_payment")]
    heard = [each.closed_event or 0 for each in history.workflow_tasks]
    return bool(paid and paid[0] and heard[-1] > paid[0])


async def new_order(trial: Trial, *, declined: bool = False) -> Run:
    """Run an order of the learner's, packed as soon as may be."""
    _code(trial)
    order = trial.new_order()
    if declined:
        trial.shop.decline("charge", order.order_id)
    run = await trial.start(WORKFLOW, order)
    with contextlib.suppress(*((RPCError,) if declined else ())):  # it may have failed by now
        await _pack(run)
    await run.end()
    return run


async def _pack(run: Run) -> None:
    await run.handle.signal("packed")


async def begun(
    trial: Trial,
    version: type,
    until: Callable[[History], object],
    *,
    slow: str | None = None,
    packed: bool = False,
    declined: bool = False,
) -> Run:
    """Return an order that a version has begun, when its worker has been stopped."""
    order = trial.new_order()
    if slow:
        trial.shop.delay(slow, order.order_id, 0.3)
    if declined:
        trial.shop.decline("charge", order.order_id)
    queue = f"{trial.worker.task_queue}-{order.order_id}"
    async with Worker(
        trial.client,
        task_queue=queue,
        workflows=[version],
        activities=_ACTIVITIES,
        graceful_shutdown_timeout=timedelta(seconds=5),  # else it would cancel the step on its way
    ):
        handle: WorkflowHandle[Any, Any] = await trial.client.start_workflow(
            WORKFLOW, order, id=order.order_id, task_queue=queue
        )
        run = Run(trial, WORKFLOW, handle, order.order_id)
        trial.runs.append(run)
        if packed:
            await _pack(run)
        while not until(await read_history(handle)):
            await asyncio.sleep(0.02)
    return run


def _code(trial: Trial) -> type:
    """Return the learner's class; raise `NotYet` unless it is of the type that orders have."""
    found = trial.workflows
    expect(
        WORKFLOW in found,
        expected=f"a workflow of the type {WORKFLOW}: orders on their way ask for that name",
        happened=f"your module defines {', '.join(sorted(found))}.",
        think="what name= in @workflow.defn is for.",
    )
    return found[WORKFLOW]


async def expect_it_replays(trial: Trial, history: History, what: str) -> None:
    """Raise `NotYet` unless the learner's code replays a history of the version before."""
    told = await replay(history, _code(trial))
    marked = told.difference and told.difference.recorded
    expect(
        told.ok,
        expected=f"your code to replay the history of {what} before you changed it",
        happened=(told.explanation.why if told.explanation else told.said)
        + (f" That is line {told.line.number} of your cell." if told.line else ""),
        think="which call says that your code knows this marker, and where it has to stand."
        if marked and marked.kind == "patch"
        else "how your code can know that a run began before the change.",
    )


async def expect_it_goes_on(
    trial: Trial, run: Run, *steps: tuple[str, ...], is_packed: bool = False
) -> None:
    """Serve the order with the learner's code and see it to its end, by one of these ways."""
    await expect_it_replays(trial, await read_history(run.handle), "an order")
    queue = (await run.handle.describe()).task_queue
    await trial.serve(queue)
    if not is_packed:
        await _expect_it_waits(run)
        await _pack(run)
    await run.end()
    expect_completed(run)
    shown = tuple(each.type for each in run.history.activities)
    expect(
        shown in steps,
        expected=f"an order that began before to take the steps {listed(steps[0])}, each once",
        happened=f"the history shows {listed(shown)}.",
        think="which steps this order had taken already, and which way it goes from there.",
    )
    _expect_sent_once(run)


async def _expect_it_waits(run: Run) -> None:
    """Wait until the order is paid; raise `NotYet` if it is sent although nothing was packed."""
    while not is_paid(history := await read_history(run.handle)) and history.status == "running":
        await asyncio.sleep(0.02)
    expect(
        not history.scheduled("create_shipment"),
        expected="a paid order to wait for the signal packed",
        happened="the history shows create_shipment before anything was packed.",
        think="what your code waits for after the payment.",
    )


async def expect_a_restart_is_survived(trial: Trial) -> None:
    """Let a second worker go on with a new order that a first one began."""
    queue = f"{trial.worker.task_queue}-restart"
    worker = await trial.serve(queue)
    run = await trial.start(WORKFLOW, trial.new_order(), task_queue=queue)
    await _expect_it_waits(run)
    await worker.stop()
    await trial.serve(queue)
    await _pack(run)
    await run.end()
    expect_completed(run)
    await run.expect_replays()


def expect_completed(run: Run) -> None:
    """Raise `NotYet` unless the order completed with the result that was asked for."""
    failure = run.history.failure
    said = str(failure.origin) if failure else str(run.history.result)
    expect(
        run.history.status == "completed"
        and run.history.result == {"order_id": run.order_id, "status": "completed"},
        expected='the order to end with OrderResult(order.order_id, "completed")',
        happened=f"it {run.history.status}: {said.replace(str(run.order_id), 'order-17')}.",
        think="which step your code takes last, and whether this order comes to it.",
    )
    left = [each.type for each in run.history.activities if each.closed_event is None]
    expect(
        not left,
        expected="every step to end before the order does",
        happened=f"the order ended, and {listed(left)} had not.",
        think="which line waits for what was begun.",
    )


def _expect_sent_once(run: Run) -> None:
    ledger = run.ledger
    counts = {"charge": len(ledger.charges), "shipment": len(ledger.shipments)}
    expect(
        set(counts.values()) == {1},
        expected="the ledger to end with one charge and one shipment",
        happened="it shows "
        + " and ".join(
            f"{count} {name}{'' if count == 1 else 's'}" for name, count in counts.items()
        )
        + ".",
        think="which steps this order had taken already.",
    )
    amount, order = ledger.charges[0].amount, ledger.order
    expect(
        order and amount == order.total,
        expected=f"the order's total to be charged, {order and order.total} cents",
        happened=f"the ledger shows a charge of {amount} cents.",
        think="what the payment is given.",
    )
    held = ledger.held_stock
    wanted = {item.sku: item.quantity for item in order.items} if order else {}
    expect(
        not run.history.scheduled("reserve_inventory") or held == wanted,
        expected="the order's goods to be set aside, once",
        happened=f"the shop holds {held or 'nothing'}.",
        think="what the reservation is given.",
    )


async def expect_new_steps(run: Run) -> None:
    """Raise `NotYet` unless a new order reserved before it paid, and was sent."""
    expect_completed(run)
    shown = [each.type for each in run.history.activities]
    expect(
        shown == [*NEW_STEPS],
        expected=f"a new order to take the steps {', '.join(NEW_STEPS)}",
        happened=f"the history shows {', '.join(shown) or 'no activity'}.",
        think="which way a new order takes through your code.",
    )
    reserve, pay = (
        run.history.activity("reserve_inventory"),
        run.history.activity("process_payment"),
    )
    expect(
        reserve.closed_event is not None and reserve.closed_event < pay.scheduled_event,
        expected="the goods to be set aside before the payment begins",
        happened="the history shows the payment asked for while the reservation was on its way.",
        think="what is awaited before the payment.",
    )
    _expect_sent_once(run)
    await run.expect_replays()
