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
from html import escape

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
        rows.append(f"its plan: {'; '.join(self.record.plan.story()) or 'nothing befalls it'}")
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
        rows = [self.heading, "", "  What lay in wait for them"]
        rows += [f"    {count:>4}  {what}" for what, count in self.storm.forecast()]
        rows += [f"    {_outage(self.storm)}", "", "  What the audit found"]
        rows += [f"    {mark} {rule:<56}{right}" for mark, rule, right in self._rules()]
        if self.bad_orders:
            rows += ["", f"  The worst of the {len(self.bad_orders)} that are not right"]
            rows += [textwrap.indent(repr(each), "    ") for each in self.bad_orders[:SHOWN]]
        return "\n".join(rows)

    def _repr_html_(self) -> str:
        forecast = "".join(
            f"<tr><td>{count}</td><td>{escape(what)}</td></tr>"
            for what, count in self.storm.forecast()
        )
        audit = "".join(
            f'<tr class="{"wsc-ok" if mark == "✓" else "wsc-bad"}"><td>{mark}</td>'
            f"<td>{escape(rule)}</td><td>{escape(right)}</td></tr>"
            for mark, rule, right in self._rules()
        )
        worst = "".join(map(_as_html, self.bad_orders[:SHOWN]))
        if worst:
            worst = (
                f'<p class="wsc-title">The worst of the {len(self.bad_orders)} that are not right</p>'
                f"<ul>{worst}</ul>"
            )
        return (
            f'{STYLE}<div role="group" class="workshop-scorecard wsc-{"ok" if self.is_clean else "bad"}" '
            f'aria-label="{escape(self.heading)}"><strong>{escape(self.heading)}</strong>'
            f'<div class="wsc-columns"><table><caption>What the audit found</caption>'
            '<thead><tr><th scope="col">verdict</th><th scope="col">rule</th>'
            f'<th scope="col">orders</th></tr></thead><tbody>{audit}</tbody></table>'
            "<table><caption>What lay in wait for them</caption>"
            '<thead><tr><th scope="col">how often</th><th scope="col">what</th></tr></thead>'
            f"<tbody>{forecast}</tbody></table></div><p>{escape(_outage(self.storm))}</p>"
            f"{worst}</div>"
        )

    def _rules(self) -> Iterator[tuple[str, str, str]]:
        """Yield a mark, a rule, and how many orders keep it."""
        broken = Counter(
            rule for order in self.bad_orders for rule in {wrong.rule for wrong in order.wrong}
        )
        for rule, sentence in RULES.items():
            if broken[rule]:
                yield "✗", sentence, f"{rule}: {broken[rule]} of {len(self.records)}"
            else:
                yield "✓", sentence, "all"


def _outage(storm: Storm) -> str:
    return f"For {storm.down_for:.1f} s the shop was down for everybody."


def _as_html(order: BadOrder) -> str:
    wrong = "".join(
        f"<dt>{escape(each.rule)}</dt><dd>{escape(each.happened)}</dd>" for each in order.wrong
    )
    story = escape("; ".join(order.record.plan.story()) or "nothing befalls it")
    return (
        f"<li><strong>{escape(order.order_id)}</strong><dl>{wrong}"
        f"<dt>its plan</dt><dd>{story}</dd></dl></li>"
    )


# A class named twice in a selector outweighs JupyterLab's rule that aligns cells to the right.
STYLE = """<style>
.workshop-scorecard {
  border: 1px solid var(--jp-border-color1, #bdbdbd); border-left-width: 5px; border-radius: 3px;
  padding: 8px 14px; max-width: 66em; overflow-x: auto;
  color: var(--jp-content-font-color1, inherit); font-size: var(--jp-content-font-size1, 14px);
}
.workshop-scorecard.wsc-ok { border-left-color: var(--jp-success-color1, #2e7d32); }
.workshop-scorecard.wsc-bad { border-left-color: var(--jp-error-color1, #c62828); }
.workshop-scorecard .wsc-columns { display: flex; flex-wrap: wrap; gap: 8px 48px; }
.workshop-scorecard table { border-collapse: collapse; margin: 10px 0 4px; color: inherit; font-size: inherit; }
.workshop-scorecard caption, .workshop-scorecard .wsc-title {
  text-align: left; font-weight: 600; font-size: inherit; padding: 2px 0; margin: 8px 0 0;
  color: var(--jp-content-font-color1, inherit);
}
.workshop-scorecard.workshop-scorecard th, .workshop-scorecard.workshop-scorecard td {
  text-align: left; vertical-align: top; padding: 2px 12px 2px 0; background: transparent;
  color: var(--jp-content-font-color1, inherit);
}
.workshop-scorecard th { font-weight: 400; color: var(--jp-content-font-color2, #616161); }
.workshop-scorecard tr.wsc-bad td { font-weight: 600; }
.workshop-scorecard ul { list-style: none; margin: 4px 0 0; padding: 0; }
.workshop-scorecard p { margin: 4px 0; }
.workshop-scorecard dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; width: auto; margin: 2px 0 8px 1.2em; }
.workshop-scorecard dt { margin: 0; padding: 0; font-weight: 400; color: var(--jp-content-font-color2, #616161); }
.workshop-scorecard dd { margin: 0; padding: 0; overflow-wrap: anywhere; }
</style>"""
