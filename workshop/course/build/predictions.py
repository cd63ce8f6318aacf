"""Predictions and what happened: from a lesson's Markdown to what every front end can show.

In ``lesson.md``::

    **Predict.** We kill the worker. What will become of the order?

    - [ ] It fails.
    - [x] It waits for another worker.

and, after the cell that lets it happen::

    :::{dropdown} What happened
    Workflows do not live in workers …
    :::

The notebooks get an ordinary list, and ``<details>`` that are closed. With the course panel the list is
one to choose from, and what happened opens when the cell above it has run. A prediction without
choices gets a line to write in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

#: What begins a prediction.
PREDICT = "**Predict.**"

#: The title of what opens by itself when the cell above it has run; others wait for a click.
EXPLAINS = "What happened"

_CHOICE = re.compile(r"^- \[(?P<mark>[ x])\] ", re.MULTILINE)
_WHOLE_CHOICE = re.compile(_CHOICE.pattern + r"(?P<text>.+(?:\n  .+)*)", re.MULTILINE)
_DROPDOWN = re.compile(r"^:::\{dropdown\} (?P<title>.+)\n(?P<body>(?:.*\n)*?):::$", re.MULTILINE)


def predictions(source: str) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    """Yield what a Markdown cell asks to be guessed: the question, and each choice with whether it
    comes true. A question without choices is left out.
    """
    for part in source.split(PREDICT)[1:]:
        question, _, rest = part.partition("\n\n")
        choices = [
            (" ".join(found["text"].split()), found["mark"] == "x")
            for found in _WHOLE_CHOICE.finditer(rest)
        ]
        if choices:
            yield " ".join(question.split()), choices


def for_notebooks(source: str) -> tuple[str, dict[str, Any]]:
    """Return a Markdown cell's text for the notebooks, and what the panel has to know of it.

    That is ``prediction``, with ``happens``, the places from 0 of the choices that come true (empty
    for a free text), and ``explains`` where a cell holds what happened.

    Raises:
        ValueError: none of the choices comes true.
    """
    known: dict[str, Any] = {}
    if PREDICT in source:
        choices = _CHOICE.findall(source)
        happens = [place for place, mark in enumerate(choices) if mark == "x"]
        if choices and not happens:
            raise ValueError(f"none of these choices comes true: mark one with [x]\n{source}")
        known["prediction"] = {"happens": happens}
    elif _CHOICE.search(source):
        raise ValueError(f"choices without {PREDICT} before them\n{source}")
    if any(found["title"] == EXPLAINS for found in _DROPDOWN.finditer(source)):
        known["explains"] = True
    text = _CHOICE.sub("- ", source)
    text = _DROPDOWN.sub(
        lambda found: (
            f"<details>\n<summary>{found['title']}</summary>\n\n"
            f"{found['body'].strip()}\n\n</details>"
        ),
        text,
    )
    if ":::" in text:
        raise ValueError(f"a ::: that belongs to no {{dropdown}}\n{source}")
    return text, known
