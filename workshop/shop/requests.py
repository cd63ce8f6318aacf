"""What a call may say: the shapes of the request bodies, and sentences for what does not fit."""

import re
import reprlib
import unicodedata
from typing import Annotated, Any, Literal, TypeGuard

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

from workshop.shop.catalogue import CATALOGUE
from workshop.shop.operations import FAULT_KINDS, Operation

MOST_CENTS = 1_000_000_000
_PLAIN = r"^[^\u0000-\u001f\u007f-\u009f\u2028\u2029]*$"
_ORDER_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:@-]{0,199}")


def is_order_id(value: object) -> TypeGuard[str]:
    """Whether the value can name an order (and stand in a URL as it is)."""
    return isinstance(value, str) and _ORDER_ID.fullmatch(value) is not None


def _order_id(value: str) -> str:
    if not is_order_id(value):
        raise ValueError(
            "should begin with a letter or digit, hold only letters, digits and . _ : @ -,"
            " and be at most 200 long"
        )
    return value


def _plain_text(value: str) -> str:
    if any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in value):
        raise ValueError("should hold no control characters")
    return value


# What the validators say in sentences, the OpenAPI document says in patterns.
OrderId = Annotated[
    str,
    AfterValidator(_order_id),
    WithJsonSchema({"type": "string", "pattern": f"^{_ORDER_ID.pattern}$"}),
]
Text = Annotated[
    str,
    Field(min_length=1, max_length=500),
    AfterValidator(_plain_text),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": 500, "pattern": _PLAIN}),
]
_GOODS = WithJsonSchema({"type": "string", "enum": list(CATALOGUE)})
Sku = Annotated[str, _GOODS]
Key = Annotated[str, Field(min_length=1, max_length=1000)]
Quantity = Annotated[int, Field(ge=1, le=10_000)]
Amount = Annotated[int, Field(ge=1, le=MOST_CENTS)]
Price = Annotated[int, Field(ge=0, le=MOST_CENTS)]
Times = Annotated[int, Field(ge=1, le=1_000_000)]


class _Body(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")


class PricedItem(_Body):
    """So many of one sku, at this price in cents."""

    sku: Annotated[Text, _GOODS]
    quantity: Quantity
    unit_price: Price


class WantedItem(_Body):
    """So many of one sku; a price is allowed, so that an order's items can be sent as they are."""

    sku: Annotated[Text, _GOODS]
    quantity: Quantity
    unit_price: Price | None = None


class OrderBody(_Body):
    """PUT /orders/{order_id}."""

    customer: Text
    items: Annotated[list[PricedItem], Field(min_length=1, max_length=100)]


class CancelBody(_Body):
    """POST /orders/{order_id}/cancel."""

    reason: Text


class ChargeBody(_Body):
    """POST /charges, the amount in cents."""

    order_id: OrderId
    amount: Amount


class ReservationBody(_Body):
    """POST /reservations."""

    order_id: OrderId
    items: Annotated[list[WantedItem], Field(min_length=1, max_length=100)]


class ShipmentBody(_Body):
    """POST /shipments."""

    order_id: OrderId
    address: Text | None = None


class MailBody(_Body):
    """POST /mails."""

    order_id: OrderId
    to: Text
    subject: Text


class _FaultBody(_Body):
    operation: Operation
    order_id: OrderId
    times: Times | None = None


class PlainFaultBody(_FaultBody):
    """POST /faults: the operation is declined, or done and its answer lost."""

    kind: Literal["decline", "lose_answer"]


class StatusFaultBody(_FaultBody):
    """POST /faults: the operation answers with this status and does nothing."""

    kind: Literal["status"]
    status: Annotated[int, Field(ge=400, le=599)]


class DelayFaultBody(_FaultBody):
    """POST /faults: the operation answers only after so many seconds."""

    kind: Literal["delay"]
    seconds: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)]


class OutageBody(_Body):
    """POST /outages: the operation, or every one, fails for all orders for so many seconds."""

    operation: Operation | None = None
    status: Annotated[int, Field(ge=400, le=599)]
    seconds: Annotated[float, Field(gt=0, le=3600, allow_inf_nan=False)]


FaultBody = Annotated[
    PlainFaultBody | StatusFaultBody | DelayFaultBody, Field(discriminator="kind")
]


def sentence_about(errors: list[dict[str, Any]]) -> str:
    """Say in one sentence what pydantic's list of errors found wrong with a request."""
    told = [_phrase(error) for error in errors[:3]]
    if len(errors) > 3:
        told.append(f"and {len(errors) - 3} more")
    return "; ".join(told)


def _phrase(error: dict[str, Any]) -> str:
    kind, message = error["type"], error["msg"]
    if kind == "json_invalid":
        return f"the body is not JSON: {error['ctx']['error']} at character {error['loc'][-1]}"
    name = _name(error["loc"])
    if kind == "union_tag_not_found":
        return "kind is missing"
    if kind == "union_tag_invalid":
        return f"kind should be one of {', '.join(FAULT_KINDS)}, found {_SHORT.repr(error['ctx']['tag'])}"
    if kind == "missing":
        return f"{name} is missing"
    if kind == "extra_forbidden":
        return f"{name} is not known here"
    if kind == "model_attributes_type":
        return f"{name} should be a JSON object, sent as application/json"
    message = message.removeprefix("Value error, ")
    message = re.sub(r"^(Input|String|List|Value) should", "should", message)
    verb = message if message.startswith("should") else f"is wrong ({message})"
    return f"{name} {verb}, found {_SHORT.repr(error.get('input'))}"


def _name(location: tuple[str | int, ...]) -> str:
    # The first part says where pydantic looked: body, path, query, header. The kind of a fault
    # chooses its shape, and pydantic names the chosen shape as if it were a field.
    of_a_kind = len(location) > 2 and location[1] in FAULT_KINDS
    parts = location[2:] if of_a_kind else location[1:]
    name = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in parts)
    readable = name.removeprefix(".").encode("ascii", "backslashreplace").decode()
    return readable[:100] or f"the {location[0]}"


_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 60
