"""What the shop does when asked: each operation as a function on the database.

A function runs inside the caller's transaction, checks before it writes, and returns the status and
the JSON body of the answer. Undos are harmless when there is nothing to undo. Money is in cents.
"""

import json
import reprlib
import sqlite3
from collections import Counter
from typing import Any

from workshop.shop.catalogue import CATALOGUE

Answer = tuple[int, dict[str, Any]]
Items = list[dict[str, Any]]


class RefusedError(Exception):
    """The shop will not do what was asked; nothing was written."""

    def __init__(self, status: int, kind: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.kind = kind
        self.sentence = sentence


def create_order(db: sqlite3.Connection, order_id: str, customer: str, items: Items) -> Answer:
    """Create the order, or bring the one with this id up to date (an upsert)."""
    _refuse_if_cancelled(db, order_id)
    for item in items:
        refuse_unknown_sku(item["sku"])
    known = db.execute("SELECT 1 FROM orders WHERE order_id = ?", (order_id,)).fetchone()
    db.execute(
        "INSERT INTO orders (order_id, status, customer, items) VALUES (?, 'created', ?, ?)"
        " ON CONFLICT (order_id) DO UPDATE SET customer = excluded.customer, items = excluded.items",
        (order_id, customer, json.dumps(items)),
    )
    total = sum(item["quantity"] * item["unit_price"] for item in items)
    return 200 if known else 201, {"order_id": order_id, "status": "created", "total": total}


def cancel_order(db: sqlite3.Connection, order_id: str, reason: str) -> Answer:
    """Cancel the order for good: refund, release, and refuse whatever comes late."""
    shipped = _ids(db, "SELECT id FROM shipments WHERE order_id = ? AND NOT cancelled", order_id)
    if shipped:
        raise RefusedError(
            409, "AlreadyShipped", f"order {order_id} is already shipped ({', '.join(shipped)})"
        )
    db.execute(
        "INSERT INTO orders (order_id, status, items, reason) VALUES (?, 'cancelled', '[]', ?)"
        " ON CONFLICT (order_id) DO UPDATE SET"
        " status = 'cancelled', reason = coalesce(reason, excluded.reason)",
        (order_id, reason),
    )
    _, refund_answer = refund(db, order_id)
    _, release_answer = release(db, order_id)
    body = {
        "order_id": order_id,
        "status": "cancelled",
        "refunded": refund_answer["refunded"],
        "released": release_answer["released"],
    }
    return 200, body


def charge(db: sqlite3.Connection, order_id: str, amount: int) -> Answer:
    """Charge the customer, each time it is asked."""
    _refuse_if_cancelled(db, order_id)
    charge_id = _next_id(db, "charges", "charge", order_id)
    db.execute(
        "INSERT INTO charges (id, order_id, amount) VALUES (?, ?, ?)", (charge_id, order_id, amount)
    )
    return 201, {"charge_id": charge_id, "order_id": order_id, "amount": amount}


def refund(db: sqlite3.Connection, order_id: str) -> Answer:
    """Refund every open charge of the order."""
    open_charges = db.execute(
        "SELECT id, amount FROM charges WHERE order_id = ? AND NOT refunded ORDER BY rowid",
        (order_id,),
    ).fetchall()
    for row in open_charges:
        db.execute(
            "INSERT INTO refunds (id, order_id, charge_id, amount) VALUES (?, ?, ?, ?)",
            (_next_id(db, "refunds", "refund", order_id), order_id, row["id"], row["amount"]),
        )
        db.execute("UPDATE charges SET refunded = 1 WHERE id = ?", (row["id"],))
    body = {
        "order_id": order_id,
        "refunded": [row["id"] for row in open_charges],
        "amount": sum(row["amount"] for row in open_charges),
    }
    return 200, body


def reserve(db: sqlite3.Connection, order_id: str, items: Items) -> Answer:
    """Take all the items off the shelf, or none."""
    _refuse_if_cancelled(db, order_id)
    for sku, asked in _quantities(items).items():
        left = available(db, sku)
        if left < asked:
            raise RefusedError(409, "OutOfStock", f"{sku}: {left} left, {asked} asked")
    for sku, asked in _quantities(items).items():
        db.execute("UPDATE stock SET available = available - ? WHERE sku = ?", (asked, sku))
    reservation_id = _next_id(db, "reservations", "reservation", order_id)
    db.execute(
        "INSERT INTO reservations (id, order_id, items) VALUES (?, ?, ?)",
        (reservation_id, order_id, json.dumps(items)),
    )
    return 201, {"reservation_id": reservation_id, "order_id": order_id}


def release(db: sqlite3.Connection, order_id: str) -> Answer:
    """Put everything the order holds back on the shelf."""
    held = db.execute(
        "SELECT id, items FROM reservations WHERE order_id = ? AND NOT released ORDER BY rowid",
        (order_id,),
    ).fetchall()
    for row in held:
        for sku, quantity in _quantities(json.loads(row["items"])).items():
            db.execute("UPDATE stock SET available = available + ? WHERE sku = ?", (quantity, sku))
        db.execute("UPDATE reservations SET released = 1 WHERE id = ?", (row["id"],))
    return 200, {"order_id": order_id, "released": [row["id"] for row in held]}


def ship(db: sqlite3.Connection, order_id: str, address: str | None) -> Answer:
    """Send the goods, each time it is asked."""
    _refuse_if_cancelled(db, order_id)
    shipment_id = _next_id(db, "shipments", "shipment", order_id)
    db.execute(
        "INSERT INTO shipments (id, order_id, address) VALUES (?, ?, ?)",
        (shipment_id, order_id, address),
    )
    return 201, {"shipment_id": shipment_id, "order_id": order_id}


def cancel_shipment(db: sqlite3.Connection, order_id: str) -> Answer:
    """Call back every shipment of the order."""
    under_way = _ids(db, "SELECT id FROM shipments WHERE order_id = ? AND NOT cancelled", order_id)
    db.execute("UPDATE shipments SET cancelled = 1 WHERE order_id = ?", (order_id,))
    return 200, {"order_id": order_id, "cancelled": under_way}


def mail(db: sqlite3.Connection, order_id: str, to: str, subject: str) -> Answer:
    """Write to somebody about the order, each time it is asked."""
    mail_id = _next_id(db, "mails", "mail", order_id)
    db.execute(
        "INSERT INTO mails (id, order_id, recipient, subject) VALUES (?, ?, ?, ?)",
        (mail_id, order_id, to, subject),
    )
    return 201, {"mail_id": mail_id, "order_id": order_id}


def available(db: sqlite3.Connection, sku: str) -> int:
    """How many of this sku can still be reserved; refuses a sku that is not in the catalogue."""
    refuse_unknown_sku(sku)
    return int(db.execute("SELECT available FROM stock WHERE sku = ?", (sku,)).fetchone()[0])


def next_order_number(db: sqlite3.Connection) -> int:
    """Take the next order number, counted from 1."""
    return int(
        db.execute("INSERT INTO order_numbers DEFAULT VALUES RETURNING number").fetchone()[0]
    )


def refuse_unknown_sku(sku: str) -> None:
    """Refuse, with the list of what there is, a sku that the shop does not sell."""
    if sku not in CATALOGUE:
        raise RefusedError(
            422,
            "UnknownSku",
            f"the shop does not sell {reprlib.repr(sku)}; it has {', '.join(CATALOGUE)}",
        )


def _refuse_if_cancelled(db: sqlite3.Connection, order_id: str) -> None:
    row = db.execute("SELECT status FROM orders WHERE order_id = ?", (order_id,)).fetchone()
    if row is not None and row["status"] == "cancelled":
        raise RefusedError(409, "OrderCancelled", f"order {order_id} is cancelled")


def _next_id(db: sqlite3.Connection, table: str, noun: str, order_id: str) -> str:
    count = db.execute(f"SELECT count(*) FROM {table} WHERE order_id = ?", (order_id,)).fetchone()
    return f"{order_id}-{noun}-{count[0] + 1}"


def _ids(db: sqlite3.Connection, select: str, order_id: str) -> list[str]:
    return [row["id"] for row in db.execute(f"{select} ORDER BY rowid", (order_id,))]


def _quantities(items: Items) -> Counter[str]:
    quantities: Counter[str] = Counter()
    for item in items:
        quantities[item["sku"]] += item["quantity"]
    return quantities
