"""The chain of a failure in words."""

from __future__ import annotations

import pytest
from temporalio.api.common.v1 import Payloads
from temporalio.client import RPCError, WorkflowFailureError, WorkflowUpdateFailedError
from temporalio.exceptions import (
    ActivityError,
    ApplicationError,
    CancelledError,
    ChildWorkflowError,
    RetryState,
    TerminatedError,
    TimeoutError,
    TimeoutType,
    WorkflowAlreadyStartedError,
)
from temporalio.service import RPCStatusCode

from workshop.notebook.error_cards import card, chain


def activity(state: RetryState | None, cause: BaseException) -> ActivityError:
    error = ActivityError(
        "Activity task failed",
        scheduled_event_id=1,
        started_event_id=2,
        identity="",
        activity_type="pay",
        activity_id="1",
        retry_state=state,
    )
    error.__cause__ = cause
    return error


def child(cause: BaseException) -> ChildWorkflowError:
    error = ChildWorkflowError(
        "Child Workflow execution failed",
        namespace="default",
        workflow_id="parcel-1",
        run_id="",
        workflow_type="Parcel",
        initiated_event_id=1,
        started_event_id=2,
        retry_state=None,
    )
    error.__cause__ = cause
    return error


def timeout(kind: TimeoutType) -> TimeoutError:
    return TimeoutError("activity timeout", type=kind, last_heartbeat_details=Payloads().payloads)


DECLINED = ApplicationError("no money", type="PaymentDeclined")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (activity(RetryState.NON_RETRYABLE_FAILURE, DECLINED), ["activity pay failed, and isn't tried again", "PaymentDeclined: no money"]),
        (activity(RetryState.MAXIMUM_ATTEMPTS_REACHED, DECLINED), ["activity pay failed on its last attempt", "PaymentDeclined: no money"]),
        (activity(None, timeout(TimeoutType.START_TO_CLOSE)), ["activity pay failed", "timeout: one attempt took longer than its start_to_close_timeout"]),
        (activity(RetryState.TIMEOUT, timeout(TimeoutType.SCHEDULE_TO_CLOSE)), ["activity pay failed, with no time left for another attempt", "timeout: its schedule_to_close_timeout ran out, all attempts together"]),
        (activity(RetryState.CANCEL_REQUESTED, CancelledError("Cancelled")), ["activity pay was cancelled", "it was cancelled"]),
        (child(activity(None, DECLINED)), ["child workflow Parcel (parcel-1) failed", "activity pay failed", "PaymentDeclined: no money"]),
        (ApplicationError("plain"), ["ApplicationError: plain"]),
        (TerminatedError("by hand"), ["it was terminated: by hand"]),
    ],
)
def test_a_failed_workflow_says_why_in_words(error: BaseException, words: list[str]) -> None:
    assert chain(WorkflowFailureError(cause=error)) == ["the workflow failed", *words]


def shown(error: BaseException) -> list[str]:
    return [line.replace("\x1b[31m", "").replace("\x1b[0m", "") for line in card(error)][:-1]  # type: ignore[arg-type]


def test_what_needs_no_chain_has_one_line() -> None:
    error = RPCError("workflow not found", RPCStatusCode.NOT_FOUND, b"")
    assert shown(error) == ["RPCError: workflow not found (NOT_FOUND)"]
    assert shown(DECLINED) == ["ApplicationError: PaymentDeclined: no money"]


def test_other_errors_of_a_call_are_in_words_too() -> None:
    assert shown(WorkflowUpdateFailedError(cause=DECLINED))[1:] == [
        "    the update was refused, or failed",
        "    ← PaymentDeclined: no money",
    ]
    assert shown(WorkflowAlreadyStartedError("order-1", "Order"))[1:] == [
        "    there is a workflow 'order-1' already"
    ]


def test_a_card_names_the_lines_that_asked_the_last_ones_first_to_be_kept() -> None:
    def ask(depth: int) -> None:
        if depth:
            ask(depth - 1)
        else:
            raise WorkflowFailureError(cause=DECLINED)

    with pytest.raises(WorkflowFailureError) as caught:
        ask(5)
    own = [line for line in shown(caught.value) if ", line " in line]
    assert len(own) == 3
    assert own[-1].endswith("raise WorkflowFailureError(cause=DECLINED)")
    assert own[0].endswith("ask(depth - 1)")
