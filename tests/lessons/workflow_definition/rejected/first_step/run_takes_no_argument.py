# finding: creates the order in the shop · 'order-1'

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self) -> OrderResult:
        return OrderResult("order-1", "completed")
