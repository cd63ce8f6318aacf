# finding: creates the order in the shop · OrderWorkflow
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class First:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        return OrderResult(order.order_id, "completed")


@workflow.defn
class Second:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        return OrderResult(order.order_id, "completed")
