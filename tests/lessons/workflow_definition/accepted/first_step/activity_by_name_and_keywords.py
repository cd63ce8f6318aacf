from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        order_id = await workflow.execute_activity(
            "create_order",
            arg=order,
            result_type=str,
            start_to_close_timeout=timedelta(milliseconds=30_000),
            schedule_to_close_timeout=timedelta(hours=1),
        )
        return OrderResult(status="completed", order_id=order_id)
