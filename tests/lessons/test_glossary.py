"""The glossary at the end of the first notebook: each word, and the lesson that explains it first."""

from __future__ import annotations

import re

import pytest

from workshop.lessons import COURSE

TEXTS = {lesson.notebook: lesson.source.read_text(encoding="utf-8") for lesson in COURSE}
ROW = re.compile(
    r"^\| (?P<word>[^|]+) \| (?P<meaning>[^|]+) \| \[\d\d\]\((?P<notebook>.+)\) \|$", re.M
)
ROWS = [found.groupdict() for found in ROW.finditer(TEXTS[COURSE[0].notebook])]


def in_letters(text: str) -> str:
    """The text without what tells `retry_policy`, RetryPolicy and "retry policy" apart."""
    return re.sub("[^a-z]", "", text.lower())


def introduced_by(markdown: str) -> set[str]:
    """The words that a lesson sets in bold: it explains them there."""
    prose = re.sub(r"```.*?```|`[^`]*`", "", markdown, flags=re.S)
    return {" ".join(bold.split()).lower() for bold in re.findall(r"\*\*([^*]+?)\*\*", prose)}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["word"])
def test_a_word_is_explained_in_the_lesson_it_points_to(row: dict[str, str]) -> None:
    glossary = TEXTS[COURSE[0].notebook].index("## Glossary")
    text = TEXTS[row["notebook"]]
    assert in_letters(row["word"]) in in_letters(text[:glossary] if "| word |" in text else text)
    earlier = list(TEXTS)[: list(TEXTS).index(row["notebook"])]
    assert [name for name in earlier if row["word"].lower() in introduced_by(TEXTS[name])] == []


def test_the_glossary_is_in_order() -> None:
    words = [row["word"].lower() for row in ROWS]
    assert len(words) > 50
    assert words == sorted(words)
