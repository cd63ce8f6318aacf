"""The lab as HTML: its text, and a link."""

from __future__ import annotations

from html import escape

from workshop.lab.lab import Lab


def as_html(lab: Lab) -> str:
    """Return what the lab is, with a link to its Web UI where it has one."""
    text = escape(repr(lab))
    if link := lab.web_ui:
        return (
            f'<p class="workshop-lab">{text} · <a href="{escape(link)}" '
            'target="_blank" rel="noopener">Temporal Web UI</a></p>'
        )
    return f'<p class="workshop-lab">{text}</p>'
