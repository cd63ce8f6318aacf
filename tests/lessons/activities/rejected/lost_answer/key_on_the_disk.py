# finding: charges once when another worker makes the next attempt · makes anew
import os
import uuid
from pathlib import Path

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult


KEYS = Path(__file__).parent


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    me = activity.info()
    file = KEYS / f"{me.workflow_run_id}-{me.activity_id}.key"
    if not file.exists():
        file.write_text(str(uuid.uuid4()))
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
    ) as shop:
        answer = await shop.post(
            "/charges",
            json={"order_id": payment.order_id, "amount": payment.amount},
            headers={"Idempotency-Key": file.read_text()},
        )
    if answer.is_client_error:
        kind = "PaymentDeclined" if answer.status_code == 402 else "BadRequest"
        raise ApplicationError(answer.json()["detail"], type=kind, non_retryable=True)
    if answer.is_error:
        raise RuntimeError(f"the shop answered {answer.status_code}")
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
