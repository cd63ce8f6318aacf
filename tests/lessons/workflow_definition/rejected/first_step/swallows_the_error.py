# finding: creates the order in the shop · no activity

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult, create_order


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        try:
            await workflow.execute_activity(create_order, order)
        except Exception:
            pass
        return OrderResult(order.order_id, "completed")
