# finding: can be run · OrderOutput
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderOutput, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderOutput:
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        return OrderOutput(order.order_id, "completed")
