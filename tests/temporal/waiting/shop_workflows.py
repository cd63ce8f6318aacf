"""Workflows that get stuck, each in its own way. The sandbox is on."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.common import RetryPolicy


@activity.defn
async def process_payment() -> str:
    return "paid"


@activity.defn
async def pay_slowly() -> str:
    await asyncio.sleep(0.4)
    return "paid"


@dataclass
class Payment:
    cents: int


@activity.defn
async def refund(payment: Payment) -> int:
    return payment.cents


@activity.defn
async def decline_payment() -> str:
    raise ValueError("card declined")


@activity.defn
async def ask_a_person() -> str:
    await asyncio.sleep(3600)
    return "asked"


@workflow.defn
class Quick:
    @workflow.run
    async def run(self) -> str:
        return "done"


@workflow.defn
class Misspelt:
    @workflow.run
    async def run(self) -> str:
        return total  # type: ignore[name-defined,no-any-return] # noqa: F821

    @workflow.query
    def status(self) -> str:
        return "new"


@workflow.defn
class RollsDice:
    @workflow.run
    async def run(self) -> float:
        return random.random()


@workflow.defn
class NeverYields:
    @workflow.run
    async def run(self) -> None:
        while True:
            pass


@workflow.defn
class CountsApples:
    @workflow.run
    async def run(self, apples: int) -> int:
        return apples


@workflow.defn
class WaitsForSignal:
    def __init__(self) -> None:
        self.confirmed = False

    @workflow.run
    async def run(self) -> str:
        await workflow.wait_condition(lambda: self.confirmed)
        return "confirmed"

    @workflow.signal
    def confirm(self) -> None:
        self.confirmed = True

    @workflow.query
    def is_confirmed(self) -> bool:
        return self.confirmed

    @workflow.update
    async def ask(self) -> str:
        return "yes"

    @workflow.update
    async def pay_elsewhere(self, task_queue: str) -> str:
        return await workflow.execute_activity(
            process_payment, task_queue=task_queue, start_to_close_timeout=timedelta(seconds=5)
        )


@workflow.defn
class WaitsADay:
    @workflow.run
    async def run(self) -> None:
        await asyncio.sleep(24 * 3600)


@workflow.defn(name="Changes")
class BeforeTheChange:
    @workflow.run
    async def run(self) -> None:
        await workflow.wait_condition(lambda: False, timeout=timedelta(seconds=1))


@workflow.defn(name="Changes")
class AfterTheChange:
    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity(
            process_payment, start_to_close_timeout=timedelta(seconds=5)
        )


@workflow.defn
class CallsActivity:
    @workflow.run
    async def run(self, name: str, task_queue: str | None, attempts: int) -> str:
        result: str = await workflow.execute_activity(
            name,
            task_queue=task_queue,
            start_to_close_timeout=timedelta(seconds=60),
            retry_policy=RetryPolicy(maximum_attempts=attempts),
        )
        return result


@workflow.defn
class FallsSilent:
    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity(
            "ask_a_person",
            start_to_close_timeout=timedelta(seconds=60),
            heartbeat_timeout=timedelta(seconds=0.5),
            retry_policy=RetryPolicy(initial_interval=timedelta(seconds=40)),
        )


@workflow.defn
class SendsText:
    @workflow.run
    async def run(self, activity: str) -> None:
        await workflow.execute_activity(
            activity, "4200", start_to_close_timeout=timedelta(seconds=60)
        )


@workflow.defn
class HasChild:
    @workflow.run
    async def run(self, task_queue: str) -> str:
        result: str = await workflow.execute_child_workflow(
            "Quick", id=f"{workflow.info().workflow_id}-child", task_queue=task_queue
        )
        return result
