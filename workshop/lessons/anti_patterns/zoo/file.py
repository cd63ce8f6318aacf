"""A file decides about a step."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class File:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        with open(visit.settings) as settings:
            if settings.read() == "sale":
                await workflow.sleep(0.01)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
