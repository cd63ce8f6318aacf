"""A piece of text that reads well in a notebook and in a terminal."""

from __future__ import annotations

import html
import textwrap


class Text:
    """Prose, or code in a ``language``, with a text and an HTML face."""

    def __init__(self, text: str, *, language: str | None = None) -> None:
        self.text = text
        self.language = language

    def __repr__(self) -> str:
        return self.text if self.language else textwrap.fill(self.text, 98)

    def _repr_html_(self) -> str:
        if self.language:
            return f'<pre class="workshop-text"><code>{html.escape(self.text)}</code></pre>'
        return f'<p class="workshop-text">{html.escape(self.text)}</p>'
