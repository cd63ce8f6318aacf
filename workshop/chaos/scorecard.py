"""The verdict on a platform after a storm: a value with two faces, text and HTML.

What a storm does depends on the machine's speed; what was planned does not, and whether a platform
stood it does not. So the faces show the forecast and the verdict, and of what happened only what is
wrong: for a right platform they are the same each time.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workshop.chaos.audit import RULES, Wrong, what_is_wrong
from workshop.chaos.befall import Record
from workshop.chaos.plan import Storm

#: How many of the worst orders the faces show.
SHOWN = 3


@dataclass(frozen=True, repr=False)
class BadOrder:
    """An order that is not right: its record, and what is wrong with it."""

    record: Record
    wrong: tuple[Wrong, ...]

    @property
    def order_id(self) -> str:
        """Its id, which is also its workflow's."""
        return self.record.order_id

    def __repr__(self) -> str:
        rows = [self.order_id]
        rows += [f"{each.rule}: {each.happened}" for each in self.wrong]
        rows.append(f"its plan: {'; '.join(self.record.plan.story()) or 'nothing happens to it'}")
        return "\n".join(
            textwrap.fill(row, 94, initial_indent="  " * bool(number), subsequent_indent="    ")
            for number, row in enumerate(rows)
        )


@dataclass(frozen=True, repr=False)
class Scorecard:
    """What the audit found.

    Attributes:
        module: the platform's module.
        storm: what was planned.
        records: what became of each order.
    """

    module: str
    storm: Storm
    records: tuple[Record, ...]

    @cached_property
    def bad_orders(self) -> list[BadOrder]:
        """The orders that are not right, the worst first."""
        bad = [
            BadOrder(record, wrong) for record in self.records if (wrong := what_is_wrong(record))
        ]
        return sorted(bad, key=lambda order: (-len(order.wrong), order.order_id))

    @property
    def is_clean(self) -> bool:
        """Whether every order is right."""
        return not self.bad_orders

    @property
    def outcomes(self) -> dict[str, int]:
        """How often each outcome was told, and "nothing"."""
        told = Counter(
            record.ledger.mails[-1].subject if record.ledger.mails else "nothing"
            for record in self.records
        )
        return dict(sorted(told.items()))

    @property
    def heading(self) -> str:
        """The first line: the verdict."""
        all_of_them, bad = len(self.records), len(self.bad_orders)
        where = f"{self.module} in storm {self.storm.seed}"
        return (
            f"{'✗' if bad else '✓'} {where} · {all_of_them - bad} of {all_of_them} orders are right"
        )

    def __repr__(self) -> str:
        rows = [self.heading, "", "  What they went through"]
        rows += [f"    {count:>4}  {what}" for what, count in self.storm.forecast()]
        rows += [f"    {outage(self.storm)}", "", "  What the audit found"]
        rows += [f"    {mark} {rule:<56}{right}" for mark, rule, right in self.rules()]
        if self.bad_orders:
            rows += ["", f"  The worst of the {len(self.bad_orders)} that are not right"]
            rows += [textwrap.indent(repr(each), "    ") for each in self.bad_orders[:SHOWN]]
        return "\n".join(rows)

    def rules(self) -> Iterator[tuple[str, str, str]]:
        """Yield a mark, a rule, and how many orders keep it."""
        broken = Counter(
            rule for order in self.bad_orders for rule in {wrong.rule for wrong in order.wrong}
        )
        for rule, sentence in RULES.items():
            if broken[rule]:
                yield "✗", sentence, f"{rule}: {broken[rule]} of {len(self.records)}"
            else:
                yield "✓", sentence, "all"


def outage(storm: Storm) -> str:
    """Return how long nobody could reach the shop."""
    return f"For {storm.down_for:.1f} s the shop was down for everybody."
