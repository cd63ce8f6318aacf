"""Let a plan befall an order, and write down what became of it."""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Literal

from temporalio.client import Client, RPCError, WorkflowFailureError, WorkflowHandle

from workshop.chaos.plan import OrderPlan
from workshop.history import History, read_history
from workshop.orders import PlatformOrder
from workshop.patience import meanwhile
from workshop.shop.client import Shop
from workshop.shop.ledger import Ledger
from workshop.temporal.waiting import diagnose

WORKFLOW = "OrderPlatform"

#: The server waits so long for a workflow task that a killed worker had in hand. With the default
#: of ten seconds nearly every storm had an order that waited for that. The SDK takes 2 s to see that
#: a workflow blocks its worker, and has to be able to say so.
TASK_TIMEOUT = timedelta(seconds=3)


@dataclass(frozen=True, repr=False)
class Record:
    """What became of one order.

    Attributes:
        order_id: its id, and its workflow's.
        plan: what befell it.
        status: how its workflow ended ("completed", "failed", "cancelled", …), or "running".
        result: what its workflow returned.
        trouble: why its workflow failed, or what it waits for; else empty.
        cancelled: whether a cancel was recorded: "in time" if the history shows no shipment begun
            before it, "late" if it does or cannot tell, else "".
        shipped_unasked: a large order was under way before anybody had approved it.
        ledger: the shop's.
    """

    order_id: str
    plan: OrderPlan
    ledger: Ledger
    status: str = "completed"
    result: Any = None
    trouble: str = ""
    cancelled: Literal["", "in time", "late"] = ""
    shipped_unasked: bool = False


@dataclass(frozen=True)
class Ended:
    """An order that came to its end or was given up, before anybody has looked at the books."""

    plan: OrderPlan
    handle: WorkflowHandle[Any, Any]
    status: Literal["completed", "not completed", "running"]
    result: Any
    trouble: str
    shipped_unasked: bool | None  # None: nobody had answered when it ended


async def befall(
    plan: OrderPlan,
    order_id: str,
    *,
    client: Client,
    shop: Shop,
    task_queue: str,
    give_up: asyncio.Event,
) -> Ended:
    """Let the plan befall an order; return when its workflow has ended, or at ``give_up``.

    Its workflow is terminated if it has not ended by then.
    """
    for fault in plan.faults:
        fault.order(shop, order_id)
    at_once: dict[str, Any] = {}
    if plan.answer and plan.answer.after == 0:
        at_once = {"start_signal": "approve", "start_signal_args": [plan.answer.approved]}
    handle: WorkflowHandle[Any, Any] = await client.start_workflow(
        WORKFLOW,
        PlatformOrder(plan.order(order_id), plan.approval_seconds),
        id=order_id,
        task_queue=task_queue,
        task_timeout=TASK_TIMEOUT,
        **at_once,
    )
    status: Literal["completed", "not completed", "running"] = "completed"
    result, trouble = None, ""
    async with (
        meanwhile(_answer(plan, handle, shop)) as answering,
        meanwhile(_cancel(plan, handle)) as cancelling,
        meanwhile(_result(handle)) as ending,
        meanwhile(give_up.wait()) as giving_up,
    ):
        try:
            await asyncio.wait({ending, giving_up}, return_when=asyncio.FIRST_COMPLETED)
            if ending.done():
                result = await ending
            else:
                status, trouble = "running", await _given_up(client, handle)
        except WorkflowFailureError:
            status = "not completed"
        except asyncio.CancelledError:
            with contextlib.suppress(RPCError):  # it may be over already
                await handle.terminate("nobody waits for it any more")
            raise
    if not cancelling.cancelled():
        cancelling.result()
    unasked = None if answering.cancelled() else answering.result()
    return Ended(plan, handle, status, result, trouble, unasked)


async def record_of(ended: Ended, shop: Shop) -> Record:
    """Read the books of an order: its ledger, and its history where that says more."""
    plan, order_id = ended.plan, ended.handle.id
    ledger = shop.ledger(order_id)
    record = Record(
        order_id,
        plan,
        ledger,
        status=ended.status,
        result=ended.result,
        trouble=ended.trouble,
        shipped_unasked=_is_begun(ledger)
        if ended.shipped_unasked is None
        else ended.shipped_unasked,
    )
    may_be_cancelled = plan.cancelled_at is not None or plan.cancelled_after is not None
    if ended.status == "running" or (ended.status == "completed" and not may_be_cancelled):
        return record
    history = await read_history(ended.handle)
    return replace(
        record,
        status=history.status,
        trouble=str(history.failure.origin) if history.failure else "",
        cancelled=_when_cancelled(history, ledger),
    )


async def _result(handle: WorkflowHandle[Any, Any]) -> Any:
    """Wait for the result; ask again when the connection is lost, as it may be in a storm."""
    while True:
        try:
            return await handle.result()
        except RPCError:
            await asyncio.sleep(0.2)


async def _given_up(client: Client, handle: WorkflowHandle[Any, Any]) -> str:
    """End the workflow and return what it was waiting for."""
    diagnosis = None
    with contextlib.suppress(RPCError):  # it may be over by now
        diagnosis = await diagnose(client, handle.id)
        await handle.terminate("the storm is over")
    if diagnosis is None:
        return ""
    return diagnosis.what if diagnosis.is_calm else f"{diagnosis.what} {diagnosis.evidence}".strip()


async def _answer(plan: OrderPlan, handle: WorkflowHandle[Any, Any], shop: Shop) -> bool:
    """Answer a large order in time; return whether its shipment was begun before that."""
    if plan.answer is None:
        return False
    begun = False
    with contextlib.suppress(RPCError):  # it may be over already
        if plan.answer.after > 0:  # else the first answer came with the start
            await asyncio.sleep(plan.answer.after)
            begun = _is_begun(shop.ledger(handle.id))
            await handle.signal("approve", plan.answer.approved)
        if plan.answer.then is not None:
            await handle.signal("approve", plan.answer.then)
    return begun


def _is_begun(ledger: Ledger) -> bool:
    """Whether somebody has asked the shop to ship the order."""
    return bool(ledger.calls_of("ship"))


async def _cancel(plan: OrderPlan, handle: WorkflowHandle[Any, Any]) -> None:
    if plan.cancelled_after is not None:
        await asyncio.sleep(plan.cancelled_after)
        with contextlib.suppress(RPCError):  # it may be over already
            await handle.cancel()


def _when_cancelled(history: History, ledger: Ledger) -> Literal["", "in time", "late"]:
    if history.cancel_request is None:
        return ""
    begun = [each.scheduled_event for each in history.scheduled("create_shipment")]
    if not begun and _is_begun(ledger):
        return "late"  # shipped by an activity of another name: its history may be elsewhere
    return "in time" if all(each > history.cancel_request.event for each in begun) else "late"
