# finding: gives each attempt 30 seconds · 1800 s
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(minutes=30)
        )
        return OrderResult(order.order_id, "completed")
