"""Explaining a workflow task that keeps failing: the workflow is alive but stuck."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from temporalio.api.enums.v1 import EventType, WorkflowTaskFailedCause
from temporalio.api.failure.v1 import Failure
from temporalio.api.history.v1 import HistoryEvent

from workshop.temporal.sentences import advice_on, on_a_called_activity, without_advice
from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.failure import (
    Place,
    at_place,
    error_text,
    error_type,
    is_misfit,
    place_in_learners_code,
    root_cause,
)
from workshop.temporal.waiting.snapshot import Snapshot, moment

_NOT_REGISTERED = re.compile(
    r"(?P<name>\S+)(?: for workflow .*)? is not registered on this worker, "
    r"(?:available \w+: (?P<known>.*)|no available)"
)
_HARMLESS_CAUSES = (
    # The server puts the task aside and schedules it anew; no error of anybody's.
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND,
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_RESET_WORKFLOW,
    WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND,
)


def last_failed_task(snapshot: Snapshot) -> HistoryEvent | None:
    """The WorkflowTaskFailed event since which no workflow task has completed, if there is one.

    The server records the first failure of a row only: the SDK does not report the later ones, it
    lets those tasks time out (seen with temporalio 1.35 and server 1.32).
    """
    for event in snapshot.newest_events:
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED:
            return None
        if event.event_type == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED:
            cause = event.workflow_task_failed_event_attributes.cause
            return None if cause in _HARMLESS_CAUSES else event
    return None


def explain_failing_task(snapshot: Snapshot, event: HistoryEvent) -> Diagnosis:
    """Say which error stops the workflow and whether the last try was made with today's code."""
    failure = event.workflow_task_failed_event_attributes.failure
    place = place_in_learners_code(failure)
    story = _story(failure, event, place, snapshot)
    last_try = moment(snapshot.description.pending_workflow_task.started_time)
    changed = place.changed_at() if place else None
    recorded = f"Its history records the failed workflow task as event {event.event_id}"
    evidence = f"{recorded}; Temporal retries that task again and again."
    again = _next_try(snapshot)
    if place and changed and changed > last_try:
        next_step = f"You have changed {place.path.name} since the last try. Wait: {again}"
        can_move = True
    elif changed is None and snapshot.may_be_mended_since(last_try):
        next_step = f"{story.fix} If you have done that already, wait: {again}"
        can_move = True
    else:
        next_step = f"{story.fix} Then wait again: {again}"
        can_move = False
        if place and changed and changed > moment(event.event_time):
            evidence = (
                f"{recorded}. It fails still, after you changed {place.path.name}. The history "
                "keeps the first error only; the worker's output shows the newest."
            )
    return Diagnosis(
        kind="workflow-task-fails",
        what=f"Your workflow {snapshot.workflow_id!r} is alive but stuck: {story.what}",
        evidence=" ".join(filter(None, (story.detail, evidence))),
        next_step=next_step,
        can_move_by_itself=can_move,
        thought=story.thought,
    )


