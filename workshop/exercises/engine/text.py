"""A piece of text that reads well in a notebook and in a terminal."""

from __future__ import annotations

import textwrap


class Text:
    """Prose, or code in a ``language``."""

    def __init__(self, text: str, *, language: str | None = None) -> None:
        self.text = text
        self.language = language

    def __repr__(self) -> str:
        return self.text if self.language else textwrap.fill(self.text, 98)
