"""Where every call is answered: faults, the idempotency key, the deed and the record of the call.

All of it is one transaction, so two calls with the same key have one effect and a fault ordered once
happens once. A delay comes after the deed: the shop does it and takes its time to say so, which is
what a caller that gives up too early has to reckon with.
"""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from workshop.shop import books
from workshop.shop.database import transaction
from workshop.shop.faults import Fault, outage, take_fault
from workshop.shop.operations import FaultKind, Operation

Deed = Callable[[sqlite3.Connection], books.Answer]


@dataclass(frozen=True)
class Reply:
    """What to send back, after how many seconds; or nothing at all, when the answer is lost."""

    status: int
    body: dict[str, Any]
    replayed: bool = False
    lost: bool = False
    seconds: float = 0.0


@dataclass(frozen=True)
class Request:
    """A call that is well formed. `body` is what the idempotency key vouches for."""

    operation: Operation
    order_id: str
    body: dict[str, Any]
    key: str | None

    @property
    def fingerprint(self) -> str:
        """Equal for two calls that ask for the same thing."""
        return json.dumps([self.operation, self.order_id, self.body], sort_keys=True)


def handle(db: sqlite3.Connection, request: Request, deed: Deed) -> Reply:
    """Do what the request asks, at most once for its key, and write the call down."""
    with transaction(db):
        if down := outage(db, request.operation):
            reply = _failure(request, down)
            record_call(db, request, reply)
            return reply
        delay = take_fault(db, request.operation, request.order_id, ["delay"])
        reply = _reply(db, request, deed)
        record_call(db, request, reply)
    return replace(reply, seconds=delay.seconds or 0.0) if delay else reply


def record_call(db: sqlite3.Connection, request: Request, reply: Reply) -> None:
    """Write the call into the ledger, whatever became of it."""
    db.execute(
        "INSERT INTO calls (order_id, operation, status, answer_lost, with_key, replayed)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            request.order_id,
            request.operation,
            reply.status,
            reply.lost,
            request.key is not None,
            reply.replayed,
        ),
    )


def _reply(db: sqlite3.Connection, request: Request, deed: Deed) -> Reply:
    stored = db.execute("SELECT * FROM answers WHERE key = ?", (request.key,)).fetchone()
    if stored is not None and stored["request"] != request.fingerprint:
        return refusal(
            422,
            "IdempotencyKeyReused",
            f"the Idempotency-Key {request.key!r} was used before for another request;"
            " use a key of its own for each thing to be done",
        )
    fault = take_fault(db, request.operation, request.order_id, _possible(stored is not None))
    if fault is not None and fault.kind != "lose_answer":
        return _failure(request, fault)
    lost = fault is not None
    if stored is not None:
        return Reply(stored["status"], json.loads(stored["body"]), replayed=True, lost=lost)
    try:
        status, body = deed(db)
    except books.RefusedError as error:
        return replace(refusal(error.status, error.kind, error.sentence), lost=lost)
    if request.key is not None:
        # Only what was done is remembered: what failed may be tried again with the same key.
        db.execute(
            "INSERT INTO answers (key, request, status, body) VALUES (?, ?, ?, ?)",
            (request.key, request.fingerprint, status, json.dumps(body)),
        )
    return Reply(status, body, lost=lost)


def _possible(already_done: bool) -> list[FaultKind]:
    # What was paid cannot be declined afterwards; the line can fail at any time.
    return ["status", "lose_answer"] if already_done else ["decline", "status", "lose_answer"]


def _failure(request: Request, fault: Fault) -> Reply:
    subject = f"{request.operation} for {request.order_id}"
    if fault.kind == "decline":
        return refusal(402, "PaymentDeclined", f"{subject} was declined")
    status = fault.status or 500
    kind = "BadRequest" if status < 500 else "Unavailable"
    return refusal(status, kind, f"{subject} failed, as it was told to")


def refusal(status: int, kind: str, sentence: str) -> Reply:
    """An answer that says no: `detail` for people, `type` for programs."""
    return Reply(status, {"detail": sentence, "type": kind})
