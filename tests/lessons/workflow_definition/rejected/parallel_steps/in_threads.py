# finding: pays and reserves when all goes well · NotImplementedError
import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        OrderInput,
        OrderResult,
        create_order,
        process_payment,
        reserve_inventory,
    )


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        await workflow.execute_activity(
            create_order,
            order,
            start_to_close_timeout=timedelta(seconds=30),
        )
        await asyncio.gather(
            asyncio.to_thread(process_payment, order), asyncio.to_thread(reserve_inventory, order)
        )
        return OrderResult(order.order_id, "completed")
