# finding: hands it the order that it was started with · customer
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order, OrderInput(order.order_id, "ada@example.com", order.items), start_to_close_timeout=timedelta(seconds=30)
        )
        return OrderResult(order.order_id, "completed")
