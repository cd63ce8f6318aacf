"""A UUID becomes the argument of a step."""

import uuid
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import NotificationInput, send_notification


@workflow.defn
class UuidAsArgument:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        voucher = uuid.uuid4()
        await workflow.execute_activity(
            send_notification,
            NotificationInput(visit.order_id, ["ada@example.com"], f"Your voucher: {voucher}"),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
