"""The worked saga of this lesson, at random: faults, cancels and killed workers; the ledger balances.

Everything that befalls an order is drawn from its seed (``plan.py``). A seed that fails is printed
with its plan. To run it again, alone and as often as you like::

    SAGA_SEEDS=17 pytest tests/lessons/saga_compensation/test_random_sagas.py
    SAGA_SEEDS=17,23,40-59 pytest …

An order also suffers when the worker is killed that happens to serve it. If a seed fails among
others only, run the seeds that begin with a kill as well: the multiples of 20, or all, ``0-209``.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
import uuid
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from temporalio.client import Client, RPCError, WorkflowFailureError, WorkflowHandle

from tests.lessons.saga_compensation.plan import Plan, plan_of
from tests.seeds import seeds_in
from workshop.chaos.storm import silent
from workshop.chaos.workers import Workers
from workshop.history import read_history
from workshop.lab.lab import Lab
from workshop.lessons.lasting_undos import failed_undo
from workshop.modules.files import write_module
from workshop.notebook import built
from workshop.orders import sample_order
from workshop.shop.ledger import Ledger

SEEDS = "0-209"
MODULE = "saga_under_test"
AT_ONCE = 70
PATIENCE = 240.0


def order_id(seed: int, test_run: str) -> str:
    """Return the id of a seed's order, which is also that of its workflow."""
    return f"saga-{test_run}-{seed}"


async def befall(plan: Plan, lab: Lab, client: Client, task_queue: str, test_run: str) -> str:
    """Let the plan befall an order; return how it ended, or why the ledger is not right."""
    order = sample_order(order_id(plan.seed, test_run))
    for fault in plan.faults:
        fault.order(lab.shop, order.order_id)
    at_once: dict[str, Any] = {"start_signal": "packed"} if plan.packed_after == 0 else {}
    handle: WorkflowHandle[Any, Any] = await client.start_workflow(
        "OrderSagaWorkflow", order, id=order.order_id, task_queue=task_queue, **at_once
    )
    later = asyncio.gather(_pack(plan, handle), _cancel(plan, handle), return_exceptions=True)
    try:
        with contextlib.suppress(WorkflowFailureError):
            await asyncio.wait_for(handle.result(), PATIENCE)
    except asyncio.TimeoutError:
        return f"is wrong: not over after {PATIENCE:.0f} s\n{await read_history(handle)!r}"
    finally:
        later.cancel()
        await asyncio.gather(later, return_exceptions=True)
    history = await read_history(handle)
    went_well = history.status == "completed"
    failed_undos = set() if went_well else await _failed_undos(handle)
    wrong = what_is_wrong(history.status, lab.shop.ledger(order.order_id), failed_undos, plan)
    if wrong:
        return f"is wrong: {wrong}\n{history!r}\n{lab.shop.ledger(order.order_id)!r}"
    return history.status + (" with a refused undo" if failed_undos else "")


def what_is_wrong(status: str, ledger: Ledger, failed_undos: set[str], plan: Plan) -> str:
    """Return a sentence if the books do not balance, else nothing."""
    left = {
        "cancel_shipment": len(ledger.open_shipments),
        "refund_payment": len(ledger.open_charges),
        "release_inventory": sum(not each.released for each in ledger.reservations),
    }
    if status == "completed":
        return "" if set(left.values()) == {1} else f"completed, and left {left}"
    if status not in ("failed", "cancelled"):
        return f"it is {status}"
    if not failed_undos <= plan.refused:
        return f"{failed_undos - plan.refused} given up, and the shop did not refuse it"
    open_things = {undo for undo, count in left.items() if count}
    return f"{status}, and left {left}" if not open_things <= failed_undos else ""


async def _failed_undos(handle: WorkflowHandle[Any, Any]) -> set[str]:
    """Ask the workflow; a worker that is killed takes the question with it, so ask again."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            answer: list[str] = await handle.query("failed_undos", rpc_timeout=timedelta(seconds=5))
            return set(answer)
        except RPCError:
            if time.monotonic() > deadline:
                raise


async def _pack(plan: Plan, handle: WorkflowHandle[Any, Any]) -> None:
    if plan.packed_after:
        await asyncio.sleep(plan.packed_after)
        await handle.signal("packed")


async def _cancel(plan: Plan, handle: WorkflowHandle[Any, Any]) -> None:
    if plan.cancelled_after is not None:
        await asyncio.sleep(plan.cancelled_after)
        with contextlib.suppress(RPCError):  # it may be over already
            await handle.cancel()


@pytest.mark.timeout(400)
async def test_the_worked_saga_balances_whatever_happens(lab: Lab) -> None:
    seeds = seeds_in(os.environ.get("SAGA_SEEDS", SEEDS))
    test_run = uuid.uuid4().hex[:8]
    task_queue = f"random-sagas-{test_run}"
    failed_undo.write_given(lab)
    write_module(MODULE, built.solution("failed_undo"), lab.workspace.work)
    client = silent(lab.client)
    gate = asyncio.Semaphore(AT_ONCE)

    async def one(seed: int) -> str:
        async with gate:
            return await befall(plan_of(seed), lab, client, task_queue, test_run)

    began = time.monotonic()
    async with Workers(
        client,
        MODULE,
        task_queue,
        folder=lab.workspace.work,
        environment=lab.address.environment,
        strikes={order_id(seed, test_run): plan_of(seed).strikes for seed in seeds},
    ) as workers:
        outcomes = await asyncio.gather(*map(one, seeds))
    failures = [
        f"seed {seed} {outcome}\n{plan_of(seed)}\nagain: SAGA_SEEDS={seed} pytest {__file__}"
        for seed, outcome in zip(seeds, outcomes, strict=True)
        if outcome.startswith("is wrong")
    ]
    print(
        f"{len(seeds)} sagas, {workers.kills} kills, {time.monotonic() - began:.0f} s:",
        dict(Counter(outcomes)),
    )
    assert not failures, "\n\n".join(failures)
    if "SAGA_SEEDS" not in os.environ:
        assert workers.kills >= 3
        assert {"completed", "failed", "cancelled"} <= {*outcomes}
