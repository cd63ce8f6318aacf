"""A random number from a generator of its own becomes the id of a step."""

import random
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class UnseededRandom:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        number = random.Random().randrange(10**12)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            activity_id=f"ticket-{number}",
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
