# finding: can be run · must be an async function

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    def run(self, order: OrderInput) -> OrderResult:
        return OrderResult(order.order_id, "completed")
