"""The time of day becomes the id of a step."""

from datetime import datetime, timedelta, timezone

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class Clock:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        now = datetime.now(timezone.utc)
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            activity_id=f"at-{now.isoformat()}",
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
