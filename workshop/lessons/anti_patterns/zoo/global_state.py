"""It counts in a variable of the module."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment

customers: list[str] = []


@workflow.defn
class GlobalState:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        customers.append(visit.order_id)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200 - len(customers)),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
