"""One exercise's cells: as it came, the learner's, ours, and how the last two differ."""

from __future__ import annotations

import difflib
import html
from datetime import datetime
from typing import Any

from workshop.lab.workspace import Workspace, write_whole
from workshop.notebook import built
from workshop.notebook.built import ExerciseCell


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
    mine = _answer(workspace, cell)
    from_base = _answer(workspace, base) if base else None
    return {
        "starter": _as_cell(cell, built.starter(name)),
        "ours": _as_cell(cell, built.solution(name)),
        "mine": None if mine is None else _as_cell(cell, mine),
        "base": None if from_base is None else _as_cell(cell, from_base),
    }


def keep(workspace: Workspace, name: str, source: str) -> str:
    """Keep the text of an exercise's cell in the backups; return where, within the workspace.

    Raises:
        LookupError: there is no such exercise.
        OSError: it can't be written.
    """
    cell = exercise_cell(name)
    workspace.backups.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = workspace.backups / f"{datetime.now():%Y-%m-%d_%H%M%S}_{cell.module}.py"
    write_whole(path, source)
    return str(path.relative_to(workspace.root))


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
    same = " They are the same." if mine_lines == our_lines else ""
    return (
        f"<p>Ours, with the lines that differ: <b>−</b> yours, <b>+</b> ours.{same} There is more "
        f'than one right answer.</p><div class="workshop-difference">{"".join(rows)}</div>'
    )


def _line(line: str, sign: str, kind: str, spoken: str) -> str:
    said = f'<span class="workshop-spoken">{spoken}</span>' if spoken else ""
    return (
        f'<div class="workshop-line-{kind}">{said}<span aria-hidden="true">{sign} </span>'
        f"<code>{html.escape(line) or ' '}</code></div>"
    )


def _answer(workspace: Workspace, cell: ExerciseCell) -> str | None:
    try:
        source = (workspace.work / f"{cell.module}.py").read_text(encoding="utf-8")
    except OSError:
        return None
    first, _, rest = source.partition("\n")
    return rest if first == f"# %%module {cell.module}" else source


def _as_cell(cell: ExerciseCell, source: str) -> str:
    return f"%%module {cell.module}\n{source}"
