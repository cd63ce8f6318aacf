# finding: charges once when another worker makes the next attempt · makes anew
import os
import uuid

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult

WORKER = uuid.uuid4()


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    me = activity.info()
    async with httpx.AsyncClient(base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False) as shop:
        answer = await shop.post(
            "/charges",
            json={"order_id": payment.order_id, "amount": payment.amount},
            headers={"Idempotency-Key": f"{WORKER}/{me.workflow_run_id}/{me.activity_id}"},
        )
    if answer.is_client_error:
        kind = "PaymentDeclined" if answer.status_code == 402 else "BadRequest"
        raise ApplicationError(answer.json()["detail"], type=kind, non_retryable=True)
    if answer.is_error:
        raise RuntimeError(f"the shop answered {answer.status_code}")
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
