"""The workspace's copies of the notebooks: made, renewed while nobody has touched them, else kept.

``.workshop/notebooks.json`` keeps which version of each notebook the workspace was given last.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path

from workshop.lab.workspace import Workspace, write_whole
from workshop.notebook.built import course_folder


@dataclass
class Copies:
    """What became of the copies: names of notebooks."""

    renewed: list[str] = field(default_factory=list)  # nobody had touched them
    kept: list[str] = field(default_factory=list)  # touched, and there is a newer version


def fill_workspace(workspace: Workspace) -> Copies:
    """Make the workspace and the copies that are missing; renew those that nobody has touched.

    A copy counts as touched when a cell differs from what the workspace was given, or has an output.
    That there is a newer version of a touched one is returned once.

    Raises:
        OSError: something can't be written.
    """
    workspace.create()
    given = _read_given(workspace)
    copies = Copies()
    for notebook in sorted(course_folder("notebooks").glob("*.ipynb")):
        copy = workspace.root / notebook.name
        newest, last_given = _content(notebook), given.get(notebook.name)
        given[notebook.name] = newest
        if not copy.exists():
            _place(notebook, copy)
            continue
        mine = _content(copy)
        if newest in (mine, last_given):
            continue
        if mine == last_given:
            _place(notebook, copy)
            copies.renewed.append(notebook.name)
        else:
            copies.kept.append(notebook.name)
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


def _place(notebook: Path, copy: Path) -> None:
    write_whole(copy, notebook.read_text(encoding="utf-8"))


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
