# finding: is retried when the shop has a problem · it failed on attempt 3
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
    if answer.status_code == 402:
        raise ApplicationError("Payment declined", type="PaymentDeclined", non_retryable=True)
    if answer.is_client_error:
        raise ApplicationError(
            f"the shop answered {answer.status_code}", type="BadRequest", non_retryable=True
        )
    if answer.is_error:
        raise ApplicationError(
            f"the shop answered {answer.status_code}",
            type="ShopDown",
            non_retryable=activity.info().attempt >= 3,
        )
    charge = answer.json()
    return PaymentResult(charge["charge_id"], charge["amount"])
