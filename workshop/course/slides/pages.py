"""A deck as one page that works without a network, and the instructor's notes as another.

The deck is one of Reveal.js (revealjs.com): *S* opens the speaker's view, with the notes, the next
slide, and a clock that knows how long each slide is meant to stand.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from workshop.course.slides.deck import Deck, Slide

_HERE = Path(__file__).parent


def deck_page(deck: Deck) -> str:
    """Return the deck as HTML: styles, scripts and pictures are all in it."""
    slides = "\n".join(map(_section, deck.slides))
    scripts = ["reveal/reveal.js", "reveal/notes.js"]
    if 'class="mermaid"' in slides:
        scripts.append("reveal/mermaid.js")
    scripts.append("page/deck.js")
    body = f'<div class="reveal" data-minutes="{deck.minutes}"><div class="slides">\n{slides}\n</div></div>'
    return _page(
        f"{deck.title} · slides",
        ["reveal/reset.css", "reveal/reveal.css", "page/colours.css", "page/deck.css"],
        "\n".join([body, *(f"<script>{_script(each)}</script>" for each in scripts)]),
    )


def notes_page(deck: Deck) -> str:
    """Return the notes as HTML, in the lesson's sections, to be read or printed."""
    body = [
        f"<h1>{html.escape(deck.title)}</h1>",
        f"<p>{deck.minutes} minutes. For the instructor: what to ask, what goes wrong, what to show.</p>",
        *_notes(deck),
    ]
    return _page(
        f"{deck.title} · notes",
        ["page/colours.css", "page/notes.css"],
        f"<main>{''.join(body)}</main>",
    )


def _notes(deck: Deck) -> Iterator[str]:
    for section, slides in groupby(deck.slides, key=lambda slide: slide.section):
        yield f"<section><h2>{html.escape(section or 'Before you begin')}</h2>"
        for slide in slides:
            minutes = f'<p class="minutes">{max(1, round(slide.seconds / 60))} min</p>'
            yield f'<article>{minutes}<div class="slide">{slide.html if section else ""}</div>{slide.notes}</article>'
        yield "</section>"


def _section(slide: Slide) -> str:
    return (
        f'<section data-timing="{slide.seconds}">\n{slide.html}'
        f'<aside class="notes">{slide.notes}</aside></section>'
    )


def _page(title: str, styles: list[str], body: str) -> str:
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title)}</title>\n"
        # An empty one: a browser asks no server for it.
        '<link rel="icon" href="data:,">\n'
        f"<style>{''.join(map(_text, styles))}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _script(name: str) -> str:
    # Within a page, the text of this tag would end the script.
    return _text(name).replace("</script", "<\\/script")


@lru_cache
def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
