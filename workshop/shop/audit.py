"""Reading the books: what became of one order, and of all, as the JSON that `GET /ledger` sends."""

import json
import sqlite3
from dataclasses import asdict
from typing import Any

from workshop.shop.ledger import (
    Call,
    Charge,
    Item,
    Ledger,
    Mail,
    Order,
    Refund,
    Reservation,
    Shipment,
)


def read_order(db: sqlite3.Connection, order_id: str) -> dict[str, Any] | None:
    """The order as JSON, or None when it is not known."""
    order = _order(db, order_id)
    return None if order is None else asdict(order)


def read_ledger(db: sqlite3.Connection, order_id: str) -> dict[str, Any]:
    """Everything that happened to the order, as JSON; empty when nothing did."""
    return asdict(_ledger(db, order_id))


def read_summaries(db: sqlite3.Connection) -> list[dict[str, Any]]:
    """One line an order, in the order in which the shop first heard of them."""
    ids = db.execute("SELECT order_id FROM calls GROUP BY order_id ORDER BY min(seq)").fetchall()
    return [_summary(_ledger(db, row["order_id"])) for row in ids]


def _summary(ledger: Ledger) -> dict[str, Any]:
    return {
        "order_id": ledger.order_id,
        "status": ledger.order.status if ledger.order else None,
        "charges": len(ledger.charges),
        "open_charges": len(ledger.open_charges),
        "held_stock": ledger.held_stock,
        "shipments": len(ledger.shipments),
        "mails": len(ledger.mails),
        "calls": len(ledger.calls),
        "leftovers": list(ledger.leftovers),
    }


def _ledger(db: sqlite3.Connection, order_id: str) -> Ledger:
    def rows(columns: str, table: str) -> list[sqlite3.Row]:
        select = f"SELECT {columns} FROM {table} WHERE order_id = ? ORDER BY rowid"
        return db.execute(select, (order_id,)).fetchall()

    return Ledger(
        order_id=order_id,
        order=_order(db, order_id),
        charges=tuple(
            Charge(charge_id, amount, bool(refunded))
            for charge_id, amount, refunded in rows("id, amount, refunded", "charges")
        ),
        refunds=tuple(Refund(*row) for row in rows("id, charge_id, amount", "refunds")),
        reservations=tuple(
            Reservation(reservation_id, _items(items), bool(released))
            for reservation_id, items, released in rows("id, items, released", "reservations")
        ),
        shipments=tuple(
            Shipment(shipment_id, address, bool(cancelled))
            for shipment_id, address, cancelled in rows("id, address, cancelled", "shipments")
        ),
        mails=tuple(Mail(*row) for row in rows("id, recipient, subject", "mails")),
        calls=tuple(
            Call(operation, status, bool(lost), bool(with_key), bool(replayed))
            for operation, status, lost, with_key, replayed in rows(
                "operation, status, answer_lost, with_key, replayed", "calls"
            )
        ),
    )


def _order(db: sqlite3.Connection, order_id: str) -> Order | None:
    row = db.execute("SELECT * FROM orders WHERE order_id = ?", (order_id,)).fetchone()
    if row is None:
        return None
    return Order(row["status"], row["customer"], _items(row["items"]), row["reason"])


def _items(text: str) -> tuple[Item, ...]:
    return tuple(Item(**item) for item in json.loads(text))
