"""From the slide and notes cells of a lesson to its deck: what it holds, and what is refused."""

from __future__ import annotations

import json

import jupytext
import pytest
from nbformat import NotebookNode

from workshop.course.build import decks
from workshop.course.build.notebooks import notebook_for
from workshop.lessons import COURSE

#: A lesson with one exercise, and what becomes of it here.
LESSON = next(each for each in COURSE if len(each.exercises) == 1)
EXERCISE = LESSON.exercises[0].name

SLIDE = """## A point

**A question?**"""
ASKS = "Do it in two lines."
NOTES = """**Ask.** What?

**Goes wrong.** This.

**Show.** That."""


def lesson_with(
    slide: str = SLIDE, notes: str = NOTES, asks: str = ASKS, exercise: str = EXERCISE
) -> NotebookNode:
    """Return a lesson's source with a slide in its one section, and the exercise's."""
    text = f"""# 00 A lesson

In about 10 minutes you will be able to

- do this (10 minutes).

You need [Messages](02_messages.ipynb).

## A section

What comes before.

+++ {{"role": "slide"}}

{slide}

+++ {{"role": "notes"}}

{notes}

+++

What comes after.

```{{code-cell}}
1 + 1
```

+++ {{"role": "slide", "exercise": "{exercise}"}}

{asks}

+++ {{"role": "notes"}}

{notes}

+++

## What you saw

- It.
"""
    source: NotebookNode = jupytext.reads(text, fmt="md:myst")
    return source


def faults(**lesson: str) -> list[str]:
    return list(decks.faults_of(LESSON, lesson_with(**lesson)))


def test_a_deck_begins_with_what_the_lesson_promises() -> None:
    deck = decks.deck_of(LESSON, lesson_with())
    first, point, asks = deck["slides"]
    assert deck["title"] == f"{LESSON.number:02d} {LESSON.title}"
    assert "<h1>00 A lesson</h1>" in first["html"]
    assert "<li>do this.</li>" in first["html"]
    assert first["notes"].strip() == "<p>You need Messages.</p>", "no link that leads nowhere"
    assert (point["section"], "<h2>A point</h2>" in point["html"]) == ("A section", True)
    assert "<strong>Goes wrong.</strong>" in point["notes"]
    assert f"<h2>{EXERCISE}</h2>" in asks["html"]
    assert f'data-minutes="{LESSON.practice[0]}"' in asks["html"]


def test_the_notes_say_what_is_guessed_in_the_notebook_and_what_comes_true() -> None:
    source = lesson_with()
    guess = """What comes after.

**Predict.** What happens to
the order?

- [ ] It's lost.
- [x] It waits for
  another worker.

(A remark.)"""
    after = next(cell for cell in source.cells if cell.source == "What comes after.")
    after.source = guess
    notes = decks.deck_of(LESSON, source)["slides"][1]["notes"]
    assert "<p>In the notebook: What happens to the order?</p>" in notes
    assert "<li>It's lost.</li>" in notes
    assert "<li><strong>✓ It waits for another worker.</strong></li>" in notes
    assert "A remark" not in notes


def test_the_slides_of_a_lesson_stand_for_its_minutes() -> None:
    deck = decks.deck_of(LESSON, lesson_with())
    *talk, exercise = [each["seconds"] for each in deck["slides"]]
    assert exercise == LESSON.practice[0] * 60
    assert sum(talk) == (LESSON.minutes - LESSON.practice[0]) * 60


def test_learners_notebooks_are_as_if_there_were_no_slides() -> None:
    cells = notebook_for("starter", LESSON, lesson_with()).cells
    assert [cell.id for cell in cells] == ["00-000", "00-001", "00-002"]
    assert cells[0].source.endswith("What comes before.\n\nWhat comes after.")
    assert "A point" not in json.dumps(cells)


def test_a_picture_is_drawn_in_the_browser_and_code_has_its_colours() -> None:
    deck = decks.deck_of(LESSON, lesson_with("## A\n\n```mermaid\nflowchart LR\n  a --> b\n```"))
    assert '<pre class="mermaid">flowchart LR\n  a --&gt; b</pre>' in deck["slides"][1]["html"]
    deck = decks.deck_of(LESSON, lesson_with("## A\n\n```python\nif x:\n    pass\n```"))
    assert '<span class="k">if</span>' in deck["slides"][1]["html"]


def test_a_lesson_with_slides_and_notes_has_no_faults() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("lesson", "fault"),
    [
        ({"exercise": "another"}, "its slides ask for the exercises ['another']"),
        ({"slide": "No heading."}, "no heading"),
        ({"slide": "## " + "A heading that goes on and on " * 2}, "no heading of at most 45"),
        ({"slide": "## One\n\n## Two"}, "or one too many"),
        ({"asks": "## A heading of its own\n\nDo it."}, "or one too many"),
        ({"slide": "## A\n\n" + "word " * 41}, "has 42 words, more than 40"),
        ({"slide": "## A\n\n```python\n1\n```\n\n```python\n2\n```"}, "more than one picture"),
        ({"slide": "## A\n\n```python\n" + "1\n" * 11 + "```"}, "over 10 lines"),
        ({"slide": "## A\n\n```python\n" + "1" * 65 + "\n```"}, "of 64 letters"),
        ({"notes": "**Ask.** What?\n\n**Show.** That."}, "lack **Goes wrong.**"),
    ],
)
def test_what_a_room_cannot_read_is_refused(lesson: dict[str, str], fault: str) -> None:
    assert any(fault in each for each in faults(**lesson)), faults(**lesson)


def test_a_slide_without_notes_and_notes_without_a_slide_are_refused() -> None:
    for role in ("slide", "notes"):
        source = lesson_with()
        place = [cell.metadata.get("role") for cell in source.cells].index(role)
        del source.cells[place]
        assert "no notes, or notes without a slide" in next(decks.faults_of(LESSON, source))


def test_a_slide_at_a_joint_belongs_to_what_it_introduces() -> None:
    source = lesson_with()
    source.cells[-1].source = "## Another section\n\nIts text."
    deck = decks.deck_of(LESSON, source)
    assert deck["slides"][-1]["section"] == "Another section"
