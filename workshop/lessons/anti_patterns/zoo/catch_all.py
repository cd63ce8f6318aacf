"""It catches every exception, the sandbox's too."""

import random
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class CatchAll:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        try:
            number = random.randrange(10**12)
        except Exception:
            number = 0
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            activity_id=f"ticket-{number}",
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
