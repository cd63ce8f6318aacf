import os

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
    ) as shop:
        answer = await shop.post(
            "/charges", json={"order_id": payment.order_id, "amount": payment.amount}
        )
    try:
        answer.raise_for_status()
    except httpx.HTTPStatusError as error:
        status = error.response.status_code
        if status == 402:
            raise ApplicationError("declined", type="PaymentDeclined", non_retryable=True) from error
        if status < 500 and status not in (408, 429):
            raise ApplicationError("wrong", type="BadRequest", non_retryable=True) from error
        raise
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
