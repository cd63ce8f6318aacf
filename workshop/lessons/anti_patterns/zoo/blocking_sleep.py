"""It blocks its thread instead of setting a timer."""

import time
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class BlockingSleep:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        time.sleep(0.1)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
