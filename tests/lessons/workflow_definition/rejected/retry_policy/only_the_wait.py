# finding: gives up after three attempts, and fails · no limit
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order,
            order,
            start_to_close_timeout=timedelta(seconds=30),
            retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=200)),
        )
        return OrderResult(order.order_id, "completed")
