"""Exercise one_order_once: an order id is a lock."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import uuid
from datetime import timedelta
from typing import Any

from temporalio.client import WorkflowFailureError
from temporalio.service import RPCError

from workshop.exercises import expect
from workshop.exercises.engine.words import SAMPLE_ID
from workshop.exercises.programs.program import ProgramExercise, ProgramTrial
from workshop.history import read_history
from workshop.lessons.worker_and_client.evidence import (
    GIVEN,
    ORDERS,
    expect_id,
    expect_started,
    finish,
    serve_orders,
    started,
)
from workshop.orders import OrderInput

#: So often two processes place so many orders at the same time. Whoever looks first and then starts
#: meets the other process at one of them. Measured: in 8 rounds out of 10, a round takes 0.1 s.
ROUNDS, IN_A_ROUND = 6, 8

#: Characters of an id that no server takes: a workflow id has at most 1,000.
TOO_LONG = 1100

one_order_once = ProgramExercise(
    "one_order_once",
    lesson="worker_and_client",
    module="order_intake",
    given=(GIVEN,),
    runs_by_itself=True,
    hints=[
        "The table has a row for a run that's open, and one for a run that has closed. You need a "
        "policy for each.",
        "While a run is open you want its handle: `USE_EXISTING`. When one has closed you want no "
        "other, however it ended: `REJECT_DUPLICATE`, which refuses with an error.",
        "That error, `WorkflowAlreadyStartedError`, says that the order is known. To your caller "
        "that's an answer, not a failure. Every other error is one.",
    ],
)


@one_order_once.requires("starts an order and returns its id", within=20)
async def starts_an_order(trial: ProgramTrial) -> None:
    order = trial.new_order()
    trial.begin_caller()
    trial.begin_caller()  # a second process of the shop's, for the clicks of the other checks
    answer = await trial.call("start_order_workflow", order)
    # Two more, for which no order is started.
    trial.begin_caller(TEMPORAL_NAMESPACE="nowhere")
    trial.begin_caller(TEMPORAL_ADDRESS="127.0.0.1:1")
    expect_id(answer, order)
    await expect_started(trial, order)


@one_order_once.requires("gives the same order again while it runs", then=True)
async def same_while_running(trial: ProgramTrial) -> None:
    order = await started(trial)
    await _expect_no_second_run(trial, order, "while its run is open", "running")


@one_order_once.requires("takes five clicks at once for one order")
async def five_clicks(trial: ProgramTrial) -> None:
    order = trial.new_order()
    answers = await trial.call_at_once("start_order_workflow", [(order,)] * 5)
    for answer in answers:
        expect_id(answer, order, when="to each of five clicks at the same time")
    for _ in range(ROUNDS):
        await _expect_ids_in_each_process(trial, [trial.new_order() for _ in range(IN_A_ROUND)])


async def _expect_ids_in_each_process(trial: ProgramTrial, orders: list[OrderInput]) -> None:
    """Let each process place each order, all at the same time; raise `NotYet` without an id."""
    clicks = [(each,) for each in orders]
    answers = await asyncio.gather(
        *(
            trial.call_at_once("start_order_workflow", clicks, caller=each)
            for each in trial.callers[:2]
        )
    )
    for order, answer in zip(orders * len(answers), itertools.chain(*answers), strict=True):
        expect_id(answer, order, when="to two clicks at the same time, in two processes")


@one_order_once.requires("starts no second run when the order is completed")
async def none_when_completed(trial: ProgramTrial) -> None:
    order = await started(trial)
    await serve_orders(trial)
    await finish(trial, order)
    await _expect_no_second_run(trial, order, "after it was completed", "completed")


@one_order_once.requires("starts no second run when the order has failed")
async def none_when_failed(trial: ProgramTrial) -> None:
    order = await started(trial)
    trial.shop.decline("charge", order.order_id)
    await serve_orders(trial)
    await finish(trial, order)
    await _expect_no_second_run(trial, order, "after its payment was declined", "failed")


@one_order_once.requires(
    "starts no second run when the order was cancelled, terminated or timed out", within=20
)
async def none_when_ended_otherwise(trial: ProgramTrial) -> None:
    cancelled, terminated, timed_out = (
        await started(trial),
        await started(trial),
        trial.new_order(),
    )
    late = await trial.client.start_workflow(
        "OrderWorkflow",
        timed_out,
        id=timed_out.order_id,
        task_queue=ORDERS,
        execution_timeout=timedelta(seconds=1),
    )
    await trial.client.get_workflow_handle(terminated.order_id).terminate()
    await trial.client.get_workflow_handle(cancelled.order_id).cancel()
    with contextlib.suppress(WorkflowFailureError):
        await trial.client.get_workflow_handle(cancelled.order_id).result()
    await _expect_no_second_run(trial, cancelled, "after it was cancelled", "canceled")
    await _expect_no_second_run(trial, terminated, "after it was terminated", "terminated")
    with contextlib.suppress(WorkflowFailureError):
        await late.result()
    await _expect_no_second_run(trial, timed_out, "after it has timed out", "timed_out")


@one_order_once.requires("raises the error when the order could not be started", within=20)
async def no_id_without_an_order(trial: ProgramTrial) -> None:
    await _expect_error(
        trial, trial.new_order(), "the server said that it has no namespace nowhere", caller=2
    )
    await _expect_error(
        trial, trial.new_order(), "no server answered at the address that was given", caller=3
    )
    too_long = trial.new_order()
    too_long.order_id = too_long.order_id.ljust(TOO_LONG, "0")
    await _expect_error(
        trial, too_long, "the server said that the order's id is too long", caller=0
    )


async def _expect_error(
    trial: ProgramTrial, order: OrderInput, because: str, *, caller: int
) -> None:
    """Raise `NotYet` if an id comes back for an order that there is not."""
    answer = await trial.call(
        "start_order_workflow", order, within=10.0, caller=trial.callers[caller]
    )
    expect(
        answer.error is not None or not answer.in_time or await _is_known(trial, order),
        expected="start_order_workflow to raise the error when the server does not take the order",
        happened=f"{str(answer).replace('0' * 100, '')}. There is no such order: {because}.",
        think="which errors mean that the order is known, and what the others mean.",
    )


async def _expect_no_second_run(
    trial: ProgramTrial, order: OrderInput, when: str, status: str
) -> None:
    """Place the order once more; raise `NotYet` if anything comes of it but its id.

    Another process does so: what the first one keeps in its memory is no lock.
    """
    before = await trial.client.get_workflow_handle(order.order_id).describe()
    answer = await trial.call("start_order_workflow", order, caller=trial.callers[1])
    await _until_the_list_is_complete(trial)
    known = [each async for each in _runs_of(trial, order)]
    after = await trial.client.get_workflow_handle(order.order_id).describe()
    expect(
        after.run_id == before.run_id,
        expected=f"no second run when {SAMPLE_ID} is placed again {when}",
        happened=f"there is one: another run with the id {SAMPLE_ID} was started"
        + (", and the first was terminated." if await _is_terminated(trial, before) else "."),
        think="which policy decides about an id in this case.",
    )
    expect(
        not known,
        expected=f"no second run when {SAMPLE_ID} is placed again {when}",
        happened="there is one, under another id: Ada would pay twice.",
        think="what makes two clicks one order.",
    )
    expect_id(answer, order, when=f"also {when}")
    expect(
        after.status is not None and after.status.name.lower() == status,
        expected=f"the run of {SAMPLE_ID} to be {status} as before",
        happened=f"it is {after.status.name.lower() if after.status else 'gone'}.",
        think="what your function does to a run that is there already.",
    )


async def _until_the_list_is_complete(trial: ProgramTrial) -> None:
    """Wait until the server lists a workflow that is started now: the list lags behind a little."""
    mark = await trial.client.start_workflow("Mark", id=f"mark-{uuid.uuid4()}", task_queue="marks")
    while not (await trial.client.count_workflows(f"WorkflowId = '{mark.id}'")).count:
        await asyncio.sleep(0.02)
    await mark.terminate("it has been seen")


async def _is_known(trial: ProgramTrial, order: OrderInput) -> bool:
    try:
        await trial.client.get_workflow_handle(order.order_id).describe()
    except RPCError:
        return False
    return True


async def _is_terminated(trial: ProgramTrial, run: Any) -> bool:
    described = await trial.client.get_workflow_handle(run.id, run_id=run.run_id).describe()
    return described.status is not None and described.status.name == "TERMINATED"


async def _runs_of(trial: ProgramTrial, order: OrderInput) -> Any:
    """Yield the workflows whose input is this order but whose id is not.

    The server is the trial's own: what runs there was started by the answer.
    """
    async for each in trial.client.list_workflows():
        if each.id != order.order_id:
            history = await read_history(trial.client.get_workflow_handle(each.id))
            if history.input and history.input[0].get("order_id") == order.order_id:
                yield each
