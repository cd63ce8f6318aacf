# finding: completes, with payment and stock in place · no charge
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        create_order,
        reserve_inventory,
    )


@workflow.defn
class OrderWorkflow:
    def __init__(self) -> None:
        self._status = "pending"

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order,
            order,
            start_to_close_timeout=timedelta(seconds=30),
        )
        self._status = "processing"
        await workflow.execute_activity(
            reserve_inventory,
            InventoryInput(order.order_id, order.items),
            start_to_close_timeout=timedelta(minutes=2),
        )
        self._status = "completed"
        return OrderResult(order.order_id, "completed")

    @workflow.query
    def get_status(self) -> str:
        return self._status
