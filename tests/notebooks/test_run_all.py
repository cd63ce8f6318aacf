"""Every notebook, learner's and solution, run as Run All does: all cells at once, twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.environment import persons_environment
from tests.notebooks.kernel import Cell, code_cells, kernel
from workshop.notebook.built import course_folder
from workshop.lessons import COURSE

pytestmark = [pytest.mark.thorough, pytest.mark.timeout(600)]


def verdicts(cells: list[Cell]) -> list[str]:
    """Return what the check cells show.

    What they say meanwhile depends on the machine, and how many exercises are done on the workspace.
    """
    shown = [cell.shown for cell in cells if ".check()" in cell.source]
    return [re.sub(r"^.* exercises done\..*$", "", each, flags=re.MULTILINE) for each in shown]


@pytest.mark.parametrize("kind", ["notebooks", "solutions"])
@pytest.mark.parametrize("lesson", COURSE, ids=lambda lesson: lesson.name)
async def test_run_all_twice_loses_no_cell_and_changes_no_verdict(
    lesson: object, kind: str, tmp_path: Path
) -> None:
    notebook = course_folder(kind) / lesson.notebook  # type: ignore[attr-defined]
    async with kernel(tmp_path, persons_environment(WORKSHOP_WORKSPACE=str(tmp_path))) as running:
        first = await running.run_all(code_cells(notebook))
        second = await running.run_all(code_cells(notebook))
    for cell in first + second:
        assert cell.status == "ok" or cell.may_raise, f"{cell.source}\n{cell.error}\n{cell.text}"
    assert verdicts(first) == verdicts(second)
    mark = "–" if kind == "notebooks" else "✓"
    assert all(verdict.startswith(mark) for verdict in verdicts(first)), verdicts(first)
