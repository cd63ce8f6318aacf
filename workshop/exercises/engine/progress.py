"""Which exercises are done: a small file in the workspace, which several notebooks write."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from workshop.exercises.engine.report import Following, Outcome
from workshop.lab.workspace import Workspace
from workshop.notebook import built
from workshop.processes.lock import Lock
from workshop.processes.whole_file import write_whole


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
            f"{error} It is kept as {kept.relative_to(workspace.root)}, and the list starts over: "
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
    """Keep the outcome of ``lesson.exercise``; one that was done stays done.

    What was checked last stands last in the file.

    Raises:
        OSError: the file cannot be written.
    """
    if outcome not in (Outcome.DONE, Outcome.NOT_YET):
        return
    with _lock(workspace):
        progress = read_progress(workspace)
        if progress.pop(exercise, None) is Outcome.DONE:
            outcome = Outcome.DONE
        _write(workspace, {**progress, exercise: outcome})


def forget_progress(workspace: Workspace, lesson: str, exercise: str | None = None) -> None:
    """Forget the outcomes of one lesson's exercises, or of one exercise, and that they were given."""

    def is_kept(name: str) -> bool:
        if exercise is None:
            return not name.startswith(f"{lesson}.")
        return name != f"{lesson}.{exercise}"

    with _lock(workspace):
        progress = read_progress(workspace)
        _write(workspace, {name: each for name, each in progress.items() if is_kept(name)})
        if given := read_given(workspace):
            _write_given(workspace, filter(is_kept, given))


def what_follows(workspace: Workspace, exercise: str) -> Following | None:
    """Return what comes after an exercise; None for one that is not in the course.

    The next one is the first after it that is not done, else the first of all that is not.
    """
    places = built.places()
    if exercise not in places:
        return None
    done = _done(read_progress(workspace))
    following = _first_after(exercise, done | _names(read_given(workspace)))
    count = Following(done=len(done & places.keys()), total=len(places), exercise=following)
    if following is None or places[following] == places[exercise]:
        return count
    notebook = places[following]
    return replace(count, notebook=notebook, lesson=built.title(notebook))


def where_to_go_on(
    progress: Mapping[str, Outcome], given: Collection[str] = frozenset()
) -> str | None:
    """Return the exercise to go on with: the one that was checked last, or the next that is not done.

    None when all are done. Those that were given, as ``lesson.exercise``, are left out.
    """
    places, done = built.places(), _done(progress) | _names(given)
    checked = [name.rpartition(".")[2] for name in progress]
    last = next((name for name in reversed(checked) if name in places), None)
    if last is None:
        return next((each for each in places if each not in done), None)
    return _first_after(last, done) if last in done else last


def read_given(workspace: Workspace) -> set[str]:
    """Return the exercises whose solutions were given to the learner, as ``lesson.exercise``."""
    try:
        stored = json.loads(workspace.given_file.read_text(encoding="utf-8"))
        return {str(each) for each in stored}
    except (OSError, ValueError, TypeError):
        return set()


def record_given(workspace: Workspace, exercises: Iterable[str]) -> None:
    """Keep that the solutions of these, each ``lesson.exercise``, were given."""
    with _lock(workspace):
        _write_given(workspace, {*read_given(workspace), *exercises})


def _write_given(workspace: Workspace, exercises: Iterable[str]) -> None:
    write_whole(workspace.given_file, json.dumps(sorted(exercises), indent=2) + "\n")


def _names(full_names: Iterable[str]) -> set[str]:
    return {each.rpartition(".")[2] for each in full_names}


def _done(progress: Mapping[str, Outcome]) -> set[str]:
    return _names(name for name, each in progress.items() if each is Outcome.DONE)


def _first_after(exercise: str, done: Collection[str]) -> str | None:
    """Return the first exercise after this one that is not done, else the first of all that is not."""
    names = list(built.places())
    at = names.index(exercise)
    return next((each for each in [*names[at + 1 :], *names[:at]] if each not in done), None)


def record_hints(workspace: Workspace, exercise: str, given: int) -> None:
    """Keep how many hints were given for ``lesson.exercise``."""
    with _lock(workspace):
        hints = {**read_hints(workspace), exercise: given}
        write_whole(workspace.hints_file, json.dumps(hints, indent=2) + "\n")


def read_hints(workspace: Workspace) -> dict[str, int]:
    """Return how many hints were given in this workspace, by ``lesson.exercise``."""
    try:
        stored = json.loads(workspace.hints_file.read_text(encoding="utf-8"))
        return {name: int(given) for name, given in _by_lesson(stored).items()}
    except (OSError, ValueError, AttributeError, TypeError):  # nothing is lost but a count
        return {}


def _by_lesson(stored: Mapping[str, Any]) -> dict[str, Any]:
    """Return what was stored by the lessons that have the exercises now, as ``lesson.exercise``.

    An exercise may have been in another lesson; no two have the same name.
    """
    lessons = {name: built.lesson(notebook) for name, notebook in built.places().items()}
    found = {}
    for full_name, value in stored.items():
        exercise = full_name.rpartition(".")[2]
        found[f"{lessons[exercise]}.{exercise}" if exercise in lessons else full_name] = value
    return found


def _lock(workspace: Workspace) -> Lock:
    return Lock(workspace.progress_file.with_suffix(".lock"))


def _read(workspace: Workspace) -> dict[str, Outcome]:
    try:
        stored = json.loads(workspace.progress_file.read_text(encoding="utf-8"))
        return {name: Outcome[value] for name, value in _by_lesson(stored).items()}
    except OSError:
        return {}
    except (ValueError, KeyError, AttributeError, TypeError):
        raise ValueError(
            f"The list of what you have done ({workspace.progress_file.name}) can't be read: it is "
            "cut off, or something else has written to it."
        ) from None


def _write(workspace: Workspace, progress: dict[str, Outcome]) -> None:
    stored = {name: outcome.name for name, outcome in progress.items()}
    write_whole(workspace.progress_file, json.dumps(stored, indent=2) + "\n")
