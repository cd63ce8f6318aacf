"""Find the words that the course doesn't use: the table of CONTRIBUTING.md, in what learners read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_STYLE_SHEET = "CONTRIBUTING.md"
_LESSONS = "workshop/lessons/*/lesson.md"

#: A row of the style sheet's table: the words that are refused, and those to use.
_ROW = re.compile(r"^\| (?!not \||-)([^|]+) \| ([^|]+) \|$", re.MULTILINE)


def in_words() -> Iterator[str]:
    """Yield each place where a refused word stands: in a lesson, a message, or the README."""
    for path in sorted(
        [
            _ROOT / "README.md",
            *_ROOT.glob("docs/*.md"),
            *_ROOT.glob("deploy/**/*.md"),
            *_ROOT.glob(_LESSONS),
        ]
    ):
        yield from _faults(path, path.read_text(encoding="utf-8"))
    for path in sorted(_ROOT.glob("workshop/**/*.py")):
        for line, message in _messages(path.read_text(encoding="utf-8")):
            yield from _faults(path, message, line)


@lru_cache
def refused_words() -> dict[str, str]:
    """Return what to write in place of each refused word, as the style sheet has it."""
    table = (_ROOT / _STYLE_SHEET).read_text(encoding="utf-8").partition("| not | but |")[2]
    rows = _ROW.findall(table.partition("\n\n")[0])
    return {word.strip(): better.strip() for words, better in rows for word in words.split(",")}


def refused_in(text: str) -> list[tuple[int, str]]:
    """Return the refused words that a text holds, each with the number of its line, from 0."""
    found = [
        (match.start(), word) for word, pattern in _patterns() for match in pattern.finditer(text)
    ]
    return [(text.count("\n", 0, start), word) for start, word in sorted(found)]


@lru_cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    # A phrase may be broken over two lines; a single word may have an ending.
    return [
        (
            word,
            re.compile(
                r"\b" + r"\s+".join(word.split()) + (r"\b" if " " in word else r"(s|ed|ing)?\b"),
                re.IGNORECASE,
            ),
        )
        for word in refused_words()
    ]


def _faults(path: Path, text: str, first: int = 1) -> Iterator[str]:
    for line, word in refused_in(text):
        place = f"{path.relative_to(_ROOT)}:{first + line}"
        yield f'{place} says "{word}"; {_STYLE_SHEET} says: {refused_words()[word]}'


def _messages(source: str) -> list[tuple[int, str]]:
    """Return the strings of a module that aren't docstrings, each with its line."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in docstrings
    ]
