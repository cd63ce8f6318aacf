# finding: ships an order when all goes well · charged twice
import asyncio
import os
from dataclasses import asdict
from datetime import timedelta
from typing import Any

from temporalio import activity, workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError

with workflow.unsafe.imports_passed_through():
    import httpx

    from workshop.orders import (
        InventoryInput,
        OrderInput,
        NotificationInput,
        OrderResult,
        PaymentInput,
        PlatformOrder,
        ShipmentInput,
        cancel_order_activity,
        cancel_shipment,
        create_order,
        create_shipment,
        process_payment,
        refund_payment,
        release_inventory,
        reserve_inventory,
        send_notification,
    )

STEP = workflow.ActivityConfig(
    start_to_close_timeout=timedelta(seconds=2),
    retry_policy=RetryPolicy(
        initial_interval=timedelta(milliseconds=100), maximum_interval=timedelta(seconds=1)
    ),
)



async def call(method: str, path: str, body: dict[str, Any] | None = None) -> Any:
    me = activity.info()
    key = f"{me.workflow_run_id}/{me.activity_id}"
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False, timeout=1.8
    ) as shop:
        answer = await shop.request(method, path, json=body, headers={"Idempotency-Key": key})
    if answer.is_client_error:
        raise ApplicationError(answer.text, type="No", non_retryable=True)
    answer.raise_for_status()
    return answer.json()


def items_of(order: OrderInput) -> list[dict[str, Any]]:
    return [asdict(item) for item in order.items]


@activity.defn
async def my_create(order: OrderInput) -> None:
    await call("PUT", f"/orders/{order.order_id}", {"customer": order.customer, "items": items_of(order)})


@activity.defn
async def my_charge(order: OrderInput) -> None:
    await call("POST", "/charges", {"order_id": order.order_id, "amount": order.items[0].unit_price * order.items[0].quantity})


@activity.defn
async def my_refund(order: OrderInput) -> None:
    await call("POST", f"/orders/{order.order_id}/refund")


@activity.defn
async def my_mail(order: OrderInput, subject: str) -> None:
    await call("POST", "/mails", {"order_id": order.order_id, "to": order.customer, "subject": subject})

@workflow.defn
class OrderPlatform:
    def __init__(self) -> None:
        self._approved: bool | None = None

    @workflow.run
    async def run(self, placed: PlatformOrder) -> OrderResult:
        order = placed.order
        working = asyncio.create_task(self._work(placed))
        while not working.done():
            try:
                await asyncio.shield(working)
            except asyncio.CancelledError:
                self._cancelled = True
        return OrderResult(order.order_id, working.result())

    _cancelled = False

    async def _work(self, placed: PlatformOrder) -> str:
        order = placed.order
        undos: list[Any] = []
        try:
            await self._do(my_create, order)
            undos.append(release_inventory)
            await self._do(reserve_inventory, InventoryInput(order.order_id, order.items))
            undos.append(my_refund)
            await self._do(my_charge, order)
            if order.total > 50000:
                try:
                    await workflow.wait_condition(
                        lambda: self._approved is not None or self._cancelled,
                        timeout=placed.approval_seconds,
                    )
                except asyncio.TimeoutError:
                    self._approved = False
                if not self._approved and not self._cancelled:
                    raise Refused("declined")
            undos.append(cancel_shipment)
            await self._do(create_shipment, ShipmentInput(order.order_id, "1 Tea Lane"))
            outcome = "shipped"
        except (ActivityError, Refused) as error:
            outcome = str(error) if isinstance(error, Refused) else "declined"
            for undo in reversed(undos):
                await workflow.execute_activity(
                    undo, order if undo is my_refund else order.order_id, **STEP
                )
        await workflow.execute_activity(
            my_mail, args=[order, outcome], **STEP
        )
        return outcome

    async def _do(self, activity: Any, argument: Any) -> None:
        if self._cancelled:
            raise Refused("cancelled")
        await workflow.execute_activity(activity, argument, **STEP)

    @workflow.signal
    def approve(self, approved: bool) -> None:
        if self._approved is None:
            self._approved = approved


class Refused(Exception):
    pass
