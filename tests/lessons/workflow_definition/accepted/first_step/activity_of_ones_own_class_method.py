from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class MyFirstWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await workflow.execute_activity(
                create_order,
                order,
                activity_id=f"create-{order.order_id}",
                start_to_close_timeout=timedelta(seconds=30),
                heartbeat_timeout=timedelta(seconds=30),
            )
        finally:
            workflow.logger.info("at %s", workflow.now())
        return OrderResult(order.order_id, "completed")
