"""never charges the customer"""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        refund_payment,
        reserve_inventory,
    )

SECONDS = timedelta(seconds=10)
TWICE = RetryPolicy(maximum_attempts=2, initial_interval=timedelta(milliseconds=50))


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await workflow.execute_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                start_to_close_timeout=SECONDS,
                retry_policy=TWICE,
            )
        except ActivityError:
            await workflow.execute_activity(
                refund_payment, order.order_id, start_to_close_timeout=SECONDS
            )
            return OrderResult(order.order_id, "refunded")
        return OrderResult(order.order_id, "completed")
