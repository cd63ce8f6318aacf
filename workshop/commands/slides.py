"""``workshop slides``: a lesson's slides, or its notes, as a file that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from workshop.course.slides.deck import deck
from workshop.course.slides.pages import deck_page, notes_page
from workshop.lessons import COURSE, Lesson, find_lesson


def write_slides(wanted: Sequence[str], folder: Path, *, notes: bool) -> int:
    """Write a file for each lesson, or for all; return the exit code: 2 for what can't be.

    Args:
        wanted: lessons, as `find_lesson` takes them; nothing: all of them.
        folder: where the files go; it's made if it doesn't exist.
        notes: the instructor's notes in place of the slides.
    """
    console = Console(highlight=False, soft_wrap=True)
    lessons: list[Lesson] = []
    for name in wanted:
        lesson = find_lesson(name)
        if lesson is None:
            console.print(f"There is no lesson {name}. Name one as 04.", markup=False)
            return 2
        lessons.append(lesson)
    page, kind = (notes_page, "notes") if notes else (deck_page, "slides")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for lesson in lessons or COURSE:
            path = folder / f"{Path(lesson.notebook).stem}.{kind}.html"
            path.write_text(page(deck(lesson.notebook)), encoding="utf-8")
            console.print(str(path), markup=False)
    except OSError as error:
        console.print(f"The {kind} can't be written to {folder}: {error.strerror}.", markup=False)
        return 2
    if not notes:
        console.print("Open it in a browser. S opens the notes, and Esc shows all slides.")
    return 0
