"""A query changes what the workflow knows."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class MutatingQuery:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        self._asked = 0
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"

    @workflow.query
    def how_often(self) -> int:
        self._asked += 1
        return self._asked
