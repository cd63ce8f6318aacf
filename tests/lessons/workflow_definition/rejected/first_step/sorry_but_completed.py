# finding: is not done before create_order is · refuses create_order
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await workflow.execute_activity(
                create_order, order, start_to_close_timeout=timedelta(seconds=30)
            )
        except Exception:
            workflow.logger.warning("not created")
        return OrderResult(order.order_id, "completed")
