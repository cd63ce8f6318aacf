import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.exceptions import ApplicationError

with workflow.unsafe.imports_passed_through():
    from workshop import orders


@workflow.defn(name="OrderWorkflow")
class PlaceOrder:
    async def step(self, name: Callable[..., Awaitable[Any]], argument: Any, **limit: float) -> Any:
        return await workflow.execute_activity(
            name,
            argument,
            start_to_close_timeout=timedelta(**limit),
            schedule_to_close_timeout=timedelta(days=1),
        )

    @workflow.run
    async def run(self, order: orders.OrderInput) -> orders.OrderResult:
        await self.step(orders.create_order, order, minutes=1)
        stock = asyncio.create_task(
            self.step(
                orders.reserve_inventory,
                orders.InventoryInput(order.order_id, order.items),
                seconds=120,
            )
        )
        payment = asyncio.create_task(
            self.step(
                orders.process_payment,
                orders.PaymentInput(order.order_id, amount=order.total),
                seconds=300,
            )
        )
        await asyncio.wait([stock, payment])
        failed = [task.exception() for task in (payment, stock) if task.exception()]
        if failed:
            # Both do no harm when there is nothing to undo.
            await self.step(orders.refund_payment, order.order_id, seconds=10)
            await self.step(orders.release_inventory, order.order_id, seconds=10)
            raise ApplicationError("the order could not be placed") from failed[0]
        return orders.OrderResult(order.order_id, "completed")
