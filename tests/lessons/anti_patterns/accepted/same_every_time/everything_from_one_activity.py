import json
import os
import random
import uuid
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta, timezone

from temporalio import activity, workflow

with workflow.unsafe.imports_passed_through():
    import httpx


@dataclass
class Slip:
    number: int
    reference: str
    printed_at: str
    available: int


@activity.defn
async def make_slip() -> Slip:
    async with httpx.AsyncClient(base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False) as shop:
        available = (await shop.get("/stock/teapot")).json()["available"]
    return Slip(
        random.randrange(1_000_000),
        str(uuid.uuid4()),
        datetime.now(timezone.utc).isoformat(),
        available,
    )


@workflow.defn
class SlipWorkflow:
    slip: Slip | None = None

    @workflow.run
    async def run(self, order_id: str) -> Slip:
        self.slip = await workflow.execute_activity(
            make_slip, start_to_close_timeout=timedelta(seconds=10)
        )
        return self.slip

    @workflow.query(name="get_slip")
    def tell(self) -> Slip | None:
        return self.slip
