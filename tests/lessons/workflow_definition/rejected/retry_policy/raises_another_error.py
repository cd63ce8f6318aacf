# finding: gives up after three attempts, and fails · NameError
from datetime import timedelta

from temporalio import workflow
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
        except Exception as error:
            raise ShopIsDown("no order") from error
        return OrderResult(order.order_id, "completed")
