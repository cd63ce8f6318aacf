# finding: goes on with an order that has not been paid yet · rescued
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        InventoryInput,
        OrderInput,
        OrderResult,
        PaymentInput,
        ShipmentInput,
        create_order,
        create_shipment,
        process_payment,
        reserve_inventory,
    )

LIMIT = timedelta(seconds=30)


@workflow.defn(name="OrderWorkflow")
class OrderPatched:
    def __init__(self) -> None:
        self._packed = False

    @workflow.run
    async def run(self, order: OrderInput) -> OrderResult:
        fresh = workflow.patched("begun-after-the-change")
        await workflow.execute_activity(create_order, order, start_to_close_timeout=LIMIT)
        new = workflow.patched("reserve-first")
        if new:
            await workflow.execute_activity(
                reserve_inventory,
                InventoryInput(order.order_id, order.items),
                start_to_close_timeout=LIMIT,
            )
        await workflow.execute_activity(
            process_payment,
            PaymentInput(order.order_id, order.total),
            start_to_close_timeout=LIMIT,
        )
        await workflow.wait_condition(lambda: self._packed)
        await workflow.execute_activity(
            create_shipment,
            ShipmentInput(order.order_id, "1 Tea Lane"),
            start_to_close_timeout=LIMIT,
        )
        return OrderResult(order.order_id, "completed" if fresh or not new else "rescued")

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
