"""What the shop can be told to do: a table of calls, an example each."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from workshop.shop.operations import OPERATIONS


@dataclass(frozen=True, repr=False)
class Help:
    """A table: for each row a call, as one would type it, and what it does."""

    title: str
    rows: tuple[tuple[str, str], ...]
    note: str = ""

    def __repr__(self) -> str:
        width = max(len(call) for call, _ in self.rows)
        lines = [self.title]
        for call, does in self.rows:
            wrapped = textwrap.wrap(does, max(96 - width, 30)) or [""]
            lines.append(f"  {call:{width}}  {wrapped[0]}")
            lines += [f"  {'':{width}}  {rest}" for rest in wrapped[1:]]
        return "\n".join([*lines, *([textwrap.fill(self.note, 98)] if self.note else [])])


SHOP = Help(
    "The shop. You can make it fail, for one order or for all:",
    (
        ('lab.shop.decline("charge", order.order_id)', "refuse it (402), and do nothing"),
        (
            'lab.shop.fail("reserve", order.order_id, status=503, times=2)',
            "answer the next two calls with an error, and do nothing",
        ),
        (
            'lab.shop.delay("reserve", order.order_id, seconds=5)',
            "do it at once, but answer only after five seconds",
        ),
        (
            'lab.shop.lose_answer("charge", order.order_id)',
            "do it, and cut the connection before the answer",
        ),
        ('lab.shop.go_down("charge", seconds=60)', "fail for everybody, until come_back()"),
        ("lab.shop.come_back()", "end that"),
        ("lab.shop.clear_faults()", "forget what was set for single orders"),
        ("lab.shop.ledger(order.order_id)", "look at what happened to an order"),
    ),
    f"What can be asked of the shop: {', '.join(OPERATIONS)}.",
)
