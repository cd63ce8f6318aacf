"""Read a lesson's source: a MyST notebook with, for each exercise, two cells side by side.

A code cell's metadata say what it is::

    ```{code-cell}
    ---
    exercise: first_step
    role: starter
    ---
    %%module order_first_step
    …
    ```

``role: starter`` goes to learners, ``role: solution`` to ``solutions/``; a cell without a role
goes to both. Cells that may raise, in a lesson that shows an error or after an unfinished
exercise, have the tag ``raises-exception``: Run All goes on after them. Cells that wait long
enough for the lab to explain the wait have ``nbval-ignore-output``. ``folded_until: first_step`` folds
a cell's source away until that exercise is done; ``jupyter: {source_hidden: true}`` until it is opened.
"""

from __future__ import annotations

import jupytext
from nbformat import NotebookNode

from workshop.lessons import Lesson


class LessonSourceError(ValueError):
    """A lesson's source breaks a rule; the message names the cell and the rule."""


def read_source(lesson: Lesson) -> NotebookNode:
    """Return the lesson as one notebook with both roles in it.

    Raises:
        LessonSourceError: an exercise's cells are not a starter and a solution side by side.
    """
    notebook: NotebookNode = jupytext.read(lesson.source, fmt="md:myst")
    exercises = [cell for cell in notebook.cells if "exercise" in cell.metadata]
    cells = [cell for cell in exercises if cell.cell_type == "code"]
    for starter, solution in zip(cells[::2], cells[1::2] + [None] * (len(cells) % 2), strict=True):
        pair = (starter.metadata.get("role"), solution and solution.metadata.get("role"))
        same = solution and starter.metadata.exercise == solution.metadata.exercise
        if pair != ("starter", "solution") or not same:
            raise LessonSourceError(
                f"{lesson.source.name} of {lesson.name}: the exercise "
                f"'{starter.metadata.exercise}' needs a cell with role: starter, followed by one "
                f"with role: solution. Found: {pair}."
            )
        if starter.source.partition("\n")[0] != solution.source.partition("\n")[0]:
            raise LessonSourceError(
                f"{lesson.source.name} of {lesson.name}: starter and solution of "
                f"'{starter.metadata.exercise}' begin with different %%module lines."
            )
    return notebook
