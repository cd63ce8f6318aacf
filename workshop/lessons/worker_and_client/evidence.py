"""What the checks of lesson 04 share: orders started by the learner's client."""

from __future__ import annotations

from dataclasses import asdict

from temporalio.client import RPCError

from workshop.exercises import NotYet, Run, expect
from workshop.exercises.engine.words import SAMPLE_ID, listed
from workshop.exercises.programs.call import Answer
from workshop.exercises.programs.program import ProgramTrial
from workshop.exercises.workflows.wording import SLIPS, thought_on_slip
from workshop.history import read_history
from workshop.modules.files import import_current
from workshop.orders import (
    OrderInput,
    create_order,
    process_payment,
)

GIVEN = "confirmed_order"
ORDERS = "order-processing"


async def started(trial: ProgramTrial) -> OrderInput:
    """Let the answer start an order; raise `NotYet` unless it does."""
    order = trial.new_order()
    expect_id(await trial.call("start_order_workflow", order), order)
    return order


def expect_id(answer: Answer, order: OrderInput, when: str = "") -> None:
    """Raise `NotYet` unless the client answered in time, with the order's id."""
    expect_no_slip(answer, "start_order_workflow")
    expect(
        answer.in_time,
        expected="start_order_workflow to return as soon as the order is started",
        happened="it still waited after 5 s.",
        think="what it waits for: that the workflow is started, or that it has ended.",
    )
    expect(
        answer.value == order.order_id and answer.error is None,
        expected=f'start_order_workflow to return the order\'s id, "{SAMPLE_ID}"'
        + (f", {when}" if when else ""),
        happened=f"{answer}.",
        think="what the caller needs to find the order again."
        if answer.error is None
        else "what this error says about the order, and whether the caller has to know.",
    )


def expect_no_slip(answer: Answer, function: str) -> None:
    """Raise `NotYet` if a line of the learner's raised an error that only a mistake in it raises."""
    error_type, _, message = (answer.error or "").partition(": ")
    expect(
        answer.line is None or error_type not in SLIPS,
        expected=f"{function} to come to its end",
        happened=f"{answer} (line {answer.line} of your cell).",
        think=thought_on_slip(error_type, message),
    )


async def expect_started(trial: ProgramTrial, order: OrderInput) -> None:
    """Raise `NotYet` unless the order's workflow is there, under its id, on its task queue."""
    try:
        described = await trial.client.get_workflow_handle(order.order_id).describe()
    except RPCError:
        raise NotYet(
            expected=f"a workflow with the id {SAMPLE_ID} for the order {SAMPLE_ID}",
            happened="the server knows none.",
            think="which id the workflow is started with.",
        ) from None
    expect(
        described.workflow_type == "OrderWorkflow",
        expected="a workflow of the type OrderWorkflow",
        happened=f"it is {described.workflow_type}.",
        think="which workflow you start.",
    )
    expect(
        described.task_queue == ORDERS,
        expected=f"the workflow to be on the task queue {ORDERS}",
        happened=f"it is on {described.task_queue}, where nobody works.",
        think="which name the workers poll.",
    )
    history = await read_history(trial.client.get_workflow_handle(order.order_id))
    expect(
        history.input == (asdict(order),),
        expected="the workflow to be given the order as it was placed",
        happened=f"it was given {listed(map(repr, history.input)) or 'nothing'}.",
        think="what start_workflow takes besides the workflow.",
    )


async def serve_orders(trial: ProgramTrial) -> None:
    """Start a worker of the check's own for the lesson's OrderWorkflow."""
    await trial.work(
        ORDERS,
        workflows=[import_current(GIVEN).OrderWorkflow],
        activities=[create_order, process_payment],
    )


async def finish(trial: ProgramTrial, order: OrderInput) -> None:
    """Confirm the order and wait until it has ended, however it ends."""
    handle = trial.client.get_workflow_handle(order.order_id)
    await handle.signal("confirm")
    await Run(trial, "OrderWorkflow", handle, order.order_id).end()
