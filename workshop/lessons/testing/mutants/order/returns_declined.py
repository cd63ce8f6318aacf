"""returns "declined" when the payment is declined, and does not fail"""

from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        process_payment,
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
                process_payment,
                PaymentInput(order.order_id, order.total),
                start_to_close_timeout=SECONDS,
                retry_policy=TWICE,
            )
        except ActivityError:
            return OrderResult(order.order_id, "declined")
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
