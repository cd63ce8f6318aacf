"""Which exercises are done: a small file in the workspace, which several notebooks write."""

from __future__ import annotations

import json
import sys

from workshop.exercises.engine.report import Outcome
from workshop.lab.workspace import Workspace, write_whole
from workshop.processes.lock import Lock


def read_progress(workspace: Workspace) -> dict[str, Outcome]:
    """Return the outcomes seen last, by ``lesson.exercise``; empty if nothing was checked yet.

    An exercise that was once done stays done. A file that can't be read is set aside as a backup,
    and standard error says so.
    """
    try:
        return _read(workspace)
    except ValueError as error:
        kept = workspace.set_aside(workspace.progress_file)
        print(
            f"{error} It is kept as {kept.relative_to(workspace.root)}, and the list begins anew: "
            "check the exercises that you have done once more.",
            file=sys.stderr,
        )
        return {}


def trouble_with_progress(workspace: Workspace) -> str | None:
    """Return what is wrong with the file, in a sentence; None if nothing is. Changes nothing."""
    try:
        _read(workspace)
    except ValueError as error:
        return str(error)
    return None


def record_progress(workspace: Workspace, exercise: str, outcome: Outcome) -> None:
    """Keep the outcome of ``lesson.exercise``, unless the exercise was done before.

    Raises:
        OSError: the file cannot be written.
    """
    if outcome not in (Outcome.DONE, Outcome.NOT_YET):
        return
    with _lock(workspace):
        progress = read_progress(workspace)
        if progress.get(exercise) is not Outcome.DONE:
            _write(workspace, {**progress, exercise: outcome})


def forget_progress(workspace: Workspace, lesson: str) -> None:
    """Forget the outcomes of one lesson's exercises."""
    with _lock(workspace):
        progress = read_progress(workspace)
        _write(workspace, {n: o for n, o in progress.items() if not n.startswith(f"{lesson}.")})


def _lock(workspace: Workspace) -> Lock:
    return Lock(workspace.progress_file.with_suffix(".lock"))


def _read(workspace: Workspace) -> dict[str, Outcome]:
    try:
        stored = json.loads(workspace.progress_file.read_text(encoding="utf-8"))
        return {name: Outcome[value] for name, value in stored.items()}
    except OSError:
        return {}
    except (ValueError, KeyError, AttributeError, TypeError):
        raise ValueError(
            f"The list of what you have done ({workspace.progress_file.name}) can't be read: it is "
            "cut off, or something else has written to it."
        ) from None


def _write(workspace: Workspace, progress: dict[str, Outcome]) -> None:
    stored = {name: outcome.name for name, outcome in sorted(progress.items())}
    write_whole(workspace.progress_file, json.dumps(stored, indent=2) + "\n")
