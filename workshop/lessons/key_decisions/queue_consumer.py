"""Exercise queue_consumer: messages become workflows, once each, whatever happens meanwhile."""

from __future__ import annotations

import asyncio
import contextlib

from temporalio.client import WorkflowFailureError

from workshop.exercises import expect
from workshop.history import read_history
from workshop.lessons.key_decisions.queue_trial import (
    A_MOMENT,
    NO_SECOND_CHANCE,
    TASK_QUEUE,
    TEA,
    WORKFLOW,
    Queue,
    QueueExercise,
    QueueTrial,
)
from workshop.modules.files import import_current
from workshop.orders import create_order, process_payment

GIVEN = "market_order"

#: The message of the queue beside.
REFUSED = "message-7"

queue_consumer = QueueExercise(
    "queue_consumer",
    lesson="key_decisions",
    module="market_consumer",
    given=(GIVEN, "market_inbox"),
    runs_by_itself=True,
    hints=[
        "Two things have to happen in handle: Temporal learns of the order, and the broker learns "
        "that the message is done. Which of the two can you afford to lose when the program is "
        "killed in between?",
        "client.start_workflow returns as soon as Temporal knows the order; it doesn't wait for "
        "the result. For a message that comes again, look at the table of the two policies in "
        "lesson 04, The id is the lock.",
        "One policy is for an order that has ended: REJECT_DUPLICATE. The error it raises means "
        "that the order had its run. That's the only error you want to catch, and only around "
        "start_workflow.",
        "`try: await client.start_workflow(MarketOrder.run, order, id=order.order_id, ...)`, "
        "`except WorkflowAlreadyStartedError: pass`, and after both `await message.ack()`.",
    ],
)


@queue_consumer.requires("starts an order for each message", within=25)
async def starts_orders(trial: QueueTrial) -> None:
    queue = await trial.queue(ack_wait=NO_SECOND_CHANCE)
    await _begin_the_refused(trial)
    messages = [trial.new_message_id(f"message-{number}") for number in (1, 2, 3)]
    for message_id in messages:
        await queue.publish(message_id)
    queue.start_program()
    for message_id in messages:
        await queue.expect_order(
            message_id,
            when="while no worker is running",
            think="which id each workflow gets, and what handle waits for before the next message "
            "gets its turn.",
        )
        history = await read_history(trial.client.get_workflow_handle(message_id))
        expect(
            history.workflow_type == WORKFLOW and [*history.input] == [_order(message_id)],
            expected=f"{WORKFLOW} to be started with what order_in returns for {message_id}",
            happened=f"{history.workflow_type} was started with {[*history.input]}.",
            think="what you pass to start_workflow.",
        )
        order = await trial.order(message_id)
        expect(
            order and order.task_queue == TASK_QUEUE,
            expected=f"the workflow to be on the task queue {TASK_QUEUE}",
            happened=f"it is on {order and order.task_queue}.",
            think="which name the workers poll.",
        )


@queue_consumer.requires("acks each message", then=True)
async def acks(trial: QueueTrial) -> None:
    queue = trial.queues[0]
    await queue.expect_done(when="when its order is started")
    await queue.expect_handed_out_once()


@queue_consumer.requires("does nothing when a message comes again", within=25, then=True)
async def does_nothing_again(trial: QueueTrial) -> None:
    queue = trial.queues[0]
    message_id = trial.new_message_id("message-4")
    await queue.publish(message_id)
    run_id = await queue.expect_order(
        message_id, when="for a new message", think="the loop that takes the messages."
    )
    await queue.expect_done(when="when its order is started")
    await _expect_no_other_run(trial, message_id, run_id, "while its order is still running")
    await trial.work(
        TASK_QUEUE,
        workflows=[import_current(GIVEN).MarketOrder],
        activities=[create_order, process_payment],
    )
    await trial.client.get_workflow_handle(message_id).result()
    await _expect_no_other_run(trial, message_id, run_id, "after its order was completed")
    for name, ending in (("failed", None), ("cancelled", "cancel"), ("terminated", "terminate")):
        message_id = trial.new_message_id(f"a message whose order is {name}")
        trial.shop.decline("charge", message_id)
        if ending:
            trial.shop.fail("create_order", message_id)
        await queue.publish(message_id)
        run_id = await queue.expect_order(
            message_id, when="for a new message", think="the loop that takes the messages."
        )
        order = trial.client.get_workflow_handle(message_id)
        if ending:
            await getattr(order, ending)()
        with contextlib.suppress(WorkflowFailureError):
            await order.result()
        await _expect_no_other_run(
            trial,
            message_id,
            run_id,
            "after its order has failed" if not ending else f"after its order was {name}",
        )


