"""The words that the style sheet refuses are found wherever learners read, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.course.build import wording


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mend the worker.", [(0, "mend")]),
        ("it was mended, and then\nit ran for\never.", [(0, "mend"), (1, "for ever")]),
        ("a recommended amendment, forever, as many as before", []),
        ("What becomes of it?\n\nWhoever asks.", [(0, "what becomes of"), (2, "whoever")]),
    ],
)
def test_a_refused_word_is_found_with_its_line(text: str, found: list[tuple[int, str]]) -> None:
    assert wording.refused_in(text) == found


def test_the_style_sheet_says_what_to_write_instead() -> None:
    assert wording.refused_words()["whomever"] == "anyone who, whichever client"


def test_lessons_and_messages_are_read_and_docstrings_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wording.refused_words()  # from the real style sheet
    monkeypatch.setattr(wording, "_ROOT", tmp_path)
    lesson = tmp_path / "workshop" / "lessons" / "tea"
    lesson.mkdir(parents=True)
    (tmp_path / "README.md").write_text("# Tea\n")
    (lesson / "lesson.md").write_text("# Tea\n\nMend it.\n")
    (lesson / "tea.py").write_text(
        '"""Mend it."""\n\nclass Tea:\n    """Mend it."""\n\n    said = (\n        "it is "\n'
        '        f"mended {1}")\n'
    )
    assert list(wording.in_words()) == [
        'workshop/lessons/tea/lesson.md:3 says "mend"; CONTRIBUTING.md says: fix',
        'workshop/lessons/tea/tea.py:7 says "mend"; CONTRIBUTING.md says: fix',
    ]
