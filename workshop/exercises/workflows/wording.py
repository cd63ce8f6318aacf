"""What is said of a run that is not as a check expects it, and of a slip of the pen."""

from __future__ import annotations

import re

from temporalio.exceptions import FailureError

from workshop.exercises.engine.finding import NotYet
from workshop.history import History
from workshop.history.failures import Failure, read_failure
from workshop.temporal.process import ProcessStartError
from workshop.temporal.waiting import Diagnosis

#: What Python raises for a slip of the pen. Nothing the lessons give raises one of these.
SLIPS = (
    "AttributeError",
    "ImportError",
    "IndexError",
    "KeyError",
    "ModuleNotFoundError",
    "NameError",
    "TypeError",
    "UnboundLocalError",
    "_NotInWorkflowEventLoopError",  # workflow.info() and the like in an activity
)


def said_of_a_wait(expected: str, diagnosis: Diagnosis | None) -> NotYet:
    """Return the finding for a workflow that ought to have ended, with what it waits for."""
    if diagnosis and diagnosis.kind == "continues-as-new":
        return NotYet(
            expected=expected,
            happened=f"it is still running. {diagnosis.what}",
            think="when run() continues as new, and whether that can ever be otherwise.",
        )
    if diagnosis is None or diagnosis.kind == "waits":
        return NotYet(
            expected=expected,
            happened=f"it is still running. {diagnosis.what if diagnosis else ''}".strip(),
            think="what run() waits for at this moment, and what would wake it.",
        )
    if diagnosis.kind == "waits-for-message":
        return NotYet(
            expected=expected,
            happened=f"it is still running. {diagnosis.what} {diagnosis.evidence}",
            think="what would end that wait, and what happened to the signal or update that was sent.",
        )
    happened = f"{diagnosis.what} {diagnosis.evidence}".strip()
    if diagnosis.kind == "activity-misfit":
        return NotYet(
            expected=expected,
            happened=happened,
            think="which arguments the activity's type hints ask for, and which execute_activity "
            "is given.",
        )
    return NotYet(
        expected=expected,
        happened=happened,
        think=thought_on_slip(diagnosis.error_type, diagnosis.evidence)
        if diagnosis.error_type in SLIPS
        else diagnosis.thought or diagnosis.next_step,
    )


def thought_on(failure: Failure | None) -> str:
    """Return where to look for what made a workflow fail."""
    if failure and failure.origin.type in SLIPS:
        return thought_on_slip(failure.origin.type, failure.origin.message)
    if failure and failure.origin.timeout:
        return "how long an attempt of that activity takes, and how many your retry policy allows."
    if failure and "[TMPRL1100]" in failure.origin.message:
        return "what in run() can differ from one time to the next."
    return "what was missing where this was raised."


def thought_on_slip(error_type: str, message: str) -> str:
    """Return the thought that helps on with an error whose type is one of `SLIPS`."""
    if "JSON serializable" in message:
        return "what is returned or handed over there; an error is raised, not returned."
    if error_type == "_NotInWorkflowEventLoopError":
        return "which of the workflow's calls stands in an activity, and what activities have."
    return "what that line needs."


def in_short(failure: Exception | None) -> str:
    """Return the sentence in a replay's failure: what follows it is the SDK's inside."""
    sentence = re.search(r'\[TMPRL\d+\][^"\n]*', str(failure))
    message = re.search(r'message: "([^"]*)"', str(failure))
    kind = re.search(r'r#type: "([^"]*)"', str(failure))
    if sentence:
        said = sentence.group()
    elif message:
        said = f"{kind.group(1)}: {message.group(1)}" if kind else message.group(1)
    else:
        said = str(failure).partition("\n")[0]
    return said[:400].rstrip(". ")


def reason_of(error: Exception) -> str:
    """Return what an error says of why something was not taken."""
    return str(error.__cause__ or error).rstrip(".")


def slip_of(error: Exception) -> Failure | None:
    """Return the slip of the pen in the learner's update, if that is what it failed with."""
    cause = error.__cause__
    recorded = cause.failure if isinstance(cause, FailureError) else None
    failure = read_failure(recorded) if recorded else None
    return failure if failure and failure.type in SLIPS else None


def why_not_taken(slip: Failure | None, reason: str) -> str:
    """Return where to look for what kept an update from being taken."""
    if slip:
        return thought_on_slip(slip.type, slip.message)
    if "expected but not found" in reason:
        return (
            "which decorator makes a method an update, and under which name. (A second method of "
            "the same name replaces the first.)"
        )
    return "what its validator and its handler need, and what they do with this argument."


def not_served(error: ProcessStartError) -> NotYet:
    """Return the finding for a module that a process of its own can't serve."""
    return NotYet(
        expected="your module to be served by a worker in a process of its own",
        happened=str(error),
        think="what your module needs that is only in the notebook.",
    )


def how_it_ended(history: History) -> str:
    """Return how a workflow ended, and for which reason."""
    if history.failure is None:
        return f"it is {history.status}."
    return f"it {history.status}: {str(history.failure.origin).rstrip('.')}."
