"""What is behind a finding: what the learner's code raised meanwhile, and in which line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from types import ModuleType

from workshop.exercises.engine.finding import NotYet
from workshop.exercises.workflows.run import Run
from workshop.exercises.workflows.wording import thought_on_slip
from workshop.history.failures import Failure
from workshop.modules.servable import activities_in
from workshop.temporal.sentences import Advice, advice_on

#: Failures that only say where another one was.
_WRAPS = ("ActivityError", "ChildWorkflowError")


def with_cause(finding: NotYet, runs: Sequence[Run], module: ModuleType) -> NotYet:
    """Return the finding with what the learner's code raised in these runs, and in which line.

    An error that the SDK's own words would send people the wrong way with is told in ours. A slip
    of the pen comes before whatever the finding is.
    """
    failures = [run.outcome.failure for run in runs if run.outcome and run.outcome.failure]
    for failure in failures:
        if advice := _advice_on(failure, module):
            return _with_advice(finding, failure, advice, module)
    for slip in filter(None, (run.slip() for run in runs)):
        return _with_slip(finding, slip, module)
    for failure in failures:
        said, line = _said_and_line(failure, module)
        if said in finding.happened and line not in finding.happened:
            return NotYet(
                expected=finding.expected,
                happened=finding.happened.replace(said, said + line, 1),
                think=finding.think,
            )
    return finding


def _with_advice(finding: NotYet, failure: Failure, advice: Advice, module: ModuleType) -> NotYet:
    said, line = _said_and_line(failure, module)
    happened = advice.happened + line
    return NotYet(
        expected=finding.expected,
        happened=finding.happened.replace(said, happened, 1)
        if said in finding.happened
        else f"the workflow failed: {happened}. {finding.happened}",
        think=advice.think,
    )


def _with_slip(finding: NotYet, slip: Failure, module: ModuleType) -> NotYet:
    with_line = f"{slip.message.rstrip('.')}{_line_of(slip, module)}"
    if slip.message in finding.happened:
        happened = finding.happened.replace(slip.message, with_line, 1)
        return NotYet(expected=finding.expected, happened=happened, think=finding.think)
    return NotYet(
        expected=finding.expected,
        happened=f"your code raised {slip.type}: {with_line}; {finding.happened}",
        think=f"{thought_on_slip(slip.type, slip.message)} (In a check a bug fails the workflow "
        "at once, so that you need not wait.)",
    )


def _advice_on(failure: Failure, module: ModuleType) -> Advice | None:
    if failure.type in _WRAPS:
        return None
    activities = [function.__name__ for function in activities_in(vars(module).values()).values()]
    return advice_on(failure.type, failure.message, failure.stack_trace, activities)


def _said_and_line(failure: Failure, module: ModuleType) -> tuple[str, str]:
    """Return what a finding says of this failure, and the line that can follow it."""
    return str(failure.origin).rstrip("."), _line_of(failure.origin, module)


def _line_of(slip: Failure, module: ModuleType) -> str:
    """Return the line of the learner's cell in which it was raised, if the stack shows one."""
    lines = re.findall(rf'{re.escape(module.__name__)}\.py", line (\d+)', slip.stack_trace)
    return f" (line {lines[-1]} of your cell)" if lines else ""
