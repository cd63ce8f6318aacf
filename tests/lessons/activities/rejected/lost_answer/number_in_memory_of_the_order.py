# finding: charges once when another worker makes the next attempt · each made by another worker
import os

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult


COUNT: dict[str, int] = {}


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    me = activity.info()
    if me.attempt == 1:
        COUNT[payment.order_id] = COUNT.get(payment.order_id, 0) + 1
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
    ) as shop:
        answer = await shop.post(
            "/charges",
            json={"order_id": payment.order_id, "amount": payment.amount},
            headers={"Idempotency-Key": f"{payment.order_id}/{COUNT.get(payment.order_id, 1)}"},
        )
    if answer.is_client_error:
        kind = "PaymentDeclined" if answer.status_code == 402 else "BadRequest"
        raise ApplicationError(answer.json()["detail"], type=kind, non_retryable=True)
    if answer.is_error:
        raise RuntimeError(f"the shop answered {answer.status_code}")
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
