"""Slides and instructor's notes: from a lesson's cells to the deck that `workshop slides` shows.

In ``lesson.md``, beside what they introduce::

    +++ {"role": "slide"}

    ## A failed workflow takes nothing back

    **Who has Ada's money now?**

    +++ {"role": "notes"}

    **Ask.** …

    **Goes wrong.** …

    **Show.** …

    +++

A slide with ``"exercise": "undo_in_reverse"`` says in a sentence what that exercise asks for; it gets
its heading, its minutes and a timer here. The deck's first slide is made of the lesson's beginning.
Neither goes into the notebooks.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it import MarkdownIt
from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name

from workshop.course.build.predictions import predictions
from workshop.lessons import Lesson
from workshop.notebook.built import SECTION, sections_of

#: What becomes of cells that are for the instructor.
ROLES = ("slide", "notes")

#: What a slide may hold: letters of a heading, words beside code and picture, lines of code, columns.
HEADING, WORDS, CODE, COLUMNS = 45, 40, 10, 64

#: What the notes of a section say, each at the beginning of a paragraph.
TOLD = ("**Ask.**", "**Goes wrong.**", "**Show.**")

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def deck_of(lesson: Lesson, source: NotebookNode) -> dict[str, Any]:
    """Return a lesson's deck, as it is written to its file.

    ``title``, ``minutes`` and ``slides``: of each its ``section`` in the lesson, its ``html``, its
    ``notes`` (HTML too), and the ``seconds`` that it is meant to stand.
    """
    practice = dict(zip((each.name for each in lesson.exercises), lesson.practice, strict=True))
    lead = source.cells[0].source
    made = [_slide("", _title(lead), _rest(lead))]
    for section, slide, notes in _with_notes(source):
        name = slide.metadata.get("exercise", "")
        body = _rendered(slide.source)
        if name:
            body = (
                f'<p class="turn">Your turn</p>\n<h2>{html.escape(name)}</h2>\n{body}'
                f'<p class="timer" data-minutes="{practice[name]}"></p>\n'
            )
        made.append(_slide(section, body, notes, practice.get(name, 0) * 60))
    talk = [each for each in made if not each["seconds"]]
    left = (lesson.minutes - sum(lesson.practice)) * 60
    for each in talk:
        each["seconds"] = left // len(talk)
    return {
        "title": f"{lesson.number:02d} {lesson.title}",
        "minutes": lesson.minutes,
        "slides": made,
    }


def as_bytes(deck: dict[str, Any]) -> bytes:
    """Return the deck as it is written to its file."""
    return (json.dumps(deck, indent=1, ensure_ascii=False) + "\n").encode()


def faults_of(lesson: Lesson, source: NotebookNode) -> Iterator[str]:
    """Yield what a lesson's slides and notes lack, and where they are more than a room can read."""
    slides = [cell for cell in source.cells if cell.metadata.get("role") == "slide"]
    asked = [slide.metadata.exercise for slide in slides if "exercise" in slide.metadata]
    if asked != [exercise.name for exercise in lesson.exercises]:
        yield f"{lesson.name}: its slides ask for the exercises {asked}"
    if (pairs := _unpaired(source)) is not None:
        yield f"{lesson.name}: after {pairs!r} no notes, or notes without a slide"
        return
    said: dict[str, str] = {}
    for before, section, cells in _groups(source):
        for cell in cells:
            if cell.metadata.role == "slide":
                yield from (f"{lesson.name}: {each}" for each in _too_much(cell))
            else:
                for each in {before, section}:
                    said[each] = said.get(each, "") + cell.source
    own = [cell for cell in source.cells if cell.metadata.get("role") not in ROLES]
    for section in sections_of(own):
        missing = [each for each in TOLD if each not in said.get(section, "")]
        if missing:
            yield f"{lesson.name}: the notes of {section!r} lack {', '.join(missing)}"


