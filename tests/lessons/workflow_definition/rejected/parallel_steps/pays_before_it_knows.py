# finding: creates the order before it pays and reserves · refuses create_order
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
        refund_payment,
        release_inventory,
        reserve_inventory,
    )


@workflow.defn
class OrderWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        created, *_ = await asyncio.gather(
            workflow.execute_activity(
                create_order, order, start_to_close_timeout=timedelta(seconds=30)
            ),
            return_exceptions=True,
        )
        payment, stock = await asyncio.gather(
            workflow.execute_activity(
                process_payment,
                PaymentInput(order.order_id, order.total),
                start_to_close_timeout=timedelta(minutes=5),
            ),
            workflow.execute_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                start_to_close_timeout=timedelta(minutes=2),
            ),
            return_exceptions=True,  # wait for both, whatever becomes of one
        )
        if isinstance(payment, BaseException):
            await workflow.execute_activity(
                release_inventory,
                order.order_id,
                start_to_close_timeout=timedelta(seconds=30),
            )
            raise payment
        if isinstance(stock, BaseException):
            await workflow.execute_activity(
                refund_payment,
                order.order_id,
                start_to_close_timeout=timedelta(seconds=30),
            )
            raise stock
        return OrderResult(order.order_id, "completed")
