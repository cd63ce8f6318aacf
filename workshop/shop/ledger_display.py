"""The two faces of a ledger: aligned text that never changes by itself, and a table for people."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from workshop.shop.operations import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workshop.shop.ledger import Call, Item, Ledger, Order

# Text and lines take the theme's colours where JupyterLab defines them, else those of the page.
# A class named twice in a selector outweighs JupyterLab's rule that aligns cells to the right.
_STYLE = """<style>
.workshop-ledger {
  border-collapse: collapse; font-size: var(--jp-content-font-size1, 14px);
  color: var(--jp-content-font-color1, inherit);
}
.workshop-ledger caption {
  caption-side: top; text-align: left; font-weight: 600; padding: 4px 0;
  color: var(--jp-content-font-color1, inherit);
}
table.workshop-ledger.workshop-ledger th, table.workshop-ledger.workshop-ledger td {
  text-align: left; vertical-align: top; padding: 3px 12px 3px 0; background: transparent;
  border-top: 1px solid var(--jp-border-color2, #8888);
  color: var(--jp-content-font-color1, inherit);
}
table.workshop-ledger th { font-weight: 400; color: var(--jp-content-font-color2, inherit); }
</style>"""


def as_text(ledger: Ledger) -> str:
    """The ledger as a small aligned table, the same for the same happenings."""
    rows = [f"  {name:<11}  {text}" for name, text in _rows(ledger)]
    return "\n".join([f"ledger of {ledger.order_id}", *rows])


def as_html(ledger: Ledger) -> str:
    """The ledger as an HTML table that is readable in light and dark themes."""
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>'
        for name, text in _rows(ledger)
    )
    caption = f"<caption>ledger of {escape(ledger.order_id)}</caption>"
    return f'{_STYLE}<table class="workshop-ledger">{caption}<tbody>{rows}</tbody></table>'


def _rows(ledger: Ledger) -> Iterator[tuple[str, str]]:
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
