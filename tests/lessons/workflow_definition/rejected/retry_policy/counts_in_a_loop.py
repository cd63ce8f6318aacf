# finding: survives a shop that fails twice · create_order, create_order, create_order
import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        for attempt in range(3):
            try:
                await workflow.execute_activity(
                    create_order,
                    order,
                    start_to_close_timeout=timedelta(seconds=30),
                    retry_policy=RetryPolicy(
                        maximum_attempts=1, initial_interval=timedelta(milliseconds=200)
                    ),
                )
                break
            except Exception:
                if attempt == 2:
                    raise
                await asyncio.sleep(0.2)
        return OrderResult(order.order_id, "completed")
