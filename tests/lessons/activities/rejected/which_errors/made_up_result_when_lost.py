# finding: is retried when the connection is lost · as if the money were there
import os

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult


@activity.defn
async def process_payment(payment: PaymentInput) -> PaymentResult:
    try:
        async with httpx.AsyncClient(
            base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
        ) as shop:
            answer = await shop.post(
                "/charges", json={"order_id": payment.order_id, "amount": payment.amount}
            )
    except httpx.TransportError:
        return PaymentResult("unknown", payment.amount)
    if answer.status_code == 402:
        raise ApplicationError("Payment declined", type="PaymentDeclined", non_retryable=True)
    if answer.is_client_error:
        raise ApplicationError("bad", type="BadRequest", non_retryable=True)
    if answer.is_error:
        raise RuntimeError(f"the shop answered {answer.status_code}")
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
