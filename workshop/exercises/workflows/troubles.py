"""Kinds of trouble with the shop, so that a check tries a kind and not one fault of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from workshop.shop.client import Shop

#: "The server has a problem"; the last two are in no list, and are seen in the wild.
SERVER_ERRORS = (503, 500, 502, 504, 507, 520, 599)

#: Statuses that another try can cure: those, and "come again later".
PASSING = (*SERVER_ERRORS, 408, 429)

#: Statuses that no other try can cure: "the request is wrong", as servers say it; the last one is in
#: no list. Left out is 402, which has a meaning of its own here.
REFUSALS = (404, 400, 409, 418, 401, 403, 405, 410, 422, 451, 499)

#: So many kinds are tried at the same time: more would cost each of them its time.
AT_ONCE = 4

#: Seconds that no try of an activity in the lessons waits for.
FOR_EVER = 60.0

#: Order trouble for an order, by its id.
Faults = Callable[[str], None]

Kind = TypeVar("Kind")


async def each_of(kinds: Iterable[Kind], judge: Callable[[Kind], Awaitable[None]]) -> None:
    """Judge each kind, some at the same time; what is raised is what the first of them raises."""
    turn = asyncio.Semaphore(AT_ONCE)

    async def judged(kind: Kind) -> None:
        async with turn:
            await judge(kind)

    judging = [asyncio.ensure_future(judged(kind)) for kind in kinds]
    try:
        for each in judging:
            await each
    finally:
        for each in judging:
            each.cancel()
        await asyncio.gather(*judging, return_exceptions=True)


def together(*faults: Faults) -> Faults:
    """Return what orders all of these."""

    def order(order_id: str) -> None:
        for each in faults:
            each(order_id)

    return order


def fails_by_each(shop: Shop, operation: str, statuses: Iterable[int] = PASSING) -> Faults:
    """Return what lets the operation fail once with each status, one after the other."""

    def order(order_id: str) -> None:
        for status in statuses:
            shop.fail(operation, order_id, status=status, times=1)

    return order


def is_down(shop: Shop, operation: str, status: int = 599, times: int | None = None) -> Faults:
    """Return what lets the operation fail with an unusual status, for so many calls or always."""
    return lambda order_id: shop.fail(operation, order_id, status=status, times=times)


def refuses(shop: Shop, operation: str, status: int = 409) -> Faults:
    """Return what makes the shop refuse the operation for good."""
    return lambda order_id: shop.fail(operation, order_id, status=status)


def hangs_at_last(shop: Shop, operation: str, tries: int, *, is_done: bool = False) -> Faults:
    """Return what makes the last of so many tries hang, so that they end in a timeout.

    Those before it fail at once: a check need not wait for as many timeouts. ``is_done``: the shop
    does at the last try what it is asked, and the caller never hears of it.
    """

    def order(order_id: str) -> None:
        shop.delay(operation, order_id, 0.01, times=tries - 1)
        shop.delay(operation, order_id, FOR_EVER)
        shop.fail(operation, order_id, times=tries - 1 if is_done else None)

    return order
