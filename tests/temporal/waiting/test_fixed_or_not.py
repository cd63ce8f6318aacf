"""Somebody who waits again after fixing it must not be told what failed before."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from temporalio.client import Client

from workshop.temporal.waiting import Diagnosis
from workshop.temporal.waiting.explain import explain
from workshop.temporal.waiting.snapshot import take_snapshot

from .helpers import shop_worker, stuck


async def explained_to_somebody_who_comes_back(client: Client, workflow_id: str) -> Diagnosis:
    later = datetime.now(timezone.utc) + timedelta(minutes=1)
    found = explain(await take_snapshot(client, workflow_id, None, waiting_since=later))
    assert found is not None
    return found


async def test_a_missing_workflow_may_have_been_added_since(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        await stuck(client.execute_workflow("Quik", id=unique, task_queue=unique))
        found = await explained_to_somebody_who_comes_back(client, unique)
    assert found.can_move_by_itself
    assert "If you have done that already, wait:" in found.next_step


async def test_a_missing_activity_may_have_been_added_since(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        wait = client.execute_workflow(
            "CallsActivity", args=["proces_payment", None, 0], id=unique, task_queue=unique
        )
        await stuck(wait)
        found = await explained_to_somebody_who_comes_back(client, unique)
    assert found.can_move_by_itself
    assert "If you have done that already, wait:" in found.next_step


async def test_a_file_that_has_not_changed_has_not_been_fixed(client: Client, unique: str) -> None:
    async with shop_worker(client, unique):
        await stuck(client.execute_workflow("Misspelt", id=unique, task_queue=unique))
        found = await explained_to_somebody_who_comes_back(client, unique)
    assert not found.can_move_by_itself
