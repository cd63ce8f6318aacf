# finding: makes another attempt when a payment hangs for half a second · starts again
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import (
        NotificationInput,
        OrderInput,
        PaymentInput,
        ShipmentInput,
        create_shipment,
        process_payment,
        send_notification,
    )


@workflow.defn
class FulfilWorkflow:
    @workflow.run
    async def run(self, order: OrderInput) -> str:
        await workflow.execute_activity(
            process_payment,
            PaymentInput(order.order_id, order.total),
            schedule_to_close_timeout=timedelta(seconds=3),
        )
        await workflow.execute_activity(
            create_shipment,
            ShipmentInput(order.order_id, "12 Kettle Lane"),
            task_queue=f"{workflow.info().task_queue}-warehouse",
            schedule_to_start_timeout=timedelta(seconds=0.5),
            start_to_close_timeout=timedelta(minutes=5),
        )
        await workflow.execute_activity(
            send_notification,
            NotificationInput(order.order_id, [order.customer], "Your tea is on its way"),
            start_to_close_timeout=timedelta(minutes=10),
            heartbeat_timeout=timedelta(seconds=1),
        )
        return "completed"
