"""Exercise worker_process: a worker as a program, killed and followed by two."""

from __future__ import annotations

import asyncio

from temporalio.api.enums.v1 import TaskQueueKind

from workshop.exercises import NotYet, Run, expect
from workshop.exercises.programs.program import ProgramExercise, ProgramTrial
from workshop.history import History, read_history
from workshop.history.follow import history_that_satisfies
from workshop.lessons.worker_and_client.evidence import GIVEN, ORDERS
from workshop.patience import SOON, meanwhile, slowness, wait_patiently
from workshop.processes.scratch import Scratch

#: Seconds in which a thread that an import began has connected.
A_THREADS_START = 0.7

worker_process = ProgramExercise(
    "worker_process",
    lesson="worker_and_client",
    module="order_worker",
    given=(GIVEN,),
    runs_by_itself=True,
    hints=[
        "You need four things: a client, a worker that's made with it, a wait that lasts as long as "
        "the worker, and below `main()` the lines that call it. Which activities does "
        "`OrderWorkflow` ask for?",
        "`Client.connect` is to be awaited; `**` turns a dictionary into arguments. `Worker` takes "
        "the client first, then `task_queue=`, `workflows=[…]` and `activities=[…]`.",
        "`await worker.run()` lasts as long as the worker. Python tells a program from an import by "
        "`__name__`. Lesson 00 left you a worker for another workflow: `work/first_worker.py`.",
    ],
)


@worker_process.requires("runs, and polls the task queue order-processing", within=20)
async def polls_the_queue(trial: ProgramTrial) -> None:
    await trial.start_program(polls=ORDERS)


@worker_process.requires("carries an order out, from its start to its payment", then=True)
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
        run.ledger.order is not None,
        expected="the order to be in the shop's books",
        happened="the shop does not know it.",
        think="which activities your worker serves, and whether they are the shop's.",
    )
    expect(
        len(run.ledger.open_charges) == 1,
        expected="one charge in the ledger",
        happened=f"it shows {len(run.ledger.open_charges)}.",
        think="which activities your worker serves, and whether they are the shop's.",
    )


@worker_process.requires("loses none of three orders when it is killed", within=20, then=True)
async def loses_none(trial: ProgramTrial) -> None:
    runs = await asyncio.gather(*(_waiting_order(trial) for _ in range(3)))
    _expect_running(trial)
    for run in runs:
        _expect_in_nobodys_memory(await read_history(run.handle))
    for program in trial.programs:
        program.kill()
    for run in runs:
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


@worker_process.requires("finds the server by a profile, too", within=20, then=True)
async def finds_a_profile(trial: ProgramTrial) -> None:
    folder = trial.until_its_end.enter_context(Scratch("profile"))
    file = folder / "temporal.toml"
    file.write_text(f'[profile.shop]\naddress = "{trial.address}"\nnamespace = "default"\n')
    try:
        await trial.start_program(
            polls=ORDERS,
            TEMPORAL_ADDRESS=None,
            TEMPORAL_NAMESPACE=None,
            TEMPORAL_CONFIG_FILE=str(file),
            TEMPORAL_PROFILE="shop",
        )
    except NotYet as not_yet:
        raise NotYet(
            expected="a program that runs and polls the task queue order-processing, also where "
            "TEMPORAL_PROFILE names a profile that has the server's address",
            happened=not_yet.happened,
            think="who reads the environment in your program, and what else than one variable can "
            "say where the server is.",
        ) from not_yet


@worker_process.requires("starts nothing when it is imported", within=20)
async def imports_quietly(trial: ProgramTrial) -> None:
    caller = trial.begin_caller()
    importing = asyncio.ensure_future(asyncio.to_thread(caller.ask, []))
    try:
        await wait_patiently(asyncio.shield(importing), 2 * SOON)
    except asyncio.TimeoutError as error:
        caller.end()
        await asyncio.gather(importing, return_exceptions=True)
        raise NotYet(
            expected="another program to import your module and go on",
            happened=f"the import was not over after {error.args[0]:.0f} s.",
            think="which line of your file starts main(), and when it should.",
        ) from None
    await asyncio.sleep(A_THREADS_START * slowness())
    expect(
        not trial.is_connected(caller.pid),
        expected="nothing to run after the import of your module",
        happened="the program that imported it has a connection to the Temporal server.",
        think="which line of your file starts main(), and when it should.",
    )


def _expect_running(trial: ProgramTrial) -> None:
    """Raise `NotYet` if a program of the trial has ended by itself."""
    for program in trial.programs:
        expect(
            program.is_running,
            expected="a worker that runs until somebody ends it",
            happened="it ended on its own while orders waited for it.",
            think="what main() waits for.",
        )


async def _waiting_order(trial: ProgramTrial) -> Run:
    """Start an order and wait until it is created and waits for its confirmation.

    Raises:
        NotYet: it does not get there; the finding says why.
    """
    run = await trial.start_order(trial.new_order(), task_queue=ORDERS)
    # The wait for a result explains itself, so it runs beside: it says what is the matter.
    creating = history_that_satisfies(run.handle, is_created)
    async with meanwhile(run.end()) as ended, meanwhile(creating) as created:
        await asyncio.wait({ended, created}, return_when=asyncio.FIRST_COMPLETED)
        if created.done() and not created.exception():
            return run
        history = await ended
        raise NotYet(
            expected="the order to wait until it is confirmed",
            happened=f"its workflow {history.status} before that.",
            think="which workflow your worker serves.",
        )


def is_created(history: History) -> bool:
    """Whether the order is created and its workflow has taken note: no task is on its way."""
    created = [each.closed_event for each in history.scheduled("create_order")]
    if not created or created[-1] is None:
        return False
    task = history.workflow_tasks[-1]
    return task.status == "completed" and task.scheduled_event > created[-1]


def _expect_in_nobodys_memory(history: History) -> None:
    """Raise `NotYet` if Temporal keeps the workflow's next task for the worker that it had last."""
    scheduled = [each.workflow_task_scheduled_event_attributes for each in history.events]
    kept = any(each.task_queue.kind == TaskQueueKind.TASK_QUEUE_KIND_STICKY for each in scheduled)
    expect(
        not kept,
        expected="any worker to be given an order's next task at once",
        happened="the history shows that Temporal kept tasks for the worker that has the order in "
        "its memory. When that one is killed, the order waits 10 s for it.",
        think="which argument of Worker says how many workflows it keeps in its memory.",
    )
