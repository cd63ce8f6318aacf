# finding: charges once when the answer comes too late · did not know it
import os
import uuid

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    me = activity.info()
    key = me.heartbeat_details[0] if me.heartbeat_details else str(uuid.uuid4())
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
    ) as shop:
        try:
            answer = await shop.post(
                "/charges",
                json={"order_id": payment.order_id, "amount": payment.amount},
                headers={"Idempotency-Key": key},
            )
        except httpx.TransportError:
            activity.heartbeat(key)
            raise
    if answer.is_client_error:
        kind = "PaymentDeclined" if answer.status_code == 402 else "BadRequest"
        raise ApplicationError(answer.json()["detail"], type=kind, non_retryable=True)
    if answer.is_error:
        raise RuntimeError(f"the shop answered {answer.status_code}")
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
