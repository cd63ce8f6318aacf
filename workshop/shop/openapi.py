"""What the shop's OpenAPI document says of its answers: a model for each, and one for every refusal.

The service sends what the books say; these models describe it and are not in its way.
"""

from collections.abc import Callable
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

ABOUT = """\
The outside world of the course: orders, payments, goods and mails, with a ledger of what happened.

Money is in cents. A request with an Idempotency-Key is done once, however often it is sent; what
failed may be sent again with the same key. A fault or an outage that was set makes an operation
fail, answer late, or do its work and cut the connection without an answer.
"""

RefusalStatus = Literal[402, 404, 409, 422]


class _Answer(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Refusal(_Answer):
    """Every answer that says no: `detail` is a sentence for people, `type` a name for programs."""

    detail: str
    type: str


class CreatedOrder(_Answer):
    """The order as it is now; `total` in cents."""

    order_id: str
    status: Literal["created"]
    total: int


class CancelledOrder(_Answer):
    """The ids of the charges that were refunded, and of the reservations that were released."""

    order_id: str
    status: Literal["cancelled"]
    refunded: list[str]
    released: list[str]


class Charged(_Answer):
    """The charge; `amount` in cents."""

    charge_id: str
    order_id: str
    amount: int


class Refunded(_Answer):
    """The ids of the charges that were refunded; `amount` is their sum in cents."""

    order_id: str
    refunded: list[str]
    amount: int


class Reserved(_Answer):
    """The reservation."""

    reservation_id: str
    order_id: str


class Released(_Answer):
    """The ids of the reservations that were released."""

    order_id: str
    released: list[str]


class Shipped(_Answer):
    """The shipment."""

    shipment_id: str
    order_id: str


class CancelledShipments(_Answer):
    """The ids of the shipments that were called back."""

    order_id: str
    cancelled: list[str]


class Mailed(_Answer):
    """The mail."""

    mail_id: str
    order_id: str


class OrderNumber(_Answer):
    """A number that no other order has."""

    number: int


class Health(_Answer):
    """Which lab the shop belongs to."""

    lab_id: str


class OrderedItem(_Answer):
    """So many of one sku, at this price in cents."""

    sku: str
    quantity: int
    unit_price: int | None


class KnownOrder(_Answer):
    """An order as the shop knows it."""

    order_id: str
    status: Literal["created", "cancelled"]
    customer: str | None
    items: list[OrderedItem]
    reason: str | None


class Stock(_Answer):
    """How many can still be reserved."""

    available: int


class Summary(_Answer):
    """What became of one order, in numbers; `leftovers` are the ids of what was not undone."""

    order_id: str
    status: Literal["created", "cancelled"] | None
    charges: int
    open_charges: int
    held_stock: dict[str, int]
    shipments: int
    mails: int
    calls: int
    leftovers: list[str]


class Cleared(_Answer):
    """How many faults were forgotten."""

    cleared: int


class Ended(_Answer):
    """How many outages were ended."""

    ended: int


_WHY: dict[RefusalStatus, str] = {
    402: "Declined, because a fault says so.",
    404: "The shop does not know it.",
    409: "The order is cancelled or shipped, or there is not enough in stock.",
    422: "The request is not as described here, names a sku that the shop does not sell, or uses an"
    " Idempotency-Key again for another request.",
}

EVERYWHERE: dict[int | str, dict[str, Any]] = {
    "4XX": {"model": Refusal, "description": "Refused: `type` says why, or a fault was set."},
    "5XX": {
        "model": Refusal,
        "description": "Failed: a fault or an outage was set, or the shop's database fails.",
    },
}
"""The answers that each URL may give."""


def described(
    deed: Callable[..., object], done: dict[int, Any], *refusals: RefusalStatus
) -> dict[str, Any]:
    """What to tell FastAPI of a URL.

    Args:
        deed: what it does; its docstring becomes the description.
        done: the model of the answer for each status of success, the usual one first.
        refusals: with which statuses the shop itself refuses; any others are ordered faults.
    """
    responses: dict[int | str, dict[str, Any]] = {
        status: {"model": model, "description": "Done."} for status, model in done.items()
    }
    for status in refusals:
        responses[status] = {"model": Refusal, "description": _WHY[status]}
    return {
        "status_code": next(iter(done)),
        "description": deed.__doc__,
        "responses": responses,
        "response_model": None,
    }
