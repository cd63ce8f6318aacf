# finding: is retried when the shop has a problem · who is to make the next attempt
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
        for _ in range(5):
            answer = await shop.post(
                "/charges", json={"order_id": payment.order_id, "amount": payment.amount}
            )
            if not answer.is_server_error:
                break
    if answer.status_code == 402:
        raise ApplicationError("Payment declined", type="PaymentDeclined", non_retryable=True)
    if answer.is_client_error:
        raise ApplicationError(
            f"the shop answered {answer.status_code}", type="BadRequest", non_retryable=True
        )
    if answer.is_error:
        raise RuntimeError(f"the shop answered {answer.status_code}")
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
