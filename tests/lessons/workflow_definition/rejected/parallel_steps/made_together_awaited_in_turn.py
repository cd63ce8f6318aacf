# finding: does both at the same time · reserve_inventory was scheduled only after process_payment
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop import orders

STEP = {"start_to_close_timeout": timedelta(seconds=30)}


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: orders.OrderInput) -> orders.OrderResult:
        await workflow.execute_activity(orders.create_order, order, **STEP)
        payment = workflow.execute_activity(
            orders.process_payment,
            orders.PaymentInput(order.order_id, order.total),
            start_to_close_timeout=timedelta(minutes=5),
        )
        stock = workflow.execute_activity(
            orders.reserve_inventory,
            orders.InventoryInput(order.order_id, order.items),
            start_to_close_timeout=timedelta(minutes=2),
        )
        await payment
        await stock
        return orders.OrderResult(order.order_id, "completed")
