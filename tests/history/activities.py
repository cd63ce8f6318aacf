"""The activities the test workflows call. They need no outside world."""

import asyncio
from collections.abc import Callable
from typing import Any

from temporalio import activity
from temporalio.exceptions import ApplicationError


@activity.defn
async def greet(name: str) -> str:
    return f"Hello, {name}"


@activity.defn
async def create_order(order: dict[str, str]) -> str:
    return order["order_id"]


@activity.defn
async def charge_card(order_id: str, fail_times: int) -> str:
    """Fail the first `fail_times` attempts."""
    await asyncio.sleep(0.05)
    if activity.info().attempt <= fail_times:
        raise ApplicationError("the bank did not answer", type="BankUnreachable")
    return f"ch-{order_id}"


@activity.defn
async def reserve(item: str) -> str:
    await asyncio.sleep(0.02)
    return f"reserved {item}"


@activity.defn
async def decline(order_id: str) -> str:
    try:
        raise ValueError("limit is 50")
    except ValueError as error:
        raise ApplicationError("card declined", type="CardDeclined", non_retryable=True) from error


@activity.defn
async def too_slow() -> None:
    await asyncio.sleep(3)


@activity.defn
async def heartbeat_until_cancelled() -> str:
    while True:
        activity.heartbeat()
        await asyncio.sleep(0.02)


@activity.defn
async def refund_card(charge_id: str) -> str:
    return f"refunded {charge_id}"


ACTIVITIES: list[Callable[..., Any]] = [
    greet,
    create_order,
    charge_card,
    reserve,
    decline,
    too_slow,
    heartbeat_until_cancelled,
    refund_card,
]
