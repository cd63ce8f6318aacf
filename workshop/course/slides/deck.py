"""The decks that were made of the lessons."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workshop.lessons import find_lesson
from workshop.notebook.built import course_folder


@dataclass(frozen=True)
class Slide:
    """One slide.

    Args:
        section: the heading of the lesson's section that it belongs to; empty for the first.
        seconds: how long it is meant to stand; for an exercise's, what the exercise takes.
        html: what is on it.
        notes: what the instructor reads, as HTML.
    """

    section: str
    seconds: int
    html: str
    notes: str


@dataclass(frozen=True)
class Deck:
    """A lesson's slides.

    Args:
        title: the lesson's, for example ``02 Messages``.
        minutes: what the lesson takes.
        slides: in their order.
    """

    title: str
    minutes: int
    slides: Sequence[Slide]


def without_notes(deck: Deck) -> Deck:
    """Return the deck as it is for learners."""
    return replace(deck, slides=tuple(replace(slide, notes="") for slide in deck.slides))


def deck(wanted: str) -> Deck:
    """Return the deck of a lesson, named as `find_lesson` takes it.

    Raises:
        LookupError: there is no such lesson.
    """
    lesson = find_lesson(wanted)
    if lesson is None:
        raise LookupError(f"there is no lesson {wanted}")
    said = json.loads((course_folder("slides") / lesson.slides).read_text(encoding="utf-8"))
    slides = tuple(Slide(**each) for each in said["slides"])
    return Deck(said["title"], said["minutes"], slides)
