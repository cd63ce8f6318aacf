"""An environment variable decides about a step."""

import os
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class Environment:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        if os.environ.get("SHOP_SALE") == "yes":
            await workflow.sleep(0.01)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
