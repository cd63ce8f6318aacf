"""The audit of a storm as HTML."""

from __future__ import annotations

from html import escape

from workshop.chaos.scorecard import SHOWN, BadOrder, Scorecard, outage


def as_html(scorecard: Scorecard) -> str:
    """Return the scorecard as one self-contained `<div class="workshop-scorecard">`."""
    forecast = "".join(
        f"<tr><td>{count}</td><td>{escape(what)}</td></tr>"
        for what, count in scorecard.storm.forecast()
    )
    audit = "".join(
        f'<tr class="{"wsc-ok" if mark == "✓" else "wsc-bad"}"><td>{mark}</td>'
        f"<td>{escape(rule)}</td><td>{escape(right)}</td></tr>"
        for mark, rule, right in scorecard.rules()
    )
    worst = "".join(map(_order, scorecard.bad_orders[:SHOWN]))
    if worst:
        worst = (
            f'<p class="wsc-title">The worst of the {len(scorecard.bad_orders)} that are not right</p>'
            f"<ul>{worst}</ul>"
        )
    return (
        f'{STYLE}<div role="group" class="workshop-scorecard wsc-{"ok" if scorecard.is_clean else "bad"}" '
        f'aria-label="{escape(scorecard.heading)}"><strong>{escape(scorecard.heading)}</strong>'
        f'<div class="wsc-columns"><table><caption>What the audit found</caption>'
        '<thead><tr><th scope="col">verdict</th><th scope="col">rule</th>'
        f'<th scope="col">orders</th></tr></thead><tbody>{audit}</tbody></table>'
        "<table><caption>What they went through</caption>"
        '<thead><tr><th scope="col">how often</th><th scope="col">what</th></tr></thead>'
        f"<tbody>{forecast}</tbody></table></div><p>{escape(outage(scorecard.storm))}</p>"
        f"{worst}</div>"
    )


def _order(order: BadOrder) -> str:
    wrong = "".join(
        f"<dt>{escape(each.rule)}</dt><dd>{escape(each.happened)}</dd>" for each in order.wrong
    )
    story = escape("; ".join(order.record.plan.story()) or "nothing happens to it")
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
