"""What each sentence of an exercise's text is proven by: `sentences.md` beside a lesson's answers.

::

    # which_errors

    > Give `process_payment` an `Idempotency-Key`.
    - charges the customer when all goes well

    > A sentence that only tells.
    - (tells)

The quotes of an exercise are its text, whole and in order; below each stand the titles of the
checks that fail where it does not hold. ``python -m tests.lessons.sentences`` prints all of it as
tables, with the number of answers that prove each check.
"""

from __future__ import annotations

import collections
from dataclasses import dataclass
from pathlib import Path

import jupytext

from workshop.exercises import Exercise
from workshop.lessons import COURSE, Lesson

HERE = Path(__file__).parent

#: Stands in place of a check below a sentence that asks for nothing.
TELLS = "(tells)"


@dataclass(frozen=True)
class Sentence:
    """A piece of an exercise's text, and the titles of the checks that prove it."""

    text: str
    checks: tuple[str, ...]


def read_sentences(lesson: Lesson) -> dict[str, list[Sentence]]:
    """Return what ``sentences.md`` of a lesson says, by exercise."""
    exercises: dict[str, list[Sentence]] = {}
    for section in _source(lesson).split("\n# ")[1:]:
        name, _, body = section.partition("\n")
        exercises[name.strip()] = [
            _sentence(block) for block in body.split("\n\n") if block.strip()
        ]
    return exercises


def text_of(exercise: Exercise, lesson: Lesson) -> str:
    """Return the Markdown between an exercise's heading and its starter, blanks collapsed."""
    cells = jupytext.read(lesson.source, fmt="md:myst").cells
    starter = next(i for i, cell in enumerate(cells)
                   if cell.cell_type == "code" and cell.metadata.get("exercise") == exercise.name)  # fmt: skip
    before = "\n\n".join(cell.source for cell in cells[:starter] if cell.cell_type == "markdown")
    return one_line(before.rpartition(f"Exercise: {exercise.name}\n")[2])


def one_line(text: str) -> str:
    """Return ``text`` with each run of white space as one blank."""
    return " ".join(text.split())


def proofs() -> collections.Counter[tuple[str, str]]:
    """Return how many rejected answers name each check, by exercise and title."""
    counted: collections.Counter[tuple[str, str]] = collections.Counter()
    for answer in HERE.glob("*/rejected/*/*.py"):
        for line in answer.read_text(encoding="utf-8").splitlines()[:2]:
            if line.startswith(("# finding: ", "# or: ")):
                title = line.partition(": ")[2].partition(" · ")[0]
                counted[answer.parent.name, title] += 1
    return counted


def _source(lesson: Lesson) -> str:
    file = HERE / lesson.name / "sentences.md"
    return "\n" + file.read_text(encoding="utf-8") if file.exists() else ""


def _sentence(block: str) -> Sentence:
    quoted = [line[1:] for line in block.splitlines() if line.startswith(">")]
    checks = [line[2:].strip() for line in block.splitlines() if line.startswith("- ")]
    return Sentence(one_line(" ".join(quoted)), tuple(checks))


def main() -> None:
    """Print a table for each exercise: sentence, checks, answers."""
    proven = proofs()
    for lesson in COURSE:
        for name, sentences in read_sentences(lesson).items():
            print(f"\n### {lesson.number:02d} {name}\n")
            print("| sentence | check that can fail (wrong answers that it must name) |\n|---|---|")
            for each in sentences:
                checks = "; ".join(
                    title if title == TELLS else f"{title} ({proven[name, title]})"
                    for title in each.checks
                )
                print(f"| {each.text.replace('|', chr(92) + '|')} | {checks} |")


if __name__ == "__main__":
    main()
