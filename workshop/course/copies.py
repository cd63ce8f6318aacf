"""The workspace's copies of the notebooks: made, renewed while nobody has touched them, else kept.

``.workshop/notebooks.json`` keeps which version of each notebook the workspace was given last. A
notebook that was given and is no longer in the course has been cut or renamed: the answers in it go
into the notebooks that have its exercises now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workshop.exercises.engine.progress import read_progress
from workshop.lab.workspace import Workspace
from workshop.notebook.built import course_folder
from workshop.processes.whole_file import write_whole


@dataclass
class Copies:
    """What became of the copies: names of notebooks."""

    renewed: list[str] = field(default_factory=list)  # nobody had touched them
    kept: list[str] = field(default_factory=list)  # touched, and there is a newer version
    retired: list[str] = field(default_factory=list)  # touched, and not in the course any more


def fill_workspace(workspace: Workspace) -> Copies:
    """Make the workspace and the copies that are missing; renew those that nobody has touched.

    A copy counts as touched when a cell differs from what the workspace was given, or has an output.
    That there is a newer version of a touched one is returned once. A touched one that isn't in the
    course any more goes to the backups, and the answers in it that were checked go into the copies
    that are made now.

    Raises:
        OSError: something can't be written.
    """
    workspace.create()
    given = _read_given(workspace)
    course = {path.name: path for path in sorted(course_folder("notebooks").glob("*.ipynb"))}
    there = {each: workspace.root / each for each in sorted({*given, *course})}
    mine = {name: _content(copy) for name, copy in there.items() if copy.exists()}
    touched = [name for name in mine if name in given and mine[name] != given[name]]
    answers = _checked_answers(workspace, [there[name] for name in touched])
    copies = Copies()
    for name, notebook in course.items():
        newest, last_given = _content(notebook), given.get(name)
        given[name] = newest
        if name not in mine:
            _place(notebook, there[name], answers)
        elif newest in (mine[name], last_given):
            continue
        elif mine[name] == last_given:
            _place(notebook, there[name])
            copies.renewed.append(name)
        else:
            copies.kept.append(name)
    for name in sorted(given.keys() - course.keys()):
        if name in touched:
            workspace.set_aside(there[name])
            copies.retired.append(name)
        there[name].unlink(missing_ok=True)
        del given[name]
    write_whole(workspace.copies_file, json.dumps(given, indent=2) + "\n")
    return copies


def place_beside(workspace: Workspace, name: str) -> Path:
    """Put the course's version of a notebook beside the workspace's; return where.

    Raises:
        OSError: it can't be written.
    """
    stem = Path(name).stem
    place, number = workspace.root / f"{stem}.new.ipynb", 1
    while place.exists():
        number += 1
        place = workspace.root / f"{stem}.new-{number}.ipynb"
    _place(course_folder("notebooks") / name, place)
    return place


def replace_copy(workspace: Workspace, name: str) -> None:
    """Put the course's version of a notebook in the place of the workspace's.

    Raises:
        OSError: it can't be written.
    """
    _place(course_folder("notebooks") / name, workspace.root / name)


def _place(
    notebook: Path, copy: Path, answers: Mapping[str, list[str] | str] | None = None
) -> None:
    """Copy a notebook of the course, with these answers in the cells of their exercises."""
    text = notebook.read_text(encoding="utf-8")
    content = json.loads(text)
    mine = [cell for cell in _exercises(content) if cell["metadata"]["exercise"] in (answers or {})]
    if answers and mine:
        for cell in mine:
            cell["source"] = answers[cell["metadata"]["exercise"]]
        text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    write_whole(copy, text)


def _checked_answers(workspace: Workspace, notebooks: Iterable[Path]) -> dict[str, list[str] | str]:
    """Return the answers in these notebooks whose exercises were checked at least once."""
    checked = {name.rpartition(".")[2] for name in read_progress(workspace)}
    return {
        exercise: cell
        for notebook in notebooks
        for exercise, cell in _answers(notebook).items()
        if exercise in checked
    }


def _answers(notebook: Path) -> dict[str, list[str] | str]:
    """Return the sources of a notebook's exercise cells, by exercise; none if it can't be read."""
    try:
        cells = _exercises(json.loads(notebook.read_text(encoding="utf-8")))
        return {cell["metadata"]["exercise"]: cell["source"] for cell in cells}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _exercises(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if "exercise" in cell["metadata"]]


def _content(path: Path) -> str:
    """Return a digest of what a learner sees as the notebook: its cells and their outputs.

    JupyterLab writes metadata when a notebook is only opened; that is no touch.
    """
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        seen = [
            (each["cell_type"], "".join(each["source"]), each.get("outputs", [])) for each in cells
        ]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()


def _read_given(workspace: Workspace) -> dict[str, str]:
    try:
        given = json.loads(workspace.copies_file.read_text(encoding="utf-8"))
        return {str(name): str(content) for name, content in given.items()}
    except (OSError, ValueError, AttributeError):
        return {}
