import asyncio
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        create_order,
        process_payment,
        reserve_inventory,
    )


@workflow.defn(name="OrderWorkflow")
class Ordering:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        log = ["pending"]
        workflow.set_query_handler("get_status", lambda: log[-1])
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        log.append("processing")
        paying = workflow.start_activity(
            process_payment,
            PaymentInput(order.order_id, order.total),
            start_to_close_timeout=timedelta(minutes=5),
        )
        reserving = asyncio.ensure_future(
            workflow.execute_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                start_to_close_timeout=timedelta(minutes=2),
            )
        )
        await workflow.wait_condition(lambda: paying.done() and reserving.done())
        log.append("completed")
        return OrderResult(order.order_id, log[-1])
