"""Trouble to order: what shall go wrong with which operation on which order, and how often.

An outage is trouble for all orders alike: while it lasts, nothing else is looked at. Otherwise a
call takes at most one delay and one other fault, each time the oldest that is left; one ordered
without a number of times never runs out and hides those of its sort that were ordered after it.
"""

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.shop.operations import FaultKind, Operation

EVERY_OPERATION = "*"
"""Stands for the whole shop in the list of outages."""


@dataclass(frozen=True)
class Fault:
    """What goes wrong. `status` belongs to the kind "status", `seconds` to the kind "delay"."""

    kind: FaultKind
    status: int | None = None
    seconds: float | None = None


def order_fault(
    db: sqlite3.Connection, operation: Operation, order_id: str, fault: Fault, times: int | None
) -> None:
    """Queue a fault for the next `times` calls, or for every call."""
    db.execute(
        "INSERT INTO faults (order_id, operation, kind, times_left, status, seconds)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (order_id, operation, fault.kind, times, fault.status, fault.seconds),
    )


def take_fault(
    db: sqlite3.Connection, operation: Operation, order_id: str, kinds: Sequence[FaultKind]
) -> Fault | None:
    """The fault this call has to suffer, counted down; None when all goes well."""
    row = db.execute(
        "SELECT seq, kind, status, seconds FROM faults"
        f" WHERE order_id = ? AND operation = ? AND kind IN ({', '.join('?' * len(kinds))})"
        " AND (times_left IS NULL OR times_left > 0) ORDER BY seq LIMIT 1",
        (order_id, operation, *kinds),
    ).fetchone()
    if row is None:
        return None
    db.execute("UPDATE faults SET times_left = times_left - 1 WHERE seq = ?", (row["seq"],))
    return Fault(row["kind"], row["status"], row["seconds"])


def clear_faults(db: sqlite3.Connection, order_id: str | None) -> int:
    """Forget the faults of one order, or all; returns how many were forgotten."""
    if order_id is None:
        return db.execute("DELETE FROM faults").rowcount
    return db.execute("DELETE FROM faults WHERE order_id = ?", (order_id,)).rowcount


def begin_outage(db: sqlite3.Connection, operation: str, status: int, seconds: float) -> None:
    """Let the operation, or all that `EVERY_OPERATION` stands for, fail for every order."""
    db.execute(
        "INSERT OR REPLACE INTO outages (operation, status, ends_at) VALUES (?, ?, ?)",
        (operation, status, time.time() + seconds),
    )


def outage(db: sqlite3.Connection, operation: Operation) -> Fault | None:
    """The fault that this operation has for every order at this moment, if any."""
    row = db.execute(
        "SELECT status FROM outages WHERE operation IN (?, ?) AND ends_at > ?"
        " ORDER BY operation = ? DESC",
        (operation, EVERY_OPERATION, time.time(), operation),
    ).fetchone()
    return None if row is None else Fault("status", row["status"])


def end_outages(db: sqlite3.Connection) -> int:
    """End all outages; returns how many there were."""
    return db.execute("DELETE FROM outages").rowcount
