"""The order of a set becomes the id of a step."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit
    from workshop.orders import PaymentInput, process_payment


@workflow.defn
class SetOrder:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        goods = {
            "teapot",
            "cup",
            "tea",
            "honey",
            "spoon",
            "tray",
            "strainer",
            "sugar",
            "lemon",
            "milk",
        }
        await workflow.execute_activity(
            process_payment,
            PaymentInput(visit.order_id, 4200),
            activity_id="-".join(goods),
            start_to_close_timeout=timedelta(seconds=30),
        )
        return "done"
