"""`lab.chaos`: what it needs, and that an outage hits and ends."""

from __future__ import annotations

import re

import pytest

from tests.chaos.storms import storm_over
from workshop.chaos.faults import Fault
from workshop.chaos.plan import OrderPlan, Storm
from workshop.chaos.strikes import Moment, When
from workshop.errors import LabError
from workshop.lab.lab import Lab
from workshop.modules.files import write_module

PLATFORM = """
import asyncio
from datetime import timedelta
from temporalio import workflow
from temporalio.common import RetryPolicy
with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, OrderResult, PlatformOrder, send_notification

@workflow.defn
class OrderPlatform:
    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        order = placed.order
        sending = workflow.start_activity(
            send_notification,
            NotificationInput(order.order_id, [order.customer], "declined"),
            start_to_close_timeout=timedelta(seconds=3),
            retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100)),
        )
        while not sending.done():
            try:
                await asyncio.shield(sending)
            except asyncio.CancelledError:
                pass  # the mail goes out all the same
        if order.items[0].quantity == 30:
            raise RuntimeError("too many teapots")
        return OrderResult(order.order_id, "declined")
"""


async def test_a_module_that_is_not_there_is_named(lab: Lab) -> None:
    with pytest.raises(LabError, match=r"no work/nowhere.py"):
        await lab.chaos("nowhere")


@pytest.mark.parametrize("orders", [0, 501])
async def test_the_number_of_orders_has_bounds(lab: Lab, orders: int) -> None:
    with pytest.raises(ValueError, match="between 1 and 500"):
        await lab.chaos("order_platform", orders=orders)


async def test_each_order_gets_what_is_planned_for_it(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_module("tiny_platform", PLATFORM, lab.workspace.work)
    refused = (Fault("refuse", "ship"),)
    plans = (
        OrderPlan(faults=refused),
        OrderPlan(),
        OrderPlan("teapots for a hotel", faults=refused),
        OrderPlan(faults=(*refused, Fault("lose", "mail", 1))),
        OrderPlan(faults=refused, cancelled_at=Moment("1", "after")),
    )
    monkeypatch.setattr("workshop.chaos.storm.SILENCE", 0.2)
    said: list[str] = []
    card = await storm_over(lab, "tiny_platform", Storm(plans), tell=said.append)
    assert said
    assert all(re.fullmatch(r"[0-5] of 5 orders have ended …", each) for each in said), said
    wrong = {bad.order_id[-1]: [each.rule for each in bad.wrong] for bad in card.bad_orders}
    assert wrong == {"1": ["given up"], "2": ["no end"]}
    assert "RuntimeError: too many teapots" in repr(card)
    ledgers = [record.ledger for record in card.records]
    assert [len(ledger.mails) for ledger in ledgers] == [1] * len(plans)
    assert [call.answer_lost for call in ledgers[3].calls_of("mail")].count(True) == 1
    assert card.records[4].cancelled == "in time"


@pytest.mark.parametrize("when", ["before", "after"])
async def test_an_order_outlives_the_worker_that_is_killed_over_it(lab: Lab, when: When) -> None:
    write_module("tiny_platform", PLATFORM, lab.workspace.work)
    plan = OrderPlan(faults=(Fault("refuse", "ship"),), killed_at=Moment("1", when))
    card = await storm_over(lab, "tiny_platform", Storm((plan,)))
    assert card.is_clean, card
    mails = card.records[0].ledger.calls_of("mail")
    assert [call.replayed for call in mails] == ([False] if when == "before" else [False, True])


async def test_the_shop_is_down_for_everybody_and_comes_back(lab: Lab) -> None:
    write_module("tiny_platform", PLATFORM, lab.workspace.work)
    storm = Storm((OrderPlan(), OrderPlan()), down_for=2.0)
    card = await storm_over(lab, "tiny_platform", storm)
    for record in card.records:
        statuses = [call.status for call in record.ledger.calls_of("mail")]
        assert statuses[0] == 503
        assert statuses[-1] == 201
