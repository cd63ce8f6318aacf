"""Activities of its own, with keys of its own; approval comes first; one undo for everything."""

import asyncio
import os
from dataclasses import asdict, dataclass
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    import httpx

    from workshop.orders import OrderInput, OrderResult, PlatformOrder


@dataclass
class Told:
    order: OrderInput
    outcome: str


async def ask(method: str, path: str, body: dict, key: str) -> None:
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
    ) as shop:
        answer = await shop.request(method, path, json=body, headers={"Idempotency-Key": key})
    if answer.is_client_error:
        raise ApplicationError(answer.text, type="No", non_retryable=True)
    answer.raise_for_status()


@activity.defn
async def place(order: OrderInput) -> None:
    items = [asdict(item) for item in order.items]
    body = {"customer": order.customer, "items": items}
    await ask("PUT", f"/orders/{order.order_id}", body, "unused")


@activity.defn
async def hold(order: OrderInput) -> None:
    items = [asdict(item) for item in order.items]
    body = {"order_id": order.order_id, "items": items}
    await ask("POST", "/reservations", body, f"{order.order_id}/hold")


@activity.defn
async def pay(order: OrderInput) -> None:
    body = {"order_id": order.order_id, "amount": order.total}
    await ask("POST", "/charges", body, f"{order.order_id}/pay")


@activity.defn
async def send(order: OrderInput) -> None:
    body = {"order_id": order.order_id, "address": "1 Tea Lane"}
    await ask("POST", "/shipments", body, f"{order.order_id}/send")


@activity.defn
async def undo(order: OrderInput) -> None:
    # A request that is still on its way is refused by the shop from now on.
    await ask("POST", f"/orders/{order.order_id}/cancel-shipment", {}, f"{order.order_id}/back")
    await ask(
        "POST", f"/orders/{order.order_id}/cancel", {"reason": "undone"}, f"{order.order_id}/undo"
    )


@activity.defn
async def tell(told: Told) -> None:
    order = told.order
    body = {"order_id": order.order_id, "to": order.customer, "subject": told.outcome}
    await ask("POST", "/mails", body, f"{order.order_id}/tell")


def begin(step, argument):
    return workflow.start_activity(
        step,
        argument,
        start_to_close_timeout=timedelta(seconds=2),
        retry_policy=RetryPolicy(
            initial_interval=timedelta(milliseconds=200),
            backoff_coefficient=1.5,
            maximum_interval=timedelta(seconds=1),
        ),
    )


@workflow.defn
class OrderPlatform:
    def __init__(self) -> None:
        self.answer: bool | None = None
        self.cancelled = asyncio.Event()

    @workflow.signal
    def approve(self, approved: bool) -> None:
        self.answer = approved if self.answer is None else self.answer

    async def uninterrupted(self, step, argument) -> None:
        handle = begin(step, argument)
        while not handle.done():
            try:
                await asyncio.shield(handle)
            except asyncio.CancelledError:
                self.cancelled.set()
            except ActivityError:
                break
        await handle

    async def go(self, placed: PlatformOrder) -> str:
        order = placed.order
        try:
            await self.uninterrupted(place, order)
            if order.total > 500_00 and not self.cancelled.is_set():
                try:
                    await workflow.wait_condition(
                        lambda: self.answer is not None, timeout=placed.approval_seconds
                    )
                except asyncio.TimeoutError:
                    return "declined"
                except asyncio.CancelledError:
                    self.cancelled.set()
                if self.answer is False:
                    return "declined"
            for step in (hold, pay, send):
                if self.cancelled.is_set():
                    return "cancelled"
                await self.uninterrupted(step, order)
        except ActivityError:
            return "declined"
        return "shipped"

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        outcome = await self.go(placed)
        if outcome != "shipped":
            await self.uninterrupted(undo, placed.order)
        await self.uninterrupted(tell, Told(placed.order, outcome))
        return OrderResult(placed.order.order_id, outcome)
