"""Serving an answer: activities of the learner's own, given workflows, a process to kill."""

from __future__ import annotations

import contextlib
import uuid

import pytest
from temporalio import workflow
from temporalio.client import WorkflowFailureError
from temporalio.service import RPCError

from workshop.exercises import NotYet
from workshop.exercises.workflows.trial import Trial
from workshop.lab.lab import Lab
from workshop.modules.files import import_current, write_module

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.activities.workflows import PaymentWorkflow

ACTIVITY = """
from temporalio import activity
from workshop.orders import PaymentInput, PaymentResult

@activity.defn
def process_payment(payment: PaymentInput) -> PaymentResult:
    return PaymentResult("charged by the answer", payment.amount)
"""
WORKFLOW = """
from temporalio import workflow

@workflow.defn
class Answer:
    @workflow.run
    async def run(self, text: str) -> str:
        return text
"""


async def begin(lab: Lab, source: str, *given: type) -> Trial:
    name = f"serving_{uuid.uuid4().hex[:8]}"
    write_module(name, source, lab.workspace.work)
    return await Trial.begin(name, import_current(name), lab, given)


async def test_a_given_workflow_runs_the_answers_own_activity_which_may_block(lab: Lab) -> None:
    trial = await begin(lab, ACTIVITY, PaymentWorkflow)
    run = await trial.run("PaymentWorkflow", trial.new_order())
    assert run.expect_completed()["charge_id"] == "charged by the answer"
    await run.expect_replays()
    await trial.end()


async def test_an_answer_is_served_by_a_process_that_ends_with_the_trial(lab: Lab) -> None:
    trial = await begin(lab, WORKFLOW)
    process = await trial.process("a-queue-of-its-own")
    run = await trial.run("Answer", "tea", task_queue="a-queue-of-its-own")
    assert run.expect_completed() == "tea"
    await trial.end()
    assert not process.is_running
    assert process.output == ""


async def test_a_workflow_that_fails_before_a_message_comes_is_told_by_its_error(lab: Lab) -> None:
    trial = await begin(lab, WORKFLOW.replace("return text", "raise ValueError(text)"))
    run = await trial.start("Answer", "no tea")
    with contextlib.suppress(WorkflowFailureError):
        await run.handle.result()
    with pytest.raises(RPCError) as raised:
        await run.handle.signal("approve")
    finding = await trial.over_too_soon(raised.value)
    assert finding is not None
    assert finding.happened == "it failed: ValueError: no tea."
    await trial.end()


async def test_a_workflow_that_ended_late_is_not_said_to_run(lab: Lab) -> None:
    trial = await begin(lab, WORKFLOW)
    run = await trial.run("Answer", "tea")
    finding = await run.still_runs("the workflow to end within 5 s")
    assert isinstance(finding, NotYet)
    assert finding.happened == "it has ended only now."
    await trial.end()
