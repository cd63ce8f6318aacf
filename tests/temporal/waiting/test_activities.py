from __future__ import annotations

import asyncio
import re

import pytest
from temporalio.client import Client, WorkflowFailureError

from workshop.temporal.waiting import Diagnosis, diagnose

from . import shop_workflows as shop
from .helpers import shop_worker, stuck, until


async def test_retries_are_told_with_attempt_pause_and_last_error(
    client: Client, told: list[Diagnosis], unique: str
) -> None:
    async with shop_worker(client, unique):
        wait = client.execute_workflow(
            shop.CallsActivity.run,
            args=["decline_payment", None, 3],
            id=unique,
            task_queue=unique,
        )
        with pytest.raises(WorkflowFailureError):
            await wait
    assert {diagnosis.kind for diagnosis in told} == {"activity-retries"}
    assert told[-1].what == (
        f"The activity 'decline_payment' of your workflow '{unique}' fails; Temporal retries it."
    )
    said = {diagnosis.evidence.partition(", at shop_workflows.py line ")[0] for diagnosis in told}
    # Which of these a look meets depends on the moment.
    assert said <= {
        f"It is on attempt {attempt} (of 3); {when} Last error: ValueError: card declined"
        for attempt, pause in ((2, 1), (3, 2))
        for when in (f"the next attempt comes {pause} s after the last.", "it runs now.")
    }
    assert told[-1].can_move_by_itself


async def test_after_a_timeout_too_the_next_try_is_told(
    client: Client, told: list[Diagnosis], unique: str
) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(shop.FallsSilent.run, id=unique, task_queue=unique)
        wait = asyncio.ensure_future(handle.result())
        await until(lambda: any(diagnosis.kind == "activity-retries" for diagnosis in told))
        await handle.terminate()
        await asyncio.gather(wait, return_exceptions=True)
    seconds = re.search(r"the next attempt comes in ([\d.]+) s\.", told[-1].evidence)
    assert seconds, told[-1].evidence
    assert 0 < float(seconds[1]) <= 40


async def test_an_unregistered_activity_is_named_with_those_the_worker_has(
    client: Client, unique: str
) -> None:
    async with shop_worker(client, unique):
        found = await stuck(
            client.execute_workflow(
                shop.CallsActivity.run,
                args=["proces_payment", None, 0],
                id=unique,
                task_queue=unique,
            )
        )
    assert found.kind == "activity-unregistered"
    assert found.what == (
        f"The worker on the task queue '{unique}' has no activity 'proces_payment'; "
        f"your workflow '{unique}' waits for it."
    )
    assert found.evidence == (
        "It has: ask_a_person, decline_payment, pay_slowly, process_payment, refund. "
        "Did you mean 'process_payment'?"
    )


async def test_an_activity_on_a_task_queue_without_worker_is_named(
    client: Client, unique: str
) -> None:
    async with shop_worker(client, unique):
        found = await stuck(
            client.execute_workflow(
                shop.CallsActivity.run,
                args=["process_payment", f"{unique}-mails", 0],
                id=unique,
                task_queue=unique,
            )
        )
    assert found.what == (
        f"Nothing runs the activity 'process_payment' of your workflow '{unique}': "
        f"no worker polls the task queue '{unique}-mails'."
    )


async def test_an_activity_at_work_is_told_as_such(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(
            shop.CallsActivity.run, args=["ask_a_person", None, 0], id=unique, task_queue=unique
        )
        found: list[Diagnosis | None] = [None]

        async def look() -> None:
            while not (found[0] and found[0].kind == "activity-runs"):
                found[0] = await diagnose(client, unique)

        await asyncio.wait_for(look(), 10)
        assert found[0]
        assert found[0].evidence == (
            "Temporal gives its worker 60 s to answer (start_to_close_timeout)."
        )
        await handle.terminate()


async def test_an_activity_that_nobody_has_taken_is_not_told_as_running(
    client: Client, unique: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.temporal.waiting.activity.slowness", lambda: 1000.0)
    async with shop_worker(client, unique):
        arguments = ["process_payment", f"{unique}-nobody", 0]
        handle = await client.start_workflow(
            shop.CallsActivity.run, args=arguments, id=unique, task_queue=unique
        )
        while not (await handle.describe()).raw_description.pending_activities:
            await asyncio.sleep(0.02)
        found = await diagnose(client, unique)
        await handle.terminate()
    assert found
    assert found.what == (
        f"Your workflow '{unique}' waits for the activity 'process_payment', which no worker has "
        "taken yet."
    )
    assert found.is_calm


async def test_arguments_that_do_not_fit_are_told_from_trouble_that_passes(
    client: Client, told: list[Diagnosis], unique: str
) -> None:
    async with shop_worker(client, unique):
        handle = await client.start_workflow(
            shop.SendsText.run, "refund", id=unique, task_queue=unique
        )
        wait = asyncio.ensure_future(handle.result())
        await until(lambda: told)
        await handle.terminate()
        await asyncio.gather(wait, return_exceptions=True)
    found = told[0]
    assert found.kind == "activity-misfit"
    assert found.what == (
        f"The activity 'refund' of your workflow '{unique}' fails: "
        "what was sent to it does not fit what it takes."
    )
    assert "value is <class 'str'> not dict" in found.evidence
    assert found.error_type == "TypeError"
