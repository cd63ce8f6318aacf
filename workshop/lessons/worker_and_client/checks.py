"""The exercises of lesson 03: what workers and clients of an order have to show."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

from temporalio.api.common.v1 import WorkflowExecution
from temporalio.api.workflowservice.v1 import ResetStickyTaskQueueRequest
from temporalio.client import RPCError, WorkflowUpdateFailedError

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.exercises.call import Answer
from workshop.exercises.program import ProgramExercise, ProgramTrial
from workshop.exercises.words import SAMPLE_ID
from workshop.history import History, read_history
from workshop.history.follow import HistoryError, history_that_satisfies
from workshop.notebook.modules import import_current
from workshop.orders import (
    OrderInput,
    create_order,
    process_payment,
    reserve_inventory,
)
from workshop.temporal.waiting import WorkflowStuckError

LESSON = "worker_and_client"
GIVEN = "confirmed_order"
ORDERS = "order-processing"
PAYMENTS = "payments"

worker_process = ProgramExercise(
    "worker_process",
    lesson=LESSON,
    module="order_worker",
    given=(GIVEN,),
    runs_by_itself=True,
    hints=[
        "A worker needs a client, the name of its task queue, and what it can run: workflows and "
        "activities. What does OrderWorkflow call?",
        "The client: await Client.connect(**ClientConfig.load_client_connect_config()). The worker: "
        "Worker(client, task_queue=..., workflows=[...], activities=[...]).",
        "await worker.run() lasts as long as the worker. Below main(), the last two lines of the "
        'file start it: if __name__ == "__main__": asyncio.run(main()).',
    ],
)

typed_client = ProgramExercise(
    "typed_client",
    lesson=LESSON,
    module="order_client",
    given=(GIVEN,),
    runs_by_itself=True,
    hints=[
        "Each function connects, then does one thing. client.start_workflow returns at once with a "
        "handle; the handle has an id.",
        "client.get_workflow_handle_for(OrderWorkflow.run, workflow_id) knows the result's type. "
        "handle.query(OrderWorkflow.get_status) asks; handle.result() waits.",
        "A query takes rpc_timeout=timedelta(seconds=1).",
    ],
)

one_order_once = ProgramExercise(
    "one_order_once",
    lesson=LESSON,
    module="order_intake",
    given=(GIVEN,),
    runs_by_itself=True,
    hints=[
        "Two arguments of start_workflow decide: id_conflict_policy while a run with this id is "
        "open, id_reuse_policy when one has closed.",
        "WorkflowIDConflictPolicy.USE_EXISTING gives you the open run. "
        "WorkflowIDReusePolicy.REJECT_DUPLICATE refuses when there was a run: with an error.",
        "WorkflowAlreadyStartedError then means: this order is already known. That is an answer, "
        "not a failure.",
    ],
)

payment_queue = ProgramExercise(
    "payment_queue",
    lesson=LESSON,
    module="payments_apart",
    runs_by_itself=False,
    hints=[
        "An activity goes to the workflow's own task queue unless execute_activity names another.",
        'execute_activity takes task_queue="payments".',
        "While the payments service is away, its work waits in the queue. Which timeouts count "
        "while it waits there, and do you want any of them?",
    ],
)

change_update = Exercise(
    "change_update",
    lesson=LESSON,
    module="changeable_order",
    hints=[
        "@workflow.update makes a method an update. What it returns is the answer.",
        "@change_quantity.validator marks the method that looks at the argument first. It takes "
        "the same argument, raises to refuse, and must change nothing.",
        "The workflow knows two things that the validator needs: the quantity asked for, and "
        "whether the order was confirmed. What is charged is self._order.total.",
    ],
)


# worker_process


@worker_process.requires("runs, and polls the task queue order-processing", within=20)
async def polls_the_queue(trial: ProgramTrial) -> None:
    await trial.start_program(polls=ORDERS)


@worker_process.requires("carries an order out, from its start to its payment")
async def carries_out(trial: ProgramTrial) -> None:
    try:
        run = await _waiting_order(trial)
        await run.handle.signal("confirm")
        await run.end()
    except NotYet:
        _expect_running(trial)  # else this is the reason
        raise
    run.expect_completed()
    expect(
        len(run.ledger.open_charges) == 1,
        expected="one charge in the ledger",
        happened=f"it shows {len(run.ledger.open_charges)}.",
        think="which activities your worker serves, and whether they are the shop's.",
    )


@worker_process.requires("loses none of three orders when it is killed", within=20)
async def loses_none(trial: ProgramTrial) -> None:
    runs = await asyncio.gather(*(_waiting_order(trial) for _ in range(3)))
    _expect_running(trial)
    for program in trial.programs:
        program.kill()
    for run in runs:
        await _forget_the_killed_worker(trial, run)
        await run.handle.signal("confirm")
    await asyncio.gather(*(trial.start_program(polls=ORDERS) for _ in range(2)))
    for run in runs:
        await run.end()
        run.expect_completed()
        for step in ("create_order", "process_payment"):
            times = len(run.history.scheduled(step))
            expect(
                times == 1,
                expected=f"{step} to be scheduled once in the history of each order",
                happened=f"it was scheduled {times} times.",
                think="what the second worker goes by.",
            )


def _expect_running(trial: ProgramTrial) -> None:
    """Raise `NotYet` if a program of the trial has ended by itself."""
    for program in trial.programs:
        expect(
            program.is_running,
            expected="a worker that runs until somebody ends it",
            happened="it ended by itself while orders waited for it.",
            think="what main() waits for.",
        )


async def _waiting_order(trial: ProgramTrial) -> Run:
    """Start an order and wait until it is created and waits for its confirmation.

    Raises:
        NotYet: it does not get there; the finding says why.
    """
    run = await trial.start_order(trial.new_order(), task_queue=ORDERS)
    # The wait for a result explains itself, so it runs beside: it says what is the matter.
    ended = asyncio.ensure_future(run.end())
    created = asyncio.ensure_future(history_that_satisfies(run.handle, _is_created))
    try:
        await asyncio.wait({ended, created}, return_when=asyncio.FIRST_COMPLETED)
        if created.done() and not created.exception():
            return run
        history = await ended
        raise NotYet(
            expected="the order to wait until it is confirmed",
            happened=f"its workflow {history.status} before that.",
            think="which workflow your worker serves.",
        )
    finally:
        ended.cancel()
        created.cancel()
        await asyncio.gather(ended, created, return_exceptions=True)


def _is_created(history: History) -> bool:
    """Whether the order is created and its workflow has taken note: no task is on its way."""
    created = [each.closed_event for each in history.scheduled("create_order")]
    if not created or created[-1] is None:
        return False
    task = history.workflow_tasks[-1]
    return task.status == "completed" and task.scheduled_event > created[-1]


async def _forget_the_killed_worker(trial: ProgramTrial, run: Run) -> None:
    """Let any worker take the workflow's next task at once.

    Temporal would keep it for the worker that had the workflow in its memory, for 10 s.
    """
    await trial.client.workflow_service.reset_sticky_task_queue(
        ResetStickyTaskQueueRequest(
            namespace=trial.client.namespace,
            execution=WorkflowExecution(workflow_id=run.handle.id),
        )
    )


# typed_client


@typed_client.requires("starts an order under its own id, and waits for nobody", within=20)
async def starts_under_its_id(trial: ProgramTrial) -> None:
    order = trial.new_order()
    answer = await trial.call("start_order_workflow", order)  # nobody works on it yet
    _expect_id(answer, order)
    await _expect_started(trial, order)


@typed_client.requires("gives up after a moment when no worker answers")
async def gives_up(trial: ProgramTrial) -> None:
    order = await _started(trial)
    answer = await trial.call("get_order_status", order.order_id, within=6.0)
    expect(
        answer.in_time,
        expected="get_order_status to give up when no worker answers its query within a second",
        happened="it still waited after 6 s.",
        think="how long a query waits when nobody says, and which argument says.",
    )
    expect(
        answer.error is not None,
        expected="get_order_status to raise the error of its query when no worker answers",
        happened=f"{answer}.",
        think="who can know the status of an order: the server, or the workflow's code.",
    )


@typed_client.requires("tells how an order is doing", within=15)
async def tells_the_status(trial: ProgramTrial) -> None:
    order = await _started(trial)
    await _serve_orders(trial)
    await history_that_satisfies(trial.client.get_workflow_handle(order.order_id), _is_created)
    await _expect_status(trial, order, "pending", "while the order waits to be confirmed")
    await _finish(trial, order)
    await _expect_status(trial, order, "completed", "when the order is done")


@typed_client.requires("gives the result as an OrderResult")
async def gives_an_order_result(trial: ProgramTrial) -> None:
    order = await _started(trial)
    await _serve_orders(trial)
    await _finish(trial, order)
    answer = await trial.call("get_order_result", order.order_id)
    expect(
        answer.type == "OrderResult",
        expected="get_order_result to return an OrderResult",
        happened=f"{answer}" + (", a plain dict." if answer.type == "dict" else "."),
        think="how a handle that only has an id could know the type of the result.",
    )
    expect(
        answer.value == {"order_id": order.order_id, "status": "completed"},
        expected=f'OrderResult("{SAMPLE_ID}", "completed")',
        happened=f"{answer}.",
        think="whose result this is.",
    )


async def _expect_status(trial: ProgramTrial, order: OrderInput, status: str, when: str) -> None:
    for _ in range(3):  # on a slow machine the worker may need longer than the query has
        answer = await trial.call("get_order_status", order.order_id)
        if answer.error is None:
            break
    expect(
        answer.value == status and answer.error is None,
        expected=f'get_order_status to return "{status}" {when}',
        happened=f"{answer}.",
        think="whom you ask, and for what: the workflow itself knows how far it is.",
    )


# one_order_once


@one_order_once.requires("starts an order and returns its id", within=20)
async def starts_an_order(trial: ProgramTrial) -> None:
    order = trial.new_order()
    _expect_id(await trial.call("start_order_workflow", order), order)
    await _expect_started(trial, order)


@one_order_once.requires("gives the same order again while it runs")
async def same_while_running(trial: ProgramTrial) -> None:
    order = await _started(trial)
    await _expect_no_second_run(trial, order, "while its run is open", "running")


@one_order_once.requires("takes five clicks at once for one order")
async def five_clicks(trial: ProgramTrial) -> None:
    order = trial.new_order()
    answers = await trial.call_at_once("start_order_workflow", [(order,)] * 5)
    for answer in answers:
        _expect_id(answer, order, when="to each of five clicks at the same time")


@one_order_once.requires("starts no second run when the order is completed")
async def none_when_completed(trial: ProgramTrial) -> None:
    order = await _started(trial)
    await _serve_orders(trial)
    await _finish(trial, order)
    await _expect_no_second_run(trial, order, "after it was completed", "completed")


@one_order_once.requires("starts no second run when the order has failed")
async def none_when_failed(trial: ProgramTrial) -> None:
    order = await _started(trial)
    trial.shop.decline("charge", order.order_id)
    await _serve_orders(trial)
    await _finish(trial, order)
    await _expect_no_second_run(trial, order, "after its payment was declined", "failed")


async def _expect_no_second_run(
    trial: ProgramTrial, order: OrderInput, when: str, status: str
) -> None:
    """Place the order once more; raise `NotYet` if anything comes of it but its id."""
    before = await trial.client.get_workflow_handle(order.order_id).describe()
    answer = await trial.call("start_order_workflow", order)
    known = [each async for each in _runs_of(trial, order)]
    after = await trial.client.get_workflow_handle(order.order_id).describe()
    expect(
        after.run_id == before.run_id,
        expected=f"no second run when {SAMPLE_ID} is placed again {when}",
        happened=f"there is one: another run with the id {SAMPLE_ID} was started"
        + (", and the first was terminated." if await _is_terminated(trial, before) else "."),
        think="which policy decides what becomes of an id in this case.",
    )
    expect(
        not known,
        expected=f"no second run when {SAMPLE_ID} is placed again {when}",
        happened="there is one, under another id: Ada would pay twice.",
        think="what makes two clicks one order.",
    )
    _expect_id(answer, order, when=f"also {when}")
    expect(
        after.status is not None and after.status.name.lower() == status,
        expected=f"the run of {SAMPLE_ID} to be {status} as before",
        happened=f"it is {after.status.name.lower() if after.status else 'gone'}.",
        think="what your function does to a run that is there already.",
    )


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


# What typed_client and one_order_once share


async def _started(trial: ProgramTrial) -> OrderInput:
    """Let the answer start an order; raise `NotYet` unless it does."""
    order = trial.new_order()
    _expect_id(await trial.call("start_order_workflow", order), order)
    return order


def _expect_id(answer: Answer, order: OrderInput, when: str = "") -> None:
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


async def _expect_started(trial: ProgramTrial, order: OrderInput) -> None:
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


async def _serve_orders(trial: ProgramTrial) -> None:
    """Start a worker of the check's own for the lesson's OrderWorkflow."""
    await trial.work(
        ORDERS,
        workflows=[import_current(GIVEN).OrderWorkflow],
        activities=[create_order, process_payment],
    )


async def _finish(trial: ProgramTrial, order: OrderInput) -> None:
    """Confirm the order and wait until it has ended, however it ends."""
    handle = trial.client.get_workflow_handle(order.order_id)
    await handle.signal("confirm")
    await Run(trial, "OrderWorkflow", handle, order.order_id).end()


# payment_queue


@payment_queue.requires("completes an order when both services run")
async def completes_with_both(trial: ProgramTrial) -> None:
    await _serve_steps(trial)
    await _serve_payments(trial)
    run = await _completed(trial)
    expect(
        len(run.ledger.open_charges) == 1 and run.ledger.held_stock,
        expected="one charge and the goods reserved",
        happened=f"the ledger shows {len(run.ledger.open_charges)} charges and "
        f"{run.ledger.held_stock or 'nothing'} reserved.",
        think="which steps an order needs.",
    )


@payment_queue.requires("sends the payment to the task queue payments, and nothing else")
async def only_the_payment(trial: ProgramTrial) -> None:
    run = await _completed(trial)
    for each in run.history.activities:
        wanted = PAYMENTS if each.type == "process_payment" else ORDERS
        expect(
            each.task_queue == wanted,
            expected=f"{each.type} to be asked for on the task queue {wanted}",
            happened=f"the history shows it on {each.task_queue}.",
            think="where an activity goes when nobody names a task queue.",
        )
    expect(
        len(run.history.scheduled("process_payment")) == 1,
        expected="the history to show process_payment once",
        happened=f"it shows it {len(run.history.scheduled('process_payment'))} times.",
        think="how often an order is paid.",
    )


@payment_queue.requires("waits for a payments service that is away, and goes on")
async def waits_and_goes_on(trial: ProgramTrial) -> None:
    for worker in trial.background:
        if worker.task_queue == PAYMENTS:
            await worker.stop()
    run = await trial.start_order(trial.new_order(), task_queue=ORDERS)
    try:
        history = await asyncio.wait_for(
            history_that_satisfies(run.handle, lambda each: each.scheduled("process_payment")), 5
        )
    except (HistoryError, asyncio.TimeoutError):
        history = await read_history(run.handle)
        raise NotYet(
            expected="the order to ask for its payment although nobody works on payments",
            happened=f"the history ends without; the workflow is {history.status}.",
            think="what your workflow waits for.",
        ) from None
    await _serve_payments(trial)
    await run.end()
    run.expect_completed()
    expect(
        len(run.ledger.open_charges) == 1,
        expected="one charge once the payments service is back",
        happened=f"the ledger shows {len(run.ledger.open_charges)}.",
        think="who waits for the payment.",
    )


@payment_queue.requires("would wait for an hour as well")
async def would_wait_an_hour(trial: ProgramTrial) -> None:
    run = await _completed(trial)
    payment = run.history.activity("process_payment")
    # The server takes a schedule-to-close timeout for schedule-to-start as well.
    limits = {
        "a schedule-to-close timeout": payment.schedule_to_close_timeout,
        "a schedule-to-start timeout": payment.schedule_to_start_timeout,
        "a timer beside the payment": min(
            (each.duration for each in run.history.timers), default=None
        ),
    }
    for name, limit in limits.items():
        if limit and limit < timedelta(hours=1):
            raise NotYet(
                expected="an order that waits an hour for the payments service",
                happened=f"the history shows {name} of {limit.total_seconds():g} s.",
                think="which limits count while an activity waits in its task queue.",
            )


@payment_queue.requires("takes the same steps in a replay")
async def payment_queue_replays(trial: ProgramTrial) -> None:
    await trial.expect_replays()


async def _completed(trial: ProgramTrial) -> Run:
    run = await trial.start_order(trial.new_order(), task_queue=ORDERS)
    await run.end()
    result = run.expect_completed()
    expect(
        result == {"order_id": run.order_id, "status": "completed"},
        expected=f'OrderResult("{SAMPLE_ID}", "completed") as the result',
        happened=f"it was {result}.",
        think="what run() returns.",
    )
    return run


async def _serve_steps(trial: ProgramTrial) -> None:
    trial.workflow_type("OrderWorkflow")
    await trial.work(
        ORDERS,
        workflows=list(trial.workflows.values()),
        activities=[create_order, reserve_inventory],
        workflow_failure_exception_types=[Exception],
    )


async def _serve_payments(trial: ProgramTrial) -> None:
    await trial.work(PAYMENTS, activities=[process_payment])


# change_update


@change_update.requires("charges what was ordered when nothing changes")
async def charges_what_was_ordered(trial: Trial) -> None:
    run = await _open_order(trial)
    await _expect_charged(run, 4200, "an order of two teapots that nobody changed")


@change_update.requires("answers a change with the new total")
async def answers_with_the_total(trial: Trial) -> None:
    run = await _open_order(trial)
    total = await _change(run, 3)
    expect(
        total == 6300,
        expected="change_quantity(3) to answer 6300, the cents that three teapots cost",
        happened=f"it answered {total!r}.",
        think="what your update returns.",
    )


@change_update.requires("charges what was agreed on last")
async def charges_what_was_agreed(trial: Trial) -> None:
    run = await _open_order(trial)
    await _change(run, 3)
    await _change(run, 5)
    await _expect_charged(run, 10500, "an order that was changed to three teapots, then to five")


@change_update.requires("refuses a quantity below one")
async def refuses_nonsense(trial: Trial) -> None:
    run = await _open_order(trial)
    for quantity in (0, -1):
        await _expect_refused(run, quantity, f"change_quantity({quantity}) to be refused")


@change_update.requires("writes nothing into the history when it refuses")
async def refuses_without_a_trace(trial: Trial) -> None:
    run = await _open_order(trial)
    await _expect_refused(run, 0, "change_quantity(0) to be refused")
    history = await read_history(run.handle)
    expect(
        not history.updates,
        expected="a history without a trace of a change that was refused",
        happened=f"the history shows the update, accepted and then {history.updates[0].status}."
        if history.updates
        else "",
        think="who looks at the argument: the handler, when the update is accepted already, or "
        "somebody before it.",
    )


@change_update.requires("changes nothing when it refuses")
async def refusing_changes_nothing(trial: Trial) -> None:
    run = await _open_order(trial)
    await _expect_refused(run, 0, "change_quantity(0) to be refused")
    await _expect_charged(run, 4200, "an order of two teapots and a change that was refused")


@change_update.requires("refuses a change that comes after the confirmation")
async def refuses_late(trial: Trial) -> None:
    run = await _open_order(trial, slow_payment=3.0)
    await run.handle.signal("confirm")
    await _until(run, "process_payment", closed=False)
    await _expect_refused(run, 5, "a change to be refused once the order is confirmed")
    expect(
        not (await read_history(run.handle)).updates,
        expected="a history without a trace of the change that came too late",
        happened="the history shows the update: it was accepted first.",
        think="where the workflow knows that the order is confirmed.",
    )


@change_update.requires("takes the same steps in a replay")
async def change_update_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _open_order(trial: Trial, slow_payment: float = 0) -> Run:
    """Start an order and wait until it waits for its confirmation."""
    order = trial.new_order()
    if slow_payment:
        trial.shop.delay("charge", order.order_id, slow_payment)
    run = await trial.start("OrderWorkflow", order)
    await _until(run, "create_order", closed=True)
    return run


async def _until(run: Run, step: str, *, closed: bool) -> None:
    """Wait until the step is asked for, or over; raise `NotYet` if the workflow ends first."""

    def there(history: History) -> bool:
        return any(each.closed_event or not closed for each in history.scheduled(step))

    try:
        await asyncio.wait_for(history_that_satisfies(run.handle, there), 6)
    except (HistoryError, asyncio.TimeoutError):
        history = await read_history(run.handle)
        raise NotYet(
            expected=f"the order to get to its step {step}",
            happened=f"the workflow {history.status}"
            + (f": {history.failure.origin}." if history.failure else " without it."),
            think="what your workflow does before that step.",
        ) from None


async def _change(run: Run, quantity: int) -> Any:
    """Return what the update answers; raise `NotYet` if it does not."""
    try:
        return await run.handle.execute_update("change_quantity", quantity)
    except (WorkflowUpdateFailedError, WorkflowStuckError, RPCError) as error:
        raise NotYet(
            expected=f"an answer to the update change_quantity({quantity})",
            happened=f"there was none: {_reason(error)}.",
            think="which decorator makes a method an update, and what can go wrong in it.",
        ) from error


async def _expect_refused(run: Run, quantity: int, expected: str) -> None:
    """Raise `NotYet` unless the update is refused, and the order goes on."""
    try:
        answer = await run.handle.execute_update("change_quantity", quantity)
    except WorkflowUpdateFailedError:
        pass
    except (WorkflowStuckError, RPCError) as error:
        raise NotYet(
            expected=f"{expected}, and the order to go on",
            happened=f"{_reason(error)}.",
            think="what an ordinary exception in a handler does to the workflow.",
        ) from error
    else:
        raise NotYet(
            expected=expected,
            happened=f"it answered {answer!r}.",
            think="what looks at a change before it is accepted.",
        )
    history = await read_history(run.handle)
    expect(
        history.status == "running",
        expected=f"{expected}, and the order to go on",
        happened=f"the workflow {history.status}"
        + (f": {history.failure.origin}." if history.failure else "."),
        think="what an ordinary exception in a handler does to the workflow.",
    )


async def _expect_charged(run: Run, cents: int, what: str) -> None:
    await run.handle.signal("confirm")
    await run.end()
    asked = [each.input[0]["amount"] for each in run.history.scheduled("process_payment")]
    expect(
        asked in ([cents], []),
        expected=f"a payment of {cents} cents for {what}",
        happened=f"the history shows that process_payment was asked for {asked and asked[0]}.",
        think="which methods may change the order, and which order the payment is made for.",
    )
    run.expect_completed()
    amounts = [charge.amount for charge in run.ledger.charges]
    expect(
        amounts == [cents],
        expected=f"one charge of {cents} cents for {what}",
        happened=f"the ledger shows {', '.join(map(str, amounts)) or 'no charge'}.",
        think="which methods may change the order, and which order the payment is made for.",
    )


# Looking into answers


def _reason(error: BaseException) -> str:
    return str(error.__cause__ or error).rstrip(".")
