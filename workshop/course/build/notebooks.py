"""Make the two notebooks of a lesson, the same bytes every time."""

from __future__ import annotations

import copy

import nbformat
from nbformat import NotebookNode

from workshop.course.build.decks import ROLES
from workshop.course.build.predictions import for_notebooks
from workshop.lessons import Lesson

METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}

#: What of a cell's metadata goes into the notebooks as it is. ``jupyter: {source_hidden: true}`` folds
#: its source away.
KEPT = ("exercise", "tags", "jupyter")


def notebook_for(role: str, lesson: Lesson, source: NotebookNode) -> NotebookNode:
    """Return the lesson's notebook with the ``"starter"`` or the ``"solution"`` cells.

    Cell ids come from the cell's place in the source, so that they stay the same from build to
    build and agree between the two notebooks. What is for the instructor counts for nothing.
    """
    notebook: NotebookNode = nbformat.v4.new_notebook(metadata=copy.deepcopy(METADATA))
    exercises = {each.name: each for each in lesson.exercises}
    for place, cell in enumerate(without_the_instructors(source)):
        if cell.metadata.get("role", role) != role:
            continue
        metadata = {key: cell.metadata[key] for key in KEPT if key in cell.metadata}
        if exercise := exercises.get(metadata.get("exercise", "")):
            # For the panel: the server that shows it does not import the exercises.
            builds_on = exercise.builds_on[0] if exercise.builds_on else None
            metadata["workshop"] = {"hints": len(exercise.hints), "builds_on": builds_on}
        if until := cell.metadata.get("folded_until"):
            # It shows another exercise's answer. Without the panel a click unfolds it.
            metadata.setdefault("jupyter", {})["source_hidden"] = True
            metadata.setdefault("workshop", {})["folded_until"] = until
        if cell.cell_type == "code":
            made = nbformat.v4.new_code_cell(cell.source, metadata=metadata)
        else:
            text, known = for_notebooks(cell.source)
            if known:
                metadata.setdefault("workshop", {}).update(known)
            made = nbformat.v4.new_markdown_cell(text, metadata=metadata)
        made.id = f"{lesson.number:02d}-{place:03d}"
        notebook.cells.append(made)
    return notebook


def without_the_instructors(source: NotebookNode) -> list[NotebookNode]:
    """Return the cells that are for learners; text that slides stood in is one cell again."""
    cells: list[NotebookNode] = []
    interrupted = False
    for cell in source.cells:
        if cell.metadata.get("role") in ROLES:
            interrupted = True
            continue
        before = cells[-1] if cells else None
        text = before is not None and before.cell_type == cell.cell_type == "markdown"
        if interrupted and before is not None and text:
            cells[-1] = NotebookNode(before, source=f"{before.source}\n\n{cell.source}")
        else:
            cells.append(cell)
        interrupted = False
    return cells


def as_bytes(notebook: NotebookNode) -> bytes:
    """Return the notebook as it is written to its file."""
    nbformat.validate(notebook)
    text: str = nbformat.writes(notebook)
    return (text + "\n").encode()
