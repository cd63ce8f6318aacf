"""What befalls each order of a storm: all of it drawn from one seed, before it begins."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from workshop.chaos.faults import Fault, Kind
from workshop.chaos.strikes import Moment, Strike, When
from workshop.orders import OrderInput, OrderItem
from workshop.shop.catalogue import CATALOGUE

Outcome = Literal["shipped", "declined", "cancelled"]
Goods = Literal[
    "teapots", "teapots for a hotel", "golden teapot", "cups and tea", "more cups and tea"
]

#: What the orders of a storm are for.
STORM_GOODS: tuple[Goods, ...] = ("teapots", "teapots for a hotel", "golden teapot")

#: Above so many cents an order is large: it needs somebody's approval.
LARGE = 500_00

#: How many of what an order is for. The shop has no golden teapot.
GOODS: dict[Goods, dict[str, int]] = {
    "teapots": {"teapot": 2},
    "teapots for a hotel": {"teapot": 30},
    "golden teapot": {"golden_teapot": 1},
    "cups and tea": {"cup": 40, "tea": 50},  # 500.00, which is not above that
    "more cups and tea": {"cup": 57, "tea": 27},  # 500.10, which is
}

#: Seconds for an approval: of an order that gets an answer, and of one that gets none.
LONG_ENOUGH, IN_VAIN = 60.0, 1.0

STEPS = ("create_order", "reserve", "charge", "ship", "mail")
UNDOS = ("cancel_shipment", "refund", "release", "cancel_order")
PASSING: tuple[Kind, ...] = ("busy", "lose")
WHEN: tuple[When, ...] = ("before", "after")

#: One order has the worker killed that serves it, and one more of each so many.
KILLS_ONE_IN = 40


@dataclass(frozen=True)
class Answer:
    """What is said about a large order, so many seconds after it was placed.

    ``then`` is what is said right after that, if anything; it does not count.
    """

    approved: bool
    after: float
    then: bool | None = None


@dataclass(frozen=True)
class OrderPlan:
    """What befalls one order.

    ``answer`` None: nobody approves or rejects it. ``cancelled_after`` is in seconds,
    ``cancelled_at`` and ``killed_at`` are moments.
    """

    goods: Goods = "teapots"
    customer: str = "ada@example.com"
    faults: tuple[Fault, ...] = ()
    answer: Answer | None = None
    cancelled_after: float | None = None
    cancelled_at: Moment | None = None
    killed_at: Moment | None = None

    @property
    def is_large(self) -> bool:
        """Whether the order needs an approval."""
        return self.order("").total > LARGE

    @property
    def approval_seconds(self) -> float:
        """How long the order waits for an approval."""
        return LONG_ENOUGH if self.answer else IN_VAIN

    @property
    def refusal(self) -> str:
        """Who says no to the order, in words; empty when nobody does."""
        if self.goods == "golden teapot":
            return "the goods are out of stock"
        refused = {each.operation for each in self.faults if each.kind in ("decline", "refuse")}
        if "reserve" in refused:
            return "the shop refuses to reserve"
        if "charge" in refused:
            return "the payment is declined"
        if self.is_large and self.answer is None:
            return "nobody approves it in time"
        if self.is_large and self.answer and not self.answer.approved:
            return "it is rejected"
        return "the shop refuses to ship" if "ship" in refused else ""

    @property
    def strikes(self) -> tuple[Strike, ...]:
        """What happens at the moments of its activities."""
        cancel = (Strike("cancel", self.cancelled_at),) if self.cancelled_at else ()
        kill = (Strike("kill", self.killed_at),) if self.killed_at else ()
        return (*cancel, *kill)

    def order(self, order_id: str) -> OrderInput:
        """Return the order under this id."""
        items = [
            OrderItem(sku, quantity, CATALOGUE[sku].unit_price)
            for sku, quantity in GOODS[self.goods].items()
        ]
        return OrderInput(order_id, self.customer, items)

    def story(self) -> list[str]:
        """Say what befalls the order, one phrase each."""
        return [*self._phrases()]

    def _phrases(self) -> Iterator[str]:
        if self.goods == "golden teapot":
            yield "its goods are out of stock"
        if self.goods == "cups and tea":
            yield "it is for exactly 500.00, which is not large"
        if self.goods == "more cups and tea":
            yield "it is for 500.10"
        if self.is_large and self.goods != "golden teapot":
            yield "it is large" + (
                f" and {_said(self.answer.approved)} after {self.answer.after:.1f} s"
                if self.answer
                else " and nobody approves it"
            )
        if self.answer and self.answer.then is not None:
            yield f"right after that it is {_said(self.answer.then)}"
        for fault in self.faults:
            times = "" if fault.times in (None, 1) else f" {fault.times} times"
            yield {
                "decline": f"{fault.operation} is declined",
                "refuse": f"{fault.operation} is refused",
                "busy": f"{fault.operation} fails with {fault.status or 503}{times}",
                "lose": f"the answer of {fault.operation} is lost{times}",
                "slow": f"{fault.operation} is slow",
            }[fault.kind]
        if self.cancelled_after is not None:
            yield f"the customer cancels after {self.cancelled_after:.1f} s"
        if self.cancelled_at:
            yield f"the customer cancels {_at(self.cancelled_at)}"
        if self.killed_at:
            yield f"the worker is killed {_at(self.killed_at)}"


@dataclass(frozen=True)
class Storm:
    """What befalls so many orders; ``seed`` None: they were picked by hand.

    For ``down_for`` seconds, beginning ``down_after`` seconds after the first order, the shop
    answers 503 to everybody.
    """

    orders: tuple[OrderPlan, ...]
    seed: int | None = None
    down_after: float = 0.0
    down_for: float = 0.0

    @property
    def kills(self) -> int:
        """How many workers are to be killed."""
        return sum(each.killed_at is not None for each in self.orders)

    def forecast(self) -> list[tuple[str, int]]:
        """Return how often each sort of trouble is to come."""
        faults = Counter(
            {"decline": "refuse"}.get(fault.kind, fault.kind)
            for order in self.orders
            for fault in order.faults
            for _ in range(fault.times or 1)
        )
        refusals = Counter(each.refusal for each in self.orders)
        return [
            ("answers lost", faults["lose"]),
            ("calls answered with 503", faults["busy"]),
            ("slow answers", faults["slow"]),
            ("payments declined", refusals["the payment is declined"]),
            ("orders out of stock", refusals["the goods are out of stock"]),
            ("shipments refused", refusals["the shop refuses to ship"]),
            ("large orders rejected", refusals["it is rejected"]),
            ("large orders nobody answers", refusals["nobody approves it in time"]),
            (
                "cancels by customers",
                sum(
                    each.cancelled_at is not None or each.cancelled_after is not None
                    for each in self.orders
                ),
            ),
            ("workers killed", self.kills),
        ]


def storm_of(seed: int, orders: int) -> Storm:
    """Return the storm of this seed over so many orders.

    The order of a number meets the same trouble however many there are, save for the kills.
    """
    draw = random.Random(f"storm {seed}")
    plans = [_plan(random.Random(f"order {number} of storm {seed}")) for number in range(orders)]
    for number in draw.sample(range(orders), 1 + orders // KILLS_ONE_IN):
        moment = Moment(str(draw.randint(1, 4)), draw.choice(WHEN))
        plans[number] = replace(plans[number], killed_at=moment)
    return Storm(
        tuple(plans),
        seed,
        down_after=draw.uniform(0.3, 1.0),
        down_for=round(draw.uniform(0.8, 1.4), 1),
    )


def _plan(draw: random.Random) -> OrderPlan:
    goods = draw.choices(STORM_GOODS, [70, 25, 5])[0]
    faults: list[Fault] = []
    refused = draw.choices(["charge", "ship", None], [10, 12, 78])[0]
    if refused:
        faults.append(Fault("decline" if refused == "charge" else "refuse", refused))
    for operations, chance in ((STEPS, 0.15), (UNDOS, 0.3)):
        for operation in operations:
            if operation != refused and draw.random() < chance:
                faults.append(Fault(draw.choice(PASSING), operation, draw.randint(1, 2)))
            if draw.random() < 0.08:
                faults.append(Fault("slow", operation, 1, seconds=draw.uniform(0.1, 0.4)))
    answer = Answer(draw.random() < 0.6, draw.choice([0.0, draw.uniform(0, 1.0)]))
    answered = draw.random() < 0.75
    cancel = draw.choices(["at", "after", None], [17, 10, 73])[0]
    at, after = Moment(str(draw.randint(1, 6)), draw.choice(WHEN)), draw.uniform(0, 2.0)
    return OrderPlan(
        goods=goods,
        faults=tuple(faults),
        answer=answer if goods == "teapots for a hotel" and answered else None,
        cancelled_after=after if cancel == "after" else None,
        cancelled_at=at if cancel == "at" else None,
    )


def _said(approved: bool) -> str:
    return "approved" if approved else "rejected"


def _at(moment: Moment) -> str:
    number = moment.activity.isdigit()
    name = f"its activity number {moment.activity}" if number else moment.activity
    return f"just before {name}" if moment.when == "before" else f"at the end of {name}"
