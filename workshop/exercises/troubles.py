"""Kinds of trouble with the shop, so that a check tries a kind and not one fault of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workshop.shop.client import Shop

#: Statuses that another try can cure: 5xx, also unusual ones, and "come again later".
PASSING = (500, 502, 503, 504, 507, 520, 599, 408, 429)

#: Statuses that no other try can cure.
REFUSALS = (400, 403, 404, 409, 410, 422, 451)

#: Seconds that no try of an activity in the lessons waits for.
FOR_EVER = 60.0

#: Order trouble for an order, by its id.
Faults = Callable[[str], None]


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
