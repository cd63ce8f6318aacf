"""What really happened to an order, as values: the evidence a check judges and a learner looks at.

The service fills a `Ledger` from its database and the client from the service's JSON, so there is
one description of it. Amounts are in cents.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workshop.shop.operations import OPERATIONS


@dataclass(frozen=True)
class Item:
    """So many of one sku; `unit_price` is known for an order's items, not for reserved ones."""

    sku: str
    quantity: int
    unit_price: int | None = None


@dataclass(frozen=True)
class Order:
    """The order as the shop knows it: "created", or "cancelled" for a `reason`.

    An order cancelled before it was created has no customer and no items.
    """

    status: str
    customer: str | None
    items: tuple[Item, ...]
    reason: str | None

    @property
    def total(self) -> int:
        """What the items cost together, in cents."""
        return sum(item.quantity * (item.unit_price or 0) for item in self.items)


@dataclass(frozen=True)
class Charge:
    """Money taken from the customer; `refunded` when it went back."""

    id: str
    amount: int
    refunded: bool


@dataclass(frozen=True)
class Refund:
    """Money given back for one charge."""

    id: str
    charge_id: str
    amount: int


@dataclass(frozen=True)
class Reservation:
    """Goods taken off the shelf; `released` when they went back."""

    id: str
    items: tuple[Item, ...]
    released: bool


@dataclass(frozen=True)
class Shipment:
    """Goods on their way; `cancelled` when they were called back."""

    id: str
    address: str | None
    cancelled: bool


@dataclass(frozen=True)
class Mail:
    """A message that was sent: there is no way to take it back."""

    id: str
    to: str
    subject: str


@dataclass(frozen=True)
class Call:
    """One HTTP call that reached the shop, and the status the shop answered with.

    `answer_lost`: the caller never saw that answer. `replayed`: nothing was done, because the
    idempotency key had been used before, and the stored answer was sent again.
    """

    operation: str
    status: int
    answer_lost: bool
    with_key: bool
    replayed: bool


@dataclass(frozen=True, repr=False)
class Ledger:
    """Everything that happened to one order, each sort in the order in which it happened."""

    order_id: str
    order: Order | None
    charges: tuple[Charge, ...]
    refunds: tuple[Refund, ...]
    reservations: tuple[Reservation, ...]
    shipments: tuple[Shipment, ...]
    mails: tuple[Mail, ...]
    calls: tuple[Call, ...]

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Ledger":
        """The ledger in the JSON of `GET /ledger/{order_id}`."""
        order = data["order"]
        return cls(
            order_id=data["order_id"],
            order=order and Order(**{**order, "items": _items(order["items"])}),
            charges=tuple(Charge(**each) for each in data["charges"]),
            refunds=tuple(Refund(**each) for each in data["refunds"]),
            reservations=tuple(
                Reservation(**{**each, "items": _items(each["items"])})
                for each in data["reservations"]
            ),
            shipments=tuple(Shipment(**each) for each in data["shipments"]),
            mails=tuple(Mail(**each) for each in data["mails"]),
            calls=tuple(Call(**each) for each in data["calls"]),
        )

    @property
    def open_charges(self) -> tuple[Charge, ...]:
        """The charges that were not refunded."""
        return tuple(charge for charge in self.charges if not charge.refunded)

    @property
    def open_shipments(self) -> tuple[Shipment, ...]:
        """The shipments that were not cancelled."""
        return tuple(shipment for shipment in self.shipments if not shipment.cancelled)

    @property
    def held_stock(self) -> dict[str, int]:
        """How many of each sku the order's reservations still hold."""
        held: Counter[str] = Counter()
        for reservation in self.reservations:
            if not reservation.released:
                for item in reservation.items:
                    held[item.sku] += item.quantity
        return dict(held)

    @property
    def leftovers(self) -> tuple[str, ...]:
        """The ids of open charges, held reservations and shipments: empty when all is undone."""
        held = [reservation for reservation in self.reservations if not reservation.released]
        return (
            *(charge.id for charge in self.open_charges),
            *(reservation.id for reservation in held),
            *(shipment.id for shipment in self.open_shipments),
        )

    def calls_of(self, operation: str) -> tuple[Call, ...]:
        """The calls of one operation, for example `ledger.calls_of("charge")`."""
        return tuple(call for call in self.calls if call.operation == operation)

    def __repr__(self) -> str:
        told = [f"  {name:<11}  {text}" for name, text in rows(self)]
        return "\n".join([f"ledger of {self.order_id}", *told])


def _items(data: list[dict[str, Any]]) -> tuple[Item, ...]:
    return tuple(Item(**item) for item in data)


def rows(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """Yield what a ledger has to tell, a word and a line each, the same for the same happenings."""
    yield "order", _order(ledger.order)
    for charge in ledger.charges:
        state = "refunded" if charge.refunded else "open"
        yield "charge", f"{charge.id} · {_money(charge.amount)} · {state}"
    for reservation in ledger.reservations:
        state = "released" if reservation.released else "held"
        yield "reservation", f"{reservation.id} · {_goods(reservation.items)} · {state}"
    for shipment in ledger.shipments:
        parts = [shipment.id, shipment.address, "cancelled" if shipment.cancelled else "under way"]
        yield "shipment", " · ".join(part for part in parts if part)
    for mail in ledger.mails:
        yield "mail", f"{mail.id} · to {mail.to} · {mail.subject}"
    yield "calls", _calls(ledger)


def _order(order: Order | None) -> str:
    if order is None:
        return "not created"
    parts = [order.status]
    if order.reason is not None:
        parts.append(order.reason)
    if order.customer is not None:
        count = sum(item.quantity for item in order.items)
        parts += [
            order.customer,
            f"{count} {'item' if count == 1 else 'items'}",
            _money(order.total),
        ]
    return " · ".join(parts)


def _calls(ledger: Ledger) -> str:
    # By operation, because the calls of parallel activities arrive either way round.
    groups = [
        f"{operation} {', '.join(_outcome(call) for call in calls)}"
        for operation in OPERATIONS
        if (calls := ledger.calls_of(operation))
    ]
    return " · ".join(groups) or "none"


def _outcome(call: Call) -> str:
    outcome = "answer lost" if call.answer_lost else str(call.status)
    return f"{outcome} (replayed)" if call.replayed else outcome


def _goods(items: tuple[Item, ...]) -> str:
    return ", ".join(f"{item.sku} × {item.quantity}" for item in items)


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
