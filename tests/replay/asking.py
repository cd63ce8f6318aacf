"""Workflows that ask for what was sent to them, and for where they run."""

from __future__ import annotations

import asyncio

from temporalio import workflow


@workflow.defn(name="W")
class TakesANumber:
    @workflow.run
    async def run(self, number: int) -> str:  # noqa: ARG002
        return "ok"


@workflow.defn(name="W")
class TakesAnything:
    @workflow.run
    async def run(self, x: object = None) -> str:  # noqa: ARG002
        return "ok"


@workflow.defn(name="W")
class Longer:
    @workflow.run
    async def run(self, number: int) -> str:  # noqa: ARG002
        await asyncio.sleep(1)
        return "ok"


@workflow.defn(name="W")
class NamesItsChild:
    @workflow.run
    async def run(self) -> None:
        mine = workflow.info()
        name = f"{mine.workflow_id} {mine.run_id} {mine.task_queue}"
        await workflow.execute_child_workflow("C", id=name)
