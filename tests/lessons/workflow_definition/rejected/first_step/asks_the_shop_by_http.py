# finding: can be run · mark the import as pass through
import httpx
from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import OrderInput, OrderResult


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        httpx.put(f"http://127.0.0.1:8000/orders/{order.order_id}", json={})
        return OrderResult(order.order_id, "completed")
