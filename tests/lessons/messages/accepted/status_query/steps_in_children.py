import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        create_order,
        process_payment,
        reserve_inventory,
    )


@workflow.defn
class PayWorkflow:
    @workflow.run
    async def run(self, payment: PaymentInput) -> None:
        await workflow.execute_activity(
            process_payment, payment, start_to_close_timeout=timedelta(minutes=5)
        )


@workflow.defn
class ReserveWorkflow:
    @workflow.run
    async def run(self, inventory: InventoryInput) -> None:
        await workflow.execute_activity(
            reserve_inventory, inventory, start_to_close_timeout=timedelta(minutes=2)
        )


@workflow.defn
class OrderWorkflow:
    def __init__(self) -> None:
        self._status = "pending"

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        self._status = "processing"
        await asyncio.gather(
            workflow.execute_child_workflow(
                PayWorkflow.run, PaymentInput(order.order_id, order.total)
            ),
            workflow.execute_child_workflow(
                ReserveWorkflow.run, InventoryInput(order.order_id, order.items)
            ),
        )
        self._status = "completed"
        return OrderResult(order.order_id, "completed")

    @workflow.query
    def get_status(self) -> str:
        return self._status
