import asyncio
from dataclasses import dataclass
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        CancelInput,
        InventoryInput,
        OrderInput,
        PaymentInput,
        cancel_order_activity,
        create_order,
        process_payment,
        reserve_inventory,
    )


@dataclass
class Ended:
    status: str
    order_id: str


@workflow.defn
class OrderWorkflow:
    def __init__(self) -> None:
        self.status = "pending"
        self.wanted: asyncio.Queue[str] = asyncio.Queue()

    @workflow.run
    async def run(self, order: OrderInput) -> Ended:
        placing = asyncio.create_task(self.place(order))
        await workflow.wait_condition(lambda: placing.done() or not self.wanted.empty())
        if not self.wanted.empty():
            await workflow.wait([placing])
            await workflow.execute_activity(
                cancel_order_activity,
                CancelInput(order.order_id, self.wanted.get_nowait()),
                start_to_close_timeout=timedelta(seconds=30),
                retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100)),
            )
            self.status = "cancelled"
        else:
            await placing
            self.status = "completed"
        return Ended(self.status, order.order_id)

    async def place(self, order: OrderInput) -> None:
        if not self.wanted.empty():
            return
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        self.status = "processing"
        await asyncio.gather(
            workflow.execute_activity(
                process_payment,
                PaymentInput(order.order_id, order.total),
                start_to_close_timeout=timedelta(minutes=5),
            ),
            workflow.execute_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                start_to_close_timeout=timedelta(minutes=2),
            ),
        )

    @workflow.query
    def get_status(self) -> str:
        return self.status

    @workflow.signal
    def cancel_order(self, reason: str) -> None:
        self.wanted.put_nowait(reason)
