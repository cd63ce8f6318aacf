from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from temporalio.client import Client, WithStartWorkflowOperation, WorkflowUpdateStage
from temporalio.common import WorkflowIDConflictPolicy

from workshop.temporal.waiting import Diagnosis

from . import shop_workflows as shop
from .helpers import shop_worker, stuck, until


async def test_a_misspelt_task_queue_is_named_with_the_likely_one(
    explaining: Callable[..., Client], unique: str
) -> None:
    client = explaining(patience=timedelta(seconds=3), known=(f"{unique}-orders", "mails"))
    found = await stuck(
        client.execute_workflow(shop.Quick.run, id=unique, task_queue=f"{unique}-ordrs")
    )
    assert found == Diagnosis(
        kind="no-worker",
        what=f"Nothing runs your workflow '{unique}': no worker polls the task queue '{unique}-ordrs'.",
        evidence=f"Workers poll: 'mails', '{unique}-orders'. Did you mean '{unique}-orders'?",
        next_step=(
            f"Use the same task queue name on both sides, or start a worker on '{unique}-ordrs'."
        ),
        can_move_by_itself=False,
    )


async def test_a_query_that_nobody_answers_ends(client: Client, unique: str) -> None:
    handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
    found = await stuck(handle.query(shop.WaitsForSignal.is_confirmed))
    assert "no worker polls the task queue" in found.what


async def test_a_query_after_the_worker_stopped_ends(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
        assert await handle.query(shop.WaitsForSignal.is_confirmed) is False
    found = await stuck(handle.query(shop.WaitsForSignal.is_confirmed))
    assert found.what == (
        f"Nobody answers the query to your workflow '{unique}': "
        f"no worker polls the task queue '{unique}'."
    )


async def test_an_update_that_nobody_takes_ends(client: Client, unique: str) -> None:
    handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
    found = await stuck(handle.execute_update(shop.WaitsForSignal.ask))
    assert found.kind == "no-worker"


async def test_an_update_with_start_that_nobody_takes_ends(client: Client, unique: str) -> None:
    start = WithStartWorkflowOperation(
        shop.WaitsForSignal.run,
        id=unique,
        task_queue=unique,
        id_conflict_policy=WorkflowIDConflictPolicy.USE_EXISTING,
    )
    update = client.execute_update_with_start_workflow(
        shop.WaitsForSignal.ask, start_workflow_operation=start
    )
    assert (await stuck(update)).kind == "no-worker"


async def test_an_accepted_update_that_does_not_complete_explains_itself(
    client: Client, unique: str
) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.WaitsForSignal.run, id=unique, task_queue=unique)
        update = await handle.start_update(
            shop.WaitsForSignal.pay_elsewhere,
            f"{unique}-nobody",
            wait_for_stage=WorkflowUpdateStage.ACCEPTED,
        )
        found = await stuck(update.result())
        assert found.what.startswith("Nothing runs the activity 'process_payment'")
        async with shop_worker(client, f"{unique}-nobody"):
            assert await update.result() == "paid"


async def test_after_a_kill_temporal_is_given_its_ten_seconds_to_turn_to_another_worker(
    explaining: Callable[..., Client], told: list[Diagnosis], unique: str, server_address: str
) -> None:
    client = explaining(patience=timedelta(seconds=3))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "import asyncio, shop_workflows\n"
        "from temporalio.client import Client\n"
        "from temporalio.worker import Worker\n"
        "async def main():\n"
        f"    client = await Client.connect({server_address!r})\n"
        f"    await Worker(client, task_queue={unique!r},"
        " workflows=[shop_workflows.WaitsForSignal]).run()\n"
        "asyncio.run(main())",
    )
    signalled, queried, updated = [
        await client.start_workflow(
            shop.WaitsForSignal.run, id=f"{unique}-{purpose}", task_queue=unique
        )
        for purpose in ("signalled", "queried", "updated")
    ]
    for handle in (signalled, queried, updated):
        async for event in handle.fetch_history_events(wait_new_event=True):
            if event.HasField("workflow_task_completed_event_attributes"):
                break
    process.kill()
    await process.wait()
    await signalled.signal(shop.WaitsForSignal.confirm)
    waits = asyncio.gather(
        signalled.result(),
        queried.query(shop.WaitsForSignal.is_confirmed),
        updated.execute_update(shop.WaitsForSignal.ask),
    )
    explained = {handle.id for handle in (signalled, queried, updated)}
    await until(lambda: all(any(who in found.what for found in told) for who in explained))
    # The server may hand a task to the killed worker before it sees the connection closed.
    says = {
        "no-worker": "keeps the work for it for 10 s, then offers it to any worker",
        "workflow-task-runs": "After 10 s Temporal gives the task to any worker",
    }
    for found in told:
        assert says[found.kind] in found.evidence
        assert found.can_move_by_itself
    async with shop_worker(client, unique):
        assert list(await waits) == ["confirmed", False, "yes"]


async def test_a_worker_without_activities_is_told_from_none(
    explaining: Callable[..., Client], unique: str
) -> None:
    client = explaining(patience=timedelta(seconds=1))
    async with shop_worker(client, unique, activities=[]):
        found = await stuck(
            client.execute_workflow(
                shop.CallsActivity.run,
                args=["process_payment", None, 1],
                id=unique,
                task_queue=unique,
            )
        )
    assert found.what == (
        f"Nothing runs the activity 'process_payment' of your workflow '{unique}': "
        f"the worker on the task queue '{unique}' has no activities."
    )
    assert "activities=[...]" in found.next_step


async def test_a_worker_without_workflows_is_told_from_none(
    explaining: Callable[..., Client], unique: str
) -> None:
    client = explaining(patience=timedelta(seconds=1))
    async with shop_worker(client, unique, workflows=[]):
        found = await stuck(client.execute_workflow(shop.Quick.run, id=unique, task_queue=unique))
    assert f"the worker on the task queue '{unique}' has no workflows." in found.what


async def test_a_worker_with_much_to_do_is_waited_for(
    explaining: Callable[..., Client], told: list[Diagnosis], unique: str
) -> None:
    client = explaining(patience=timedelta(seconds=2))
    much_to_do = "It has just asked for work and got other work: there is much to do."

    def is_told() -> bool:
        return much_to_do in {diagnosis.evidence for diagnosis in told}

    async def pay(number: int) -> None:
        for _ in range(8):  # once is enough where patience is not stretched by other work
            if is_told():
                return
            paid = await client.execute_workflow(
                shop.CallsActivity.run,
                args=["pay_slowly", None, 1],
                id=f"{unique}-{number}",
                task_queue=unique,
            )
            assert paid == "paid"

    async with shop_worker(client, unique, max_concurrent_activities=1):
        await asyncio.gather(*map(pay, range(15)))
    assert is_told()
