# finding: takes the same steps in a replay, failed orders too · did not
from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await workflow.execute_activity(
                create_order,
                order,
                start_to_close_timeout=timedelta(seconds=30),
                retry_policy=RetryPolicy(
                    maximum_attempts=3, initial_interval=timedelta(milliseconds=200)
                ),
            )
        except ActivityError:
            if workflow.unsafe.is_replaying():
                await workflow.sleep(1)
            raise
        return OrderResult(order.order_id, "completed")
