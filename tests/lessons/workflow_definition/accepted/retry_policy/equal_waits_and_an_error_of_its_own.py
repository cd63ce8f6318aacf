from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await workflow.execute_activity(
                "create_order",
                order,
                start_to_close_timeout=timedelta(seconds=10),
                retry_policy=RetryPolicy(
                    initial_interval=timedelta(milliseconds=200),
                    backoff_coefficient=1.0,
                    maximum_interval=timedelta(milliseconds=200),
                    maximum_attempts=3,
                    non_retryable_error_types=["UnknownSku"],
                ),
            )
        except ActivityError as error:
            raise ApplicationError(f"no order {order.order_id}") from error
        return OrderResult(order.order_id, "completed")
