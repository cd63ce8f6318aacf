"""A deck as a page: nothing of it is anywhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.bundles import builder
from tests.commands.test_small_commands import workshop
from workshop.course.slides.deck import Deck, Slide, deck
from workshop.course.slides.pages import deck_page, notes_page
from workshop.lessons import COURSE, Lesson

DECK = Deck(
    "00 A <lesson>",
    10,
    (
        Slide("", 60, "<h1>00 A lesson</h1>", "<p>You need nothing.</p>"),
        Slide("One & two", 60, "<h2>A point</h2>", "<p>Told.</p>"),
        Slide("One & two", 60, '<h2>B</h2><pre class="mermaid">x</pre>', "<p>Told too.</p>"),
    ),
)


def test_the_copies_are_those_of_the_packages_that_are_locked() -> None:
    built = builder("reveal")
    assert built.DIGEST.read_text().strip() == built.digest_of_the_source(), "run `make reveal`"
    assert {each.name for each in built.TARGET.iterdir()} == {
        *built.FILES,
        built.LICENSES.name,
        built.DIGEST.name,
    }


def test_the_notice_of_every_package_is_there() -> None:
    notices = builder("reveal").LICENSES.read_text(encoding="utf-8")
    for package in ("@mermaid-js/tiny 12", "reveal.js 6"):
        notice = notices.partition(package)[2]
        assert "Permission is hereby granted, free of charge" in notice


def test_mermaid_is_in_a_deck_with_a_picture_only() -> None:
    without = Deck(DECK.title, DECK.minutes, DECK.slides[:2])
    assert len(deck_page(DECK)) > 10 * len(deck_page(without))


def test_a_page_names_no_file_and_no_server() -> None:
    for page in (deck_page(DECK), notes_page(DECK)):
        # Outside its scripts, which a browser test listens to.
        markup = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
        assert re.findall(r'(?:src|href)="(?!data:)[^"]*"|url\((?!data:)|@import', markup) == []
        assert "<title>00 A &lt;lesson&gt; · " in page


def test_the_notes_stand_below_the_sections_and_slides_they_belong_to() -> None:
    page = notes_page(DECK)
    order = [
        "Before you begin",
        "You need nothing.",
        "One &amp; two",
        "A point",
        "Told.",
        "Told too.",
    ]
    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)
    assert page.count("One &amp; two") == 1


@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
def test_every_lesson_has_a_deck(lesson: Lesson) -> None:
    made = deck(lesson.notebook)
    assert made.title.endswith(lesson.title)
    assert len(made.slides) > 2
    assert all(slide.notes for slide in made.slides[1:])


def test_the_command_writes_files_and_says_where(tmp_path: Path) -> None:
    made = workshop("slides", "05", "messages", "--folder", str(tmp_path / "new"))
    assert made.returncode == 0, made.stdout
    names = ["05_saga_compensation.slides.html", "02_messages.slides.html"]
    assert made.stdout.splitlines()[:2] == [str(tmp_path / "new" / each) for each in names]
    assert (tmp_path / "new" / names[0]).read_text(encoding="utf-8").startswith("<!doctype html>")
    assert workshop("slides", "--notes", "--folder", str(tmp_path)).returncode == 0
    assert len(list(tmp_path.glob("*.notes.html"))) == len(COURSE)


def test_the_command_says_what_it_cannot_do(tmp_path: Path) -> None:
    made = workshop("slides", "99", "--folder", str(tmp_path))
    assert (made.returncode, made.stdout.strip()) == (2, "There is no lesson 99. Name one as 04.")
    (tmp_path / "file").touch()
    made = workshop("slides", "05", "--folder", str(tmp_path / "file"))
    assert (made.returncode, "can't be written to" in made.stdout) == (2, True)
