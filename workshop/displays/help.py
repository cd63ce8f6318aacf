"""A table of calls as HTML."""

from __future__ import annotations

from html import escape

from workshop.shop.client import Shop
from workshop.shop.help import SHOP, Help

_STYLE = """<style>
.workshop-help { color: var(--jp-content-font-color1, inherit); max-width: 70em; }
.workshop-help caption {
  caption-side: top; text-align: left; font-weight: 600; padding: 4px 0;
  color: var(--jp-content-font-color1, inherit);
}
table.workshop-help.workshop-help th, table.workshop-help.workshop-help td {
  text-align: left; vertical-align: top; padding: 3px 16px 3px 0; font-weight: 400;
  background: transparent; border-top: 1px solid var(--jp-border-color2, #8888);
  color: var(--jp-content-font-color1, inherit);
}
</style>"""


def as_html(value: Help | Shop) -> str:
    """Return a help as a table; the shop is shown as what it can be told to do."""
    table = SHOP if isinstance(value, Shop) else value
    rows = "".join(
        f'<tr><th scope="row"><code>{escape(call)}</code></th><td>{escape(does)}</td></tr>'
        for call, does in table.rows
    )
    note = f"<p>{escape(table.note)}</p>" if table.note else ""
    return (
        f'{_STYLE}<table class="workshop-help"><caption>{escape(table.title)}</caption>'
        f"<tbody>{rows}</tbody></table>{note}"
    )
