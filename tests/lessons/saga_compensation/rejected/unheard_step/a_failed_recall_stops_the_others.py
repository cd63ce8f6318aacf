# finding: goes on with the other undos when one fails · although the shop failed to cancel the shipment
from datetime import timedelta

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
        undos = []
        try:
            undos.append(release_inventory)
            await workflow.execute_activity(
                reserve_inventory, InventoryInput(order.order_id, order.items), **STEP
            )
            undos.append(refund_payment)
            await workflow.execute_activity(
                process_payment, PaymentInput(order.order_id, order.total), **STEP
            )
            await workflow.wait_condition(lambda: self._packed)
            undos.append(cancel_shipment)
            await workflow.execute_activity(
                create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"), **STEP
            )
        except Exception:
            for undo in reversed(undos):
                try:
                    await workflow.execute_activity(undo, order.order_id, **STEP)
                except Exception as error:
                    if undo is cancel_shipment:
                        raise
                    workflow.logger.error("An undo failed: %r", error)
            raise
        return OrderResult(order.order_id, "completed")

    @workflow.signal
    def packed(self) -> None:
        self._packed = True
