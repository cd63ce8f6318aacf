from dataclasses import dataclass
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    import workshop.orders as shop

ONE_TRY = timedelta(minutes=0.5)


@dataclass
class Outcome:
    status: str
    order_id: str


@workflow.defn(name="OrderWorkflow")
class PlaceOrder:
    @workflow.run
    async def place(self, data: shop.OrderInput) -> Outcome:
        workflow.logger.info("placing %s", data.order_id)
        handle = workflow.start_activity(
            shop.create_order,
            args=[data],
            start_to_close_timeout=ONE_TRY,
            retry_policy=RetryPolicy(maximum_attempts=10),
        )
        await handle
        return Outcome("completed", data.order_id)
