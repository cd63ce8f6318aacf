"""What is wrong with an order: its ledger and its workflow, against what befell it.

Pure functions over values. What really happened is read from the ledger: an order was sent if a
parcel is under way. Then everything about it has to be there; if not, nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile

from workshop.chaos.befall import Record
from workshop.chaos.plan import Outcome

#: What has to hold for every order, by the name of what is wrong when it does not.
RULES = {
    "no end": "every workflow comes to its end, and returns",
    "charged twice": "no customer is charged twice, nor a wrong amount",
    "money kept": "no money is kept for an order that is not shipped",
    "stock held": "no stock is held for an order that is not shipped",
    "sent unpaid": "nothing is shipped that is not paid for and reserved",
    "sent twice": "nothing is shipped twice",
    "sent unasked": "no large order is shipped without approval",
    "not on record": "every order that is shipped is created in the shop",
    "cancel ignored": "no order is shipped that was cancelled before that",
    "given up": "no order is given up for trouble that passes",
    "told nothing": "each customer is told",
    "told twice": "nobody is told twice",
    "told early": "nobody is told before all is over",
    "told wrong": "what they are told is what happened",
}


#: The calls that move money or goods, as the ledger names them.
_OF_CONSEQUENCE = ("reserve", "charge", "ship", "cancel_shipment", "refund", "release")


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong with an order: a name of `RULES`, and what was seen."""

    rule: str
    happened: str


def allowed_outcomes(record: Record) -> set[Outcome]:
    """Return the outcomes that are right for what befell the order."""
    base: Outcome = "declined" if record.plan.refusal else "shipped"
    if record.cancelled == "in time" and base == "shipped":
        return {"cancelled"}
    return {base, "cancelled"} if record.cancelled else {base}


def what_is_wrong(record: Record) -> tuple[Wrong, ...]:
    """Return all that is wrong with the order, in the order of `RULES`."""
    found = [
        *_with_its_end(record),
        *_with_the_goods(record),
        *_with_the_approval(record),
        *_with_the_mail(record),
    ]
    return tuple(sorted(found, key=lambda wrong: [*RULES].index(wrong.rule)))


def _with_its_end(record: Record) -> Iterator[Wrong]:
    if record.status == "running":
        yield Wrong("no end", f"the workflow still runs. {record.trouble}".strip())
    elif record.status not in ("completed", "cancelled"):
        yield Wrong("no end", f"the workflow {record.status}: {record.trouble}")


def _with_the_goods(record: Record) -> Iterator[Wrong]:
    """What the shop's books say. What a running workflow may still undo is not held against it."""
    ledger = record.ledger
    total = record.plan.order(record.order_id).total
    if len(ledger.charges) > 1:
        yield Wrong("charged twice", f"the ledger shows {len(ledger.charges)} charges")
    elif ledger.charges and ledger.charges[0].amount != total:
        yield Wrong(
            "charged twice",
            f"{_money(ledger.charges[0].amount)} was charged for goods of {_money(total)}",
        )
    if record.status == "running":
        return
    if ledger.open_shipments:
        yield from _with_a_parcel(record)
        return
    if ledger.open_charges:
        yield Wrong("money kept", f"{ledger.open_charges[0].id} is open, and nothing is shipped")
    if ledger.held_stock:
        held = ", ".join(f"{sku} × {count}" for sku, count in ledger.held_stock.items())
        yield Wrong("stock held", f"{held} held, and nothing is shipped")
    if allowed_outcomes(record) == {"shipped"}:
        yield Wrong("given up", "it is not shipped, and nobody had refused or cancelled it")


def _with_a_parcel(record: Record) -> Iterator[Wrong]:
    ledger = record.ledger
    wanted = {item.sku: item.quantity for item in record.plan.order(record.order_id).items}
    if not ledger.open_charges:
        yield Wrong("sent unpaid", "a parcel is under way, and no charge is open")
    elif ledger.held_stock != wanted:
        yield Wrong("sent unpaid", "a parcel is under way, and its goods are not reserved once")
    if len(ledger.shipments) > 1:
        yield Wrong("sent twice", f"the ledger shows {len(ledger.shipments)} shipments")
    if ledger.order is None:
        yield Wrong("not on record", "a parcel is under way, and the shop has no such order")
    if allowed_outcomes(record) == {"cancelled"}:
        yield Wrong("cancel ignored", "the shipment began after the cancel was in the history")


def _with_the_approval(record: Record) -> Iterator[Wrong]:
    """A parcel that was called back later was sent all the same."""
    if not record.plan.is_large or not record.ledger.shipments:
        return
    now = "is" if record.ledger.open_shipments else "was"
    if not (record.plan.answer and record.plan.answer.approved):
        said = "it was rejected" if record.plan.answer else "nobody approved it"
        yield Wrong("sent unasked", f"a parcel {now} under way, and {said}")
    elif record.shipped_unasked:
        yield Wrong("sent unasked", "the parcel was under way before the order was approved")


def _with_the_mail(record: Record) -> Iterator[Wrong]:
    mails = record.ledger.mails
    later = [
        call.operation
        for call in dropwhile(lambda call: call.operation != "mail", record.ledger.calls)
        if call.operation in _OF_CONSEQUENCE and call.status < 400 and not call.replayed
    ]
    if mails and later:
        yield Wrong("told early", f'the mail says "{mails[0].subject}", and then came {later[-1]}')
    if len(mails) > 1:
        subjects = ", ".join(f'"{mail.subject}"' for mail in mails)
        yield Wrong("told twice", f"{len(mails)} mails: {subjects}")
    if record.status == "running":
        return
    if not mails:
        yield Wrong("told nothing", "no mail was sent")
        return
    customer = record.plan.order(record.order_id).customer
    strangers = [mail.to for mail in mails if mail.to != customer]
    if strangers:
        yield Wrong("told wrong", f"a mail went to {strangers[0]}, the customer is {customer}")
        return
    told = mails[-1].subject
    may_be = allowed_outcomes(record) & (
        {"shipped"} if record.ledger.open_shipments else {"declined", "cancelled"}
    )
    if may_be and told not in may_be:
        wanted = " or ".join(f'"{each}"' for each in sorted(may_be))
        yield Wrong("told wrong", f'the mail says "{told}", and it should say {wanted}')
    elif told not in ("shipped", "declined", "cancelled"):
        yield Wrong("told wrong", f'the mail says "{told}"')
    elif record.status == "cancelled" and told != "cancelled":
        yield Wrong("told wrong", f'the mail says "{told}", and the workflow ended as cancelled')
    elif record.status == "completed" and not _is_returned(record, told):
        yield Wrong("told wrong", f'the mail says "{told}", and run() returned {record.result!r}')


def _is_returned(record: Record, told: str) -> bool:
    """Whether run() returned this of this order."""
    wanted = {"order_id": record.order_id, "status": told}
    return isinstance(record.result, dict) and wanted.items() <= record.result.items()


def _money(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"
