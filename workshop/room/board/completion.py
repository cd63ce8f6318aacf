"""What a learner has done, and a certificate of it to print."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from workshop.lessons import COURSE, Lesson
from workshop.notebook import built
from workshop.room.board.standings import Standing

_STYLE = Path(__file__).parent / "page" / "certificate.css"


@dataclass(frozen=True)
class Achieved:
    """What a learner has done.

    Args:
        name: as typed.
        lessons: those with an exercise that is done, each with how many are, and how many there are.
        on: the day of the last one, by this machine's clock; None if none is done.
    """

    name: str
    lessons: Sequence[tuple[Lesson, int, int]]
    on: datetime | None


def achieved(standing: Standing, name: str) -> Achieved:
    """Return what a learner has done: checked, and right. What was given doesn't count."""
    done = {each: attempt for each, attempt in standing.attempts.items() if attempt.is_done}
    counted = []
    for lesson in COURSE:
        names = [f"{lesson.name}.{cell.name}" for cell in built.exercises_in(lesson.notebook)]
        counted.append((lesson, sum(name in done for name in names), len(names)))
    ended = [attempt.ended for attempt in done.values() if attempt.ended is not None]
    on = datetime.fromtimestamp(max(ended)) if ended else None
    return Achieved(name, [each for each in counted if each[1]], on)


def certificate(of: Achieved) -> str:
    """Return the page, as HTML on one sheet.

    Raises:
        LookupError: none of the exercises is done.
    """
    if of.on is None:
        raise LookupError(f"{of.name} hasn't done an exercise yet.")
    done = sum(each[1] for each in of.lessons)
    rows = "".join(
        f"<tr><td>{lesson.number:02d}</td><td>{html.escape(lesson.title)}</td>"
        f"<td>{count} of {total}</td></tr>"
        for lesson, count, total in of.lessons
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Certificate · {html.escape(of.name)}</title>\n"
        f"<style>{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n"
        "<p>Durable execution with Temporal and Python</p>\n"
        f"<h1>{html.escape(of.name)}</h1>\n"
        f"<p>has done {'one exercise' if done == 1 else f'{done} exercises'} of this workshop. Each answer ran, and was judged "
        "by what it did: by the workflow's event history, a shop's ledger, and a replay.</p>\n"
        '<table>\n<thead><tr><th scope="col" colspan="2">Lesson</th><th scope="col">Exercises</th>'
        f"</tr></thead>\n<tbody>{rows}</tbody>\n</table>\n"
        f"<p>{of.on.day} {of.on:%B %Y}</p>\n</main>\n</body>\n</html>\n"
    )
