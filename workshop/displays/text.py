"""A hint or a solution as HTML."""

from __future__ import annotations

import re
from html import escape

from workshop.exercises.engine.text import Text


def as_html(text: Text) -> str:
    """Return prose as a paragraph, and code as it is."""
    if text.language:
        return f'<pre class="workshop-text"><code>{escape(text.text)}</code></pre>'
    prose = re.sub("`([^`]+)`", r"<code>\1</code>", escape(text.text))
    return f'<p class="workshop-text">{prose}</p>'
