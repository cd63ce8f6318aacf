"""A ledger as an HTML table."""

from __future__ import annotations

from html import escape

from workshop.shop.ledger import Ledger, rows

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


def as_html(ledger: Ledger) -> str:
    """The ledger as an HTML table that is readable in light and dark themes."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th><td>{escape(text)}</td></tr>'
        for name, text in rows(ledger)
    )
    caption = f"<caption>ledger of {escape(ledger.order_id)}</caption>"
    return f'{_STYLE}<table class="workshop-ledger">{caption}<tbody>{body}</tbody></table>'