def _too_much(slide: NotebookNode) -> Iterator[str]:
    """Yield what of a slide is more than the last row reads."""
    text, heading = slide.source, SECTION.search(slide.source)
    name = heading[1] if heading else text[:HEADING]
    fences = _FENCE.findall(text)
    words = len(re.sub(r"[#*|`-]", " ", _FENCE.sub("", text)).split())
    if "exercise" in slide.metadata:
        heading_fits = heading is None
    else:
        heading_fits = heading is not None and len(heading[1]) <= HEADING
    if not heading_fits or len(SECTION.findall(text)) > 1:
        yield f"the slide {name!r} has no heading of at most {HEADING} letters, or one too many"
    if words > WORDS:
        yield f"the slide {name!r} has {words} words, more than {WORDS}"
    if len(fences) > 1:
        yield f"the slide {name!r} has more than one picture or piece of code"
    for language, body in fences:
        lines = body.splitlines()
        if language != "mermaid" and (len(lines) > CODE or max(map(len, lines)) > COLUMNS):
            yield f"the code of the slide {name!r} is over {CODE} lines of {COLUMNS} letters"


def _groups(source: NotebookNode) -> Iterator[tuple[str, str, Sequence[NotebookNode]]]:
    """Yield the slides and notes that stand together, with the sections they end and begin."""
    section, group = "", []
    for cell in [*source.cells, None]:
        if cell is not None and cell.metadata.get("role") in ROLES:
            group.append(cell)
            continue
        markdown = cell.source if cell is not None and cell.cell_type == "markdown" else ""
        begins = SECTION.match(markdown.lstrip())
        if group:
            yield section, begins[1] if begins else section, group
            group = []
        if found := SECTION.findall(markdown):
            section = found[-1]


def _with_notes(source: NotebookNode) -> Iterator[tuple[str, NotebookNode, str]]:
    """Yield each slide, with its section and its notes as HTML: also of what is to be guessed next."""
    guesses = _guesses(source)
    for _, section, cells in _groups(source):
        for slide, notes in zip(cells[::2], cells[1::2], strict=True):
            yield section, slide, _rendered(notes.source) + "".join(guesses.get(id(notes), ()))


def _guesses(source: NotebookNode) -> dict[int, list[str]]:
    """Return the predictions that come after notes and before the next, with what happens marked."""
    found: dict[int, list[str]] = {}
    notes = 0
    for cell in source.cells:
        if cell.metadata.get("role") == "notes":
            notes = id(cell)
        elif cell.cell_type == "markdown":
            for asked, choices in predictions(cell.source):
                marked = [
                    f"- **✓ {text}**" if happens else f"- {text}" for text, happens in choices
                ]
                shown = _rendered("\n".join([f"In the notebook: {asked}", "", *marked]))
                found.setdefault(notes, []).append(f'<div class="prediction">{shown}</div>\n')
    return found


def _unpaired(source: NotebookNode) -> str | None:
    """Return the beginning of a cell that stands where a slide or its notes should, or None."""
    for _, _, cells in _groups(source):
        for place, cell in enumerate(cells):
            if cell.metadata.role != ROLES[place % 2]:
                return str(cell.source)[:HEADING]
        if len(cells) % 2:
            return str(cells[-1].source)[:HEADING]
    return None


def _slide(section: str, body: str, notes: str, seconds: int = 0) -> dict[str, Any]:
    return {"section": section, "seconds": seconds, "html": body, "notes": notes}


def _title(lead: str) -> str:
    """Return the first slide: the lesson's name and what one will be able to do."""
    heading, _, rest = lead.partition("\n")
    promise, _, more = rest.strip().partition("\n\n")
    items = re.sub(r" \(\d+ minutes?\)", "", more.partition("\n\n")[0])
    return _rendered(f"{heading}\n\n{promise}\n\n{items}")


def _rest(lead: str) -> str:
    """Return the notes of the first slide: what one has to know, and where to stop."""
    parts = lead.partition("\n\n## ")[0].split("\n\n")
    return _rendered("\n\n".join(parts[3:]))


def _rendered(text: str) -> str:
    # A link to another lesson leads nowhere from a slide.
    text = re.sub(r"\[([^]]+)\]\([^)]+\.ipynb\)", r"\1", text)
    markdown = MarkdownIt("commonmark").enable("table")
    markdown.add_render_rule("fence", _fence)
    return str(markdown.render(text))


def _fence(_renderer: Any, tokens: Sequence[Any], index: int, *_: Any) -> str:
    language, code = tokens[index].info.strip(), tokens[index].content
    if language == "mermaid":
        return f'<pre class="mermaid">{html.escape(code.strip())}</pre>\n'
    lexer = get_lexer_by_name(language or "text")
    return f'<pre class="code"><code>{highlight(code, lexer, HtmlFormatter(nowrap=True))}</code></pre>\n'