def unregistered_names(failure: Failure) -> tuple[str, list[str]] | None:
    """The missing workflow or activity, and those the worker knows; None for any other failure.

    The SDK raises ``NotFoundError`` for both (temporalio/worker/_workflow.py, _activity.py).
    """
    found = _NOT_REGISTERED.search(failure.message)
    if error_type(failure) != "NotFoundError" or not found:
        return None
    return found["name"], [name for name in (found["known"] or "").split(", ") if name]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A question that names the closest known name, or an empty string."""
    close = difflib.get_close_matches(name, [other for other in known if other != name], n=1)
    return f"Did you mean {close[0]!r}?" if close else ""


@dataclass(frozen=True)
class _Story:
    what: str
    detail: str
    fix: str
    thought: str


def _story(
    failure: Failure, event: HistoryEvent, place: Place | None, snapshot: Snapshot
) -> _Story:
    missing = unregistered_names(failure)
    if missing:
        return _story_of_unregistered(*missing, task_queue=snapshot.task_queue)
    where = at_place(place)
    message = " ".join(failure.message.split())
    cause = event.workflow_task_failed_event_attributes.cause
    advice = advice_on(error_type(failure), message, failure.stack_trace)
    if called := on_a_called_activity(error_type(failure), failure.stack_trace):
        return _Story(
            f"{called.happened}{where}.",
            "",
            "Ask for it with workflow.execute_activity(...). Run the cell again.",
            called.think,
        )
    if error_type(failure) == "RestrictedWorkflowAccessError":
        return _Story(
            f"the sandbox stopped it. {without_advice(message)}{where}.",
            "Such a call gives another answer when Temporal replays the workflow.",
            "Use the workflow's own (workflow.now(), workflow.random(), workflow.uuid4()), or "
            "move the call into an activity. Run the cell again.",
            advice.think if advice else "",
        )
    if advice:
        return _Story(
            f"{advice.happened}{where}.",
            "",
            f"Think {advice.think} Run the cell again.",
            advice.think,
        )
    if "TMPRL1101" in message:
        return _Story(
            f"its code kept the worker busy and did not give way (TMPRL1101, deadlock){where}.",
            f"{message.rstrip('.')}.",
            "Look for an endless loop or a blocking call. Use `await asyncio.sleep(...)` to wait, "
            "or move the work into an activity. Run the cell again.",
            "which loop has no end, or which call blocks.",
        )
    nondeterministic = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_NON_DETERMINISTIC_ERROR
    if "TMPRL1100" in message or cause == nondeterministic:
        return _Story(
            f"its code no longer takes the steps its history recorded (TMPRL1100){where}.",
            f"{message.rstrip('.')}.",
            "Put the former code back, or keep both ways with workflow.patched(...). "
            "Run the cell again.",
            "what in run() can differ from one time to the next.",
        )
    if cause == WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SCHEDULE_ACTIVITY_ATTRIBUTES:
        # The SDK raised while it wrote the command, and sent what it had of it (temporalio 1.35). The
        # server complains of what was missing then; lab.worker refuses such arguments itself.
        return _Story(
            f"it asks for an activity with an argument that Temporal cannot take{where}.",
            "",
            "Look at the arguments of execute_activity: a timeout is a timedelta, a task queue is a "
            "string, a retry policy counts from 1. Run the cell again.",
            "which argument of execute_activity is not of the type that its name promises.",
        )
    if "ActivityMachine in state Canceled" in message:
        # temporalio 1.35: with ABANDON, a step that fails in the moment in which it is cancelled.
        return _Story(
            f"the SDK met news of a step that was abandoned (Fatal error in workflow machines){where}.",
            "A step that is cancelled with ActivityCancellationType.ABANDON goes on, and this one "
            "failed afterwards.",
            "Wait for the step instead, with WAIT_CANCELLATION_COMPLETED, and start the workflow anew.",
            "whether the workflow should wait for a step that it has cancelled.",
        )
    if is_misfit(failure):
        return _Story(
            f"what was sent to it does not fit what it takes: Failed decoding arguments{where}.",
            error_text(root_cause(failure)) + ".",
            "Compare the arguments with the type hints of the method that takes them. Correct "
            "the type hints and run the cell again, or start a new workflow with other arguments.",
            "which arguments are sent, and which the type hints of that method ask for.",
        )
    file = place.path.name if place else "your workflow"
    text = error_text(failure)
    if text == error_text(Failure()):
        text = WorkflowTaskFailedCause.Name(cause)
    return _Story(
        f"{text}{where}.", "", f"Fix {file} and run its cell again.", "what that line lacks."
    )


def _story_of_unregistered(name: str, known: list[str], task_queue: str) -> _Story:
    names = ", ".join(known) or "none"
    return _Story(
        f"the worker on the task queue {task_queue!r} has no workflow {name!r}.",
        " ".join(filter(None, (f"It has: {names}.", did_you_mean(name, known)))),
        f"Add {name} to Worker(workflows=[...]) and start the worker again; or start the "
        "workflow under a name the worker has.",
        "which workflows the worker was given, and under which names.",
    )


def _next_try(snapshot: Snapshot) -> str:
    timeout = snapshot.description.execution_config.default_workflow_task_timeout.seconds
    return f"Temporal tries the task about every {timeout} s at first, later less often."
