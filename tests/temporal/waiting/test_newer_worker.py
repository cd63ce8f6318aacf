"""What a worker met that has stopped since is not told of the workers that serve now."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from temporalio import workflow
from temporalio.client import Client
from temporalio.worker import Worker

from workshop.temporal.waiting.explain import diagnose


@workflow.defn(name="Renewed", sandboxed=False)
class Right:
    @workflow.run
    async def run(self) -> None:
        await asyncio.sleep(600)


@workflow.defn(name="Renewed", sandboxed=False)
class OtherSteps:
    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity("a", start_to_close_timeout=timedelta(seconds=5))


@workflow.defn(name="Renewed", sandboxed=False)
class Raises:
    @workflow.run
    async def run(self) -> None:
        raise NameError("name 'totl' is not defined")


@pytest.mark.parametrize("wrong", [OtherSteps, Raises])
async def test_a_newer_worker_is_not_blamed(client: Client, unique: str, wrong: type) -> None:
    async def kind() -> str:
        found = await diagnose(client, unique)
        return found.kind if found else ""

    async with Worker(client, task_queue=unique, workflows=[Right]):
        handle = await client.start_workflow("Renewed", id=unique, task_queue=unique)
        while not (await handle.describe()).history_length >= 5:  # its timer runs
            await asyncio.sleep(0.05)
    async with Worker(client, task_queue=unique, workflows=[wrong]):
        await handle.signal("poke")
        while await kind() != "workflow-task-fails":
            await asyncio.sleep(0.05)
    async with Worker(client, task_queue=unique, workflows=[Right]):
        assert await kind() != "workflow-task-fails"
    await handle.terminate()
