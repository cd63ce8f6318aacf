"""Which exercises are done: a small file in the workspace."""

from __future__ import annotations

import json
import os

from workshop.exercises.report import Outcome
from workshop.workspace import Workspace


def read_progress(workspace: Workspace) -> dict[str, Outcome]:
    """Return the outcomes seen last, by ``lesson.exercise``; empty if nothing was checked yet.

    An exercise that was once done stays done.
    """
    try:
        stored = json.loads(workspace.progress_file.read_text(encoding="utf-8"))
        return {name: Outcome[value] for name, value in stored.items()}
    except (OSError, ValueError, KeyError, AttributeError):
        return {}


def record_progress(workspace: Workspace, exercise: str, outcome: Outcome) -> None:
    """Keep the outcome of ``lesson.exercise``, unless the exercise was done before.

    Raises:
        OSError: the file cannot be written.
    """
    progress = read_progress(workspace)
    judged = outcome in (Outcome.DONE, Outcome.NOT_YET)
    if not judged or progress.get(exercise) is Outcome.DONE:
        return
    progress[exercise] = outcome
    _write(workspace, progress)


def forget_progress(workspace: Workspace, lesson: str) -> None:
    """Forget the outcomes of one lesson's exercises."""
    progress = read_progress(workspace)
    _write(workspace, {n: o for n, o in progress.items() if not n.startswith(f"{lesson}.")})


def _write(workspace: Workspace, progress: dict[str, Outcome]) -> None:
    stored = {name: outcome.name for name, outcome in sorted(progress.items())}
    # Written beside and moved into place, so that two notebooks never leave half a file.
    beside = workspace.progress_file.with_suffix(f".{os.getpid()}")
    beside.write_text(json.dumps(stored, indent=2) + "\n", encoding="utf-8")
    beside.replace(workspace.progress_file)
