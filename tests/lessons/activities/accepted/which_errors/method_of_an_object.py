import os

import httpx
from temporalio import activity
from temporalio.exceptions import ApplicationError

from workshop.orders import PaymentInput, PaymentResult


class Payments:
    """The activities around money."""

    def __init__(self, url: str) -> None:
        self._url = url

    async def _ask(self, body):
        async with httpx.AsyncClient(base_url=self._url, trust_env=False) as shop:
            return await shop.post("/charges", json=body)

    @activity.defn
    async def process_payment(self, payment: PaymentInput) -> PaymentResult:
        answer = await self._ask({"order_id": payment.order_id, "amount": payment.amount})
        match answer.status_code:
            case 402:
                raise ApplicationError("no", type="PaymentDeclined", non_retryable=True)
            case status if 400 <= status < 500:
                raise ApplicationError("bad", type="BadRequest", non_retryable=True)
            case status if status >= 500:
                raise ApplicationError("shop is ill", type="ShopProblem")
        return PaymentResult(**{k: answer.json()[k] for k in ("charge_id", "amount")})


payments = Payments(os.environ["WORKSHOP_SHOP_URL"])
