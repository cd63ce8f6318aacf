# finding: creates the order in the shop · no activity

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        return OrderResult(order.order_id, "completed")