@queue_consumer.requires(
    "loses no order when it is killed before Temporal knows it", within=25, then=True
)
async def killed_before(trial: QueueTrial) -> None:
    queue = await trial.queue()
    queue.start_program()
    await queue.until(queue.is_waited_for)
    message_id = trial.new_message_id("message-5")
    queue.line.requests.clear()
    await _publish_and_kill(queue, message_id)
    await queue.expect_order(
        message_id,
        when="from the next program, after the first was killed before Temporal knew the order",
        think="what the broker does with a message after its ack, and when you may send that.",
    )
    await queue.expect_done(when="in the end")


@queue_consumer.requires("loses nothing when it is killed before its ack", within=25, then=True)
async def killed_after(trial: QueueTrial) -> None:
    queue = trial.queues[2]
    message_id = trial.new_message_id("message-6")
    queue.line.answers.clear()
    await _publish_and_kill(queue, message_id)
    run_id = await queue.expect_order(
        message_id,
        when="when the program was killed before its ack",
        think="what the next program does with such a message.",
    )
    await queue.expect_done(when="in the end, when the program was killed before its ack")
    queue.expect_running("when a message comes again")
    await _expect_run(trial, message_id, run_id, "when the program was killed before its ack")


@queue_consumer.requires("keeps the message when Temporal refuses", within=25)
async def refused(trial: QueueTrial) -> None:
    queue = trial.queues[1]
    await queue.until(queue.is_handed_out)
    await asyncio.sleep(A_MOMENT)
    await _next_program(queue)
    await queue.expect_order(
        REFUSED,
        when="from the next program, after Temporal had refused the first",
        think="which errors of start_workflow mean that the order had its run, and what any other "
        "error does to the message.",
    )


async def _begin_the_refused(trial: QueueTrial) -> None:
    """Let a program run beside, on a queue of its own, to which Temporal refuses every order."""
    queue = await trial.queue()
    await queue.publish(REFUSED)
    queue.start_program(TEMPORAL_NAMESPACE="no-such-namespace")


async def _publish_and_kill(queue: Queue, message_id: str) -> None:
    """Kill the program when it has the message, on a line that holds something back."""
    await queue.publish(message_id)
    await queue.until(queue.is_handed_out)
    await asyncio.sleep(A_MOMENT)
    await _next_program(queue)


async def _next_program(queue: Queue) -> None:
    """Kill the program and start another, which Temporal hears and answers."""
    queue.program.kill()
    await queue.line.cut()
    queue.start_program()


async def _expect_no_other_run(trial: QueueTrial, message_id: str, run_id: str, when: str) -> None:
    """Publish the message once more; raise `NotYet` if anything comes of it but an ack."""
    queue = trial.queues[0]
    await queue.publish(message_id)
    await queue.expect_done(when=f"when it comes again {when}")
    queue.expect_running(f"when a message comes again {when}")
    await _expect_run(trial, message_id, run_id, f"when it comes again {when}")


async def _expect_run(trial: QueueTrial, message_id: str, run_id: str, when: str) -> None:
    order = await trial.order(message_id)
    expect(
        order and order.run_id == run_id,
        expected=f"no other run for {message_id} {when}",
        happened="there is one: the order would be carried out twice.",
        think="which two policies decide what a start does with an id that's in use, or was.",
    )


def _order(message_id: str) -> dict[str, object]:
    return {"order_id": message_id, **TEA}
