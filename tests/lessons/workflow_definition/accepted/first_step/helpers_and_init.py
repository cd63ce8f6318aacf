import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, create_order


@workflow.defn
class Reporter:
    """Another workflow in the same file does no harm."""

    @workflow.run
    async def run(self) -> None:
        await asyncio.sleep(0)


@workflow.defn
class OrderWorkflow:
    @workflow.init
    def __init__(self, order: OrderInput) -> None:
        self.order = order

    async def _step(self, activity: Any, argument: Any) -> Any:
        return await workflow.execute_activity(
            activity, argument, start_to_close_timeout=timedelta(seconds=30)
        )

    @workflow.run
    async def run(self, order: OrderInput) -> dict[str, str]:
        created = asyncio.create_task(self._step(create_order, self.order))
        await workflow.wait_condition(created.done)
        return {"order_id": created.result(), "status": "completed"}
