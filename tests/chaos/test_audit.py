"""The audit, on values: right orders are right, and each thing that is wrong has its name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.chaos.orders import TEAPOTS, cancelled, declined, mail, record, shipped
from workshop.chaos.audit import RULES, allowed_outcomes, what_is_wrong
from workshop.chaos.befall import Record
from workshop.chaos.faults import Fault
from workshop.chaos.plan import Answer, OrderPlan
from workshop.shop.ledger import Call, Charge, Reservation, Shipment

LARGE = OrderPlan("teapots for a hotel", answer=Answer(True, after=1.0))
CHARGE = Charge("order-17-charge-1", 42_00, refunded=False)
PARCEL = Shipment("order-17-shipment-1", "1 Tea Lane", cancelled=False)


def call(operation: str) -> Call:
    return Call(operation, 200, answer_lost=False, with_key=True, replayed=False)


def names(record: Record) -> list[str]:
    return [wrong.rule for wrong in what_is_wrong(record)]


@pytest.mark.parametrize("right", [shipped(), declined(), cancelled()], ids=lambda it: it.status)
def test_nothing_is_wrong_with_a_right_order(right: Record) -> None:
    assert what_is_wrong(right) == ()


def test_a_workflow_that_ends_as_cancelled_is_right_if_all_is_undone_and_told() -> None:
    assert names(replace(cancelled(), status="cancelled", result=None)) == []


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (replace(shipped(), status="failed", trouble="NameError: x"), ["no end"]),
        (replace(shipped(mails=()), status="running"), ["no end"]),
        (shipped(charges=(CHARGE, CHARGE)), ["charged twice"]),
        (shipped(charges=(replace(CHARGE, amount=1),)), ["charged twice"]),
        (declined(charges=(CHARGE,)), ["money kept"]),
        (cancelled(charges=(CHARGE,)), ["money kept"]),
        (declined(reservations=(Reservation("r", TEAPOTS, released=False),)), ["stock held"]),
        (shipped(charges=()), ["sent unpaid"]),
        (shipped(charges=(replace(CHARGE, refunded=True),)), ["sent unpaid"]),
        (shipped(reservations=()), ["sent unpaid"]),
        (shipped(shipments=(PARCEL, PARCEL)), ["sent twice"]),
        (record("declined"), ["given up"]),
        (declined(mails=()), ["told nothing"]),
        (declined(mails=(mail("shipped"), mail("declined"))), ["told twice"]),
        (declined(mails=(mail("shipped"),)), ["told wrong"]),
        (declined(mails=(mail("sorry"),)), ["told wrong"]),
        (declined(mails=(mail("declined", to="bob@example.com"),)), ["told wrong"]),
        (replace(declined(), result={"order_id": "order-17", "status": "shipped"}), ["told wrong"]),
        (replace(declined(), result={"order_id": "", "status": "declined"}), ["told wrong"]),
        (shipped(order=None), ["not on record"]),
        (declined(calls=(call("mail"), call("refund"))), ["told early"]),
        (shipped(calls=(call("mail"), call("ship"), call("mail"))), ["told early"]),
        (replace(declined(), result=None), ["told wrong"]),
        (replace(declined(), status="cancelled", result=None), ["told wrong"]),
        (replace(shipped(), cancelled="in time"), ["cancel ignored"]),
    ],
)
def test_what_is_wrong_has_its_name(wrong: Record, found: list[str]) -> None:
    assert names(wrong) == found


@pytest.mark.parametrize("answer", [None, Answer(False, after=1.0)])
def test_a_large_order_is_not_sent_without_approval(answer: Answer | None) -> None:
    assert "sent unasked" in names(replace(shipped(), plan=replace(LARGE, answer=answer)))


def test_a_large_order_is_not_sent_before_its_approval() -> None:
    assert "sent unasked" not in names(replace(shipped(), plan=LARGE))
    assert "sent unasked" in names(replace(shipped(), plan=LARGE, shipped_unasked=True))


def test_a_parcel_that_was_called_back_was_sent_all_the_same() -> None:
    called_back = replace(cancelled(), plan=LARGE, shipped_unasked=True)
    assert "sent unasked" in names(called_back)
    assert "sent unasked" not in names(replace(called_back, shipped_unasked=False))


def test_a_call_that_does_nothing_may_come_after_the_mail() -> None:
    late = (call("mail"), replace(call("refund"), replayed=True), replace(call("ship"), status=503))
    assert names(declined(calls=late)) == []


def test_a_cancel_in_time_decides_and_a_late_one_may() -> None:
    assert allowed_outcomes(shipped()) == {"shipped"}
    assert allowed_outcomes(replace(shipped(), cancelled="late")) == {"shipped", "cancelled"}
    assert allowed_outcomes(cancelled()) == {"cancelled"}
    assert allowed_outcomes(replace(declined(), cancelled="in time")) == {"declined", "cancelled"}


def test_money_that_a_running_workflow_may_still_give_back_is_not_held_against_it() -> None:
    assert names(replace(declined(charges=(CHARGE,)), status="running")) == ["no end"]
    twice = replace(declined(charges=(CHARGE, CHARGE)), status="running")
    assert names(twice) == ["no end", "charged twice"]


@pytest.mark.parametrize(
    ("plan", "refusal"),
    [
        (OrderPlan(), ""),
        (OrderPlan(faults=(Fault("busy", "charge", 2), Fault("lose", "ship", 1))), ""),
        (OrderPlan(faults=(Fault("decline", "charge"),)), "the payment is declined"),
        (OrderPlan(faults=(Fault("refuse", "ship"),)), "the shop refuses to ship"),
        (OrderPlan("golden teapot"), "the goods are out of stock"),
        (OrderPlan("teapots for a hotel"), "nobody approves it in time"),
        (replace(LARGE, answer=Answer(False, 0.0)), "it is rejected"),
        (LARGE, ""),
    ],
)
def test_a_plan_says_who_refuses_the_order(plan: OrderPlan, refusal: str) -> None:
    assert plan.refusal == refusal


def test_every_rule_is_a_sentence_of_its_own() -> None:
    assert len(set(RULES.values())) == len(RULES)
