"""A helper that was passed through the sandbox charges the customer, by HTTP."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.charging import charge
    from workshop.lessons.anti_patterns.zoo.visit import Visit


@workflow.defn
class NetworkPassedThrough:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        charge(visit.shop_url, visit.order_id, 4200)
        return "done"
