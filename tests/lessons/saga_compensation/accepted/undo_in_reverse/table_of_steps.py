import asyncio
from datetime import timedelta
from typing import Any

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        ShipmentInput,
        cancel_shipment,
        create_shipment,
        process_payment,
        refund_payment,
        release_inventory,
        reserve_inventory,
    )

STEP = workflow.ActivityConfig(
    start_to_close_timeout=timedelta(seconds=3),
    retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=100), maximum_attempts=3),
)


@workflow.defn
class OrderSagaWorkflow:
    def __init__(self) -> None:
        self._packed = False

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        steps: list[tuple[Any, Any, Any]] = [
            (reserve_inventory, InventoryInput(order.order_id, order.items), release_inventory),
            (process_payment, PaymentInput(order.order_id, order.total), refund_payment),
            (create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"), cancel_shipment),
        ]
        reached = 0
        failed = None
        for step, argument, _ in steps:
            if step is create_shipment:
                await workflow.wait_condition(lambda: self._packed)
            try:
                await workflow.execute_activity(step, argument, **STEP)
            except Exception as error:
                failed = error
                break
            reached += 1
        if failed:
            for number in range(reached - 1, -1, -1):
                await workflow.execute_activity(steps[number][2], order.order_id, **STEP)
            raise failed
        return OrderResult(order.order_id, "completed")

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
