from dataclasses import replace
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order

PATIENT = RetryPolicy(initial_interval=timedelta(seconds=0.2), backoff_coefficient=1.5)
IMPATIENT = replace(PATIENT, maximum_attempts=3)


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order,
            order,
            start_to_close_timeout=timedelta(seconds=30),
            schedule_to_close_timeout=timedelta(minutes=2),
            retry_policy=IMPATIENT,
        )
        return OrderResult(order.order_id, "completed")
