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
        await workflow.execute_activity(
            create_order, order, start_to_close_timeout=timedelta(seconds=30)
        )
        steps = {
            workflow.start_activity(
                process_payment,
                PaymentInput(order.order_id, order.total),
                schedule_to_close_timeout=timedelta(minutes=5),
                cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
            ): refund_payment,
            workflow.start_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                schedule_to_close_timeout=timedelta(minutes=2),
                cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
            ): release_inventory,
        }
        done, others = await workflow.wait(list(steps), return_when=asyncio.FIRST_EXCEPTION)
        for other in others:
            other.cancel()
        if others:
            await workflow.wait(list(others))
        failed = [step for step in done if step.exception()]
        if failed:
            for step, undo in steps.items():
                if step not in failed:
                    await workflow.execute_activity(
                        undo, order.order_id, start_to_close_timeout=timedelta(seconds=30)
                    )
            await failed[0]
        return OrderResult(order.order_id, "completed")
