# finding: is retried when there is no connection · a connection that was refused
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
        try:
            answer = await shop.post(
                "/charges", json={"order_id": payment.order_id, "amount": payment.amount}
            )
        except httpx.ConnectError as error:
            raise ApplicationError("no shop", type="NoShop", non_retryable=True) from error
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
