# finding: completes, with the sandbox on · a workflow cannot use
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow

with workflow.unsafe.imports_passed_through():
    import json
    import os
    import urllib.request


@activity.defn
def count_teapots() -> int:
    with urllib.request.urlopen(os.environ["WORKSHOP_SHOP_URL"] + "/stock/teapot") as answer:
        return json.load(answer)["available"]


@workflow.defn
class SlipWorkflow:
    def __init__(self) -> None:
        self._slip: dict[str, Any] = {}

    @workflow.run
    async def run(self, order_id: str) -> dict[str, Any]:
        with urllib.request.urlopen(os.environ["WORKSHOP_SHOP_URL"] + "/stock/teapot") as answer:
            available = json.load(answer)["available"]
        self._slip = {
            "number": workflow.random().randrange(1_000_000),
            "reference": str(workflow.uuid4()),
            "printed_at": workflow.now().isoformat(),
            "available": available,
        }
        return self._slip

    @workflow.query
    def get_slip(self) -> dict[str, Any]:
        return self._slip
