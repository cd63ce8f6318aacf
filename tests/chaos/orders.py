"""Records of orders to audit: a right one of each outcome, made of values."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workshop.chaos.befall import Record
from workshop.chaos.faults import Fault
from workshop.chaos.plan import OrderPlan
from workshop.shop.ledger import Charge, Item, Ledger, Mail, Order, Reservation, Shipment

TEAPOTS = (Item("teapot", 2),)


def mail(subject: str, to: str = "ada@example.com") -> Mail:
    return Mail("mail", to, subject)


def ledger(*, sent: bool, told: str, **changes: Any) -> Ledger:
    """Return the ledger of Ada's two teapots, sent or undone."""
    right = Ledger(
        order_id="order-17",
        order=Order("created", "ada@example.com", TEAPOTS, None),
        charges=(Charge("order-17-charge-1", 42_00, refunded=not sent),),
        refunds=(),
        reservations=(Reservation("order-17-reservation-1", TEAPOTS, released=not sent),),
        shipments=(Shipment("order-17-shipment-1", "1 Tea Lane", cancelled=not sent),),
        mails=(mail(told),),
        calls=(),
    )
    return replace(right, **changes)


def record(told: str, plan: OrderPlan | None = None, **changes: Any) -> Record:
    """Return the record of an order that is all right, or with these changes of its ledger."""
    books = ledger(sent=told == "shipped", told=told, **changes)
    result = {"order_id": "order-17", "status": told}
    return Record("order-17", plan or OrderPlan(), books, result=result)


def shipped(**changes: Any) -> Record:
    return record("shipped", **changes)


def declined(**changes: Any) -> Record:
    return record("declined", OrderPlan(faults=(Fault("refuse", "ship"),)), **changes)


def cancelled(**changes: Any) -> Record:
    return replace(record("cancelled", **changes), cancelled="in time")
