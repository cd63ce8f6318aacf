"""What the lesson shows is what its checks run."""

from __future__ import annotations

import ast
from pathlib import Path

from workshop.lessons import find_lesson
from workshop.lessons.activities import workflows


def _options(source: str) -> list[str]:
    """Return the options by which process_payment is run in a piece of Python.

    Where it is run is none of them: a check has a worker that it can kill.
    """
    found = [
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "execute_activity"
    ]
    assert len(found) == 1
    return sorted(
        ast.unparse(keyword) for keyword in found[0].keywords if keyword.arg != "task_queue"
    )


def test_the_checks_run_the_activity_with_the_options_that_the_lesson_shows() -> None:
    lesson = find_lesson("activities")
    assert lesson is not None
    shown = lesson.source.read_text(encoding="utf-8").partition("%%module payment_workflow\n")[2]
    used = Path(workflows.__file__).read_text(encoding="utf-8")
    assert _options(shown.partition("```")[0]) == _options(used)
