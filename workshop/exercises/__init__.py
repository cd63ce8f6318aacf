"""The engine behind exercises: what they are, how an answer is tried, and what is said about it.

::

    engine/       verdicts: findings, reports, progress, and what keeps an answer from being judged
    workflows/    answers that are workflows and activities, tried on the lab's own server
    programs/     answers that run by themselves, on a server of their own
    own_tests/    answers that are tests, judged by wrong versions of the code they test

The names below are imported when they are first asked for: who only reads the list of what is done
does not load the SDK.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workshop.exercises.engine.finding import CouldNotJudge, NotYet, expect
    from workshop.exercises.workflows.exercise import Exercise
    from workshop.exercises.workflows.run import Run
    from workshop.exercises.workflows.trial import Trial

__all__ = ["CouldNotJudge", "Exercise", "NotYet", "Run", "Trial", "expect"]

_MODULES = {
    "CouldNotJudge": "engine.finding",
    "Exercise": "workflows.exercise",
    "NotYet": "engine.finding",
    "Run": "workflows.run",
    "Trial": "workflows.trial",
    "expect": "engine.finding",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
