"""It computes, and never lets go."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit


@workflow.defn
class BusyLoop:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        while True:
            pass
