# finding: completes an order when both services run · had not waited for it
# or: waits for a payments service that is away, and goes on · without a payment
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
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        await workflow.execute_activity(
            reserve_inventory,
            InventoryInput(order.order_id, order.items),
            start_to_close_timeout=timedelta(minutes=2),
        )
        workflow.start_activity(
            process_payment,
            PaymentInput(order.order_id, order.total),
            task_queue="payments",
            start_to_close_timeout=timedelta(minutes=5),
        )
        await workflow.sleep(1)
        return OrderResult(order.order_id, "completed")
