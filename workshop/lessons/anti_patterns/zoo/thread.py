"""It starts a thread."""

import threading
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class Thread:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        thread = threading.Thread(target=sorted, args=([3, 1, 2],))
        thread.start()
        thread.join()
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
