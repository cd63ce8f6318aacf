"""One exercise's cells: as it came, the learner's, ours, and how the last two differ."""

from __future__ import annotations

import difflib
import html
from typing import Any

from workshop.desk.orders import still_locked
from workshop.desk.spool import Event, room_of
from workshop.exercises.engine.progress import forget_progress, read_progress, record_hints
from workshop.exercises.engine.report import CAN_BE_RUN, Outcome
from workshop.lab.workspace import Workspace
from workshop.modules.files import as_cell, read_cell
from workshop.notebook import built
from workshop.notebook.built import ExerciseCell
from workshop.processes.whole_file import write_whole


def exercise_cell(name: str) -> ExerciseCell:
    """Return the exercise of that name.

    Raises:
        LookupError: there is none.
    """
    for each in built.exercise_cells():
        if each.name == name:
            return each
    raise LookupError(f"there is no exercise {name}")


def cells_of(workspace: Workspace, name: str) -> dict[str, Any]:
    """Return an exercise's cells as JSON: ``starter``, ``ours``, ``mine`` and ``base``.

    ``mine`` is the answer that was run last, ``base`` the learner's answer to the exercise that this
    one builds on, under this one's module name; each None if there is none.

    Raises:
        LookupError: there is no such exercise.
    """
    cell = exercise_cell(name)
    base = exercise_cell(cell.builds_on) if cell.builds_on else None
    sources = {
        "starter": built.starter(name),
        "ours": built.solution(name),
        "mine": read_cell(cell.module, workspace.work),
        "base": read_cell(base.module, workspace.work) if base else None,
    }
    return {
        whose: None if source is None else as_cell(cell.module, source)
        for whose, source in sources.items()
    }


def solution_locked(workspace: Workspace, name: str) -> str:
    """Return why our answer isn't shown yet; nothing if it is. One's own that is done opens it.

    Raises:
        LookupError: there is no such exercise.
    """
    full_name = f"{_lesson(name)}.{name}"
    if read_progress(workspace).get(full_name) is Outcome.DONE:
        return ""
    return still_locked(workspace.state, "solution", full_name)


def keep(workspace: Workspace, name: str, source: str) -> str:
    """Keep the text of an exercise's cell in the backups; return where, within the workspace.

    Raises:
        LookupError: there is no such exercise.
        OSError: it can't be written.
    """
    path = workspace.place_for_backup(f"{exercise_cell(name).module}.py")
    write_whole(path, source)
    return str(path.relative_to(workspace.root))


def forget(workspace: Workspace, name: str) -> None:
    """Forget an exercise's outcome, and how many hints were given.

    Raises:
        LookupError: there is no such exercise.
        OSError: it can't be written.
    """
    lesson = _lesson(name)
    forget_progress(workspace, lesson, name)
    record_hints(workspace, f"{lesson}.{name}", 0)


def tell_not_run(workspace: Workspace, name: str) -> None:
    """Tell the room, if there is one, of a check that came to nothing: the cell didn't run.

    Raises:
        LookupError: there is no such exercise.
    """
    full_name = f"{_lesson(name)}.{name}"
    if spool := room_of(workspace.state):
        spool.append(Event("check", full_name, Outcome.NOT_YET.name.lower(), CAN_BE_RUN))


def _lesson(name: str) -> str:
    """Return the lesson of an exercise, by its package's name."""
    return built.lesson(exercise_cell(name).notebook)


def difference(mine: str, ours: str) -> str:
    """Return ours as HTML, line by line, with what is different in mine above each place."""
    rows = []
    mine_lines, our_lines = mine.splitlines(), ours.splitlines()
    matcher = difflib.SequenceMatcher(None, mine_lines, our_lines, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            rows += [_line(each, " ", "same", "") for each in our_lines[c:d]]
            continue
        rows += [_line(each, "−", "mine", "only in yours: ") for each in mine_lines[a:b]]
        rows += [_line(each, "+", "ours", "only in ours: ") for each in our_lines[c:d]]
    if mine_lines == our_lines:
        said = "Yours and ours are the same."
    else:
        said = (
            "Ours, with the lines that differ: <b>−</b> yours, <b>+</b> ours. There is more than one "
            "right answer."
        )
    return f'<p>{said}</p><div class="workshop-difference">{"".join(rows)}</div>'


def _line(line: str, sign: str, kind: str, spoken: str) -> str:
    said = f'<span class="workshop-spoken">{spoken}</span>' if spoken else ""
    return (
        f'<div class="workshop-line-{kind}">{said}<span aria-hidden="true">{sign} </span>'
        f"<code>{html.escape(line) or ' '}</code></div>"
    )
