"""Every check is proven by answers: right ones it must accept, wrong ones it must name.

``tests/lessons/<lesson>/accepted/<exercise>/*.py`` are right answers that differ from ours;
``…/rejected/<exercise>/*.py`` are wrong ones; so are the starters. Our own solutions are tried by
nbval: the build's check wants a ✓ under each check in ``solutions/``. A rejected answer's first
line names the finding that must be reported: the title of the check, and after ``·`` a piece of
what it must say::

    # finding: holds no stock when the payment is declined · teapot

Where checks that run together may each meet the mistake first, a second line names the other::

    # or: keeps no money when the stock is not there · charge

``any check`` is a title too: code that differs in a replay is met by the first check whose worker
has to replay, which may be any.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.exercises import Exercise
from workshop.exercises.engine.report import Outcome, Report
from workshop.lab.lab import Lab
from workshop.lessons import COURSE
from workshop.modules.files import write_module
from workshop.notebook.built import starter

pytestmark = pytest.mark.usefixtures("every_error_is_fetched")

HERE = Path(__file__).parent
EXERCISES = {exercise.name: exercise for lesson in COURSE for exercise in lesson.exercises}


def answers(kind: str) -> list[Path]:
    return sorted(HERE.glob(f"*/{kind}/*/*.py"))


def in_its_lesson(exercise: Exercise) -> str:
    return f"{exercise.lesson}/{exercise.name}"


def named(path: Path) -> str:
    return f"{path.relative_to(HERE).parts[0]}/{path.parent.name}/{path.stem}"


async def report_on(exercise: Exercise, answer: str, lab: Lab) -> Report:
    write_module(exercise.module, answer, lab.workspace.work)
    report = await exercise.check()
    if report.outcome is Outcome.NOT_JUDGED:  # it says to check again
        report = await exercise.check()
    return report


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=in_its_lesson)
async def test_a_starter_is_not_yet_done(exercise: Exercise, lab: Lab) -> None:
    # A line more than the starter has, so that it is tried and not just recognised.
    report = await report_on(exercise, f"{starter(exercise.name)}\n_tried = True\n", lab)
    assert report.outcome is Outcome.NOT_YET, f"\n{report!r}"


@pytest.mark.thorough
@pytest.mark.timeout(300)  # on a busy machine a check is patient
@pytest.mark.parametrize("answer", answers("accepted"), ids=named)
async def test_a_right_answer_is_accepted(answer: Path, lab: Lab) -> None:
    report = await report_on(EXERCISES[answer.parent.name], answer.read_text(encoding="utf-8"), lab)
    assert report.outcome is Outcome.DONE, f"\n{report!r}"


@pytest.mark.thorough
@pytest.mark.timeout(300)  # on a busy machine a check is patient
@pytest.mark.parametrize("answer", answers("rejected"), ids=named)
async def test_a_wrong_answer_gets_its_finding(answer: Path, lab: Lab) -> None:
    text = answer.read_text(encoding="utf-8")
    first, second, *_ = text.splitlines()
    assert first.startswith("# finding: "), "the first line has to name the finding"
    wanted = [first.removeprefix("# finding: ")]
    if second.startswith("# or: "):
        wanted.append(second.removeprefix("# or: "))
    pieces = [(title, piece) for title, _, piece in (each.partition(" · ") for each in wanted)]
    assert all(piece for _, piece in pieces), "after the title comes what has to be said"
    report = await report_on(EXERCISES[answer.parent.name], text, lab)
    assert report.outcome is Outcome.NOT_YET, f"\n{report!r}"
    failed = next(line for line in report.lines if line.finding)
    assert failed.finding is not None
    said = f"{failed.finding.expected} {failed.finding.happened} {failed.finding.think}"
    assert any(title in (failed.title, "any check") and piece in said for title, piece in pieces), (
        f"\n{report!r}"
    )


@pytest.mark.parametrize(
    "exercise", [each for each in EXERCISES.values() if each.lesson != "start_here"], ids=repr
)
def test_an_exercise_has_enough_answers(exercise: Exercise) -> None:
    counts = {
        kind: sum(answer.parent.name == exercise.name for answer in answers(kind))
        for kind in ("accepted", "rejected")
    }
    assert counts["accepted"] >= 2
    assert counts["rejected"] >= 5


def test_every_answer_belongs_to_an_exercise() -> None:
    strays = [
        str(answer)
        for kind in ("accepted", "rejected")
        for answer in answers(kind)
        if answer.parent.name not in EXERCISES
        or EXERCISES[answer.parent.name].lesson != answer.parents[2].name
    ]
    assert strays == []
