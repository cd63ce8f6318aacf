"""The workflow itself charges the customer, by HTTP."""

import json
import urllib.request

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.lessons.anti_patterns.zoo.visit import Visit


@workflow.defn
class Network:
    @workflow.run
    async def run(self, visit: Visit) -> str:
        order = json.dumps({"order_id": visit.order_id, "amount": 4200}).encode()
        request = urllib.request.Request(
            f"{visit.shop_url}/charges", order, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request):
            return "done"
