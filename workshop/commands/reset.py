"""``workshop reset``: a lesson as it came, the learner's own version kept aside."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console

from workshop.course import renew
from workshop.course.copies import place_beside
from workshop.lab.workspace import Workspace
from workshop.lessons import COURSE, find_lesson


def reset_lesson(wanted: str, folder: Path, *, beside: bool) -> int:
    """Back up and replace one lesson's notebook and modules; return the exit code.

    With ``beside`` everything stays, and the notebook as it came is put beside the learner's.
    """
    console = Console(highlight=False, soft_wrap=True)
    lesson = find_lesson(wanted)
    if lesson is None:
        known = ", ".join(f"{each.number:02d} ({each.name})" for each in COURSE)
        console.print(f"There is no lesson '{wanted}'. There are: {known}.", markup=False)
        return 1
    workspace = Workspace(folder.resolve())
    if not workspace.state.is_dir():
        console.print(
            f"{folder} is not a workspace. `workshop lab {folder}` makes one.", markup=False
        )
        return 1
    if beside:
        console.print(f"{place_beside(workspace, lesson.notebook).name} is there.", markup=False)
        return 0
    backup = renew.reset_lesson(workspace, lesson)
    console.print(
        f"{lesson.notebook} is the original again. Your version is in "
        f"{backup.relative_to(workspace.root)}. If the notebook is open in JupyterLab, close it "
        "without saving and open it again.",
        markup=False,
    )
    return 0
