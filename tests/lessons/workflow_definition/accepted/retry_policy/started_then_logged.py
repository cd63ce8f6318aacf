from datetime import timedelta
from typing import TypedDict

from temporalio import workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    import workshop.orders as orders


class Outcome(TypedDict):
    order_id: str
    status: str


@workflow.defn(name="OrderWorkflow", failure_exception_types=[KeyError])
class Impatient:
    def __init__(self) -> None:
        self.policy = RetryPolicy(maximum_attempts=3)
        self.policy.initial_interval = timedelta(microseconds=200_000)

    @workflow.run
    async def run(self, order: orders.OrderInput) -> Outcome:
        step = workflow.start_activity(
            orders.create_order,
            order,
            start_to_close_timeout=timedelta(seconds=30),
            retry_policy=self.policy,
        )
        try:
            created = await step
        except Exception:
            workflow.logger.warning("the shop does not answer")
            raise
        return Outcome(order_id=created, status="completed")
