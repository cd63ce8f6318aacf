# finding: creates the order in the shop · waits for a signal

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.wait_condition(lambda: False)
        return OrderResult(order.order_id, "completed")
