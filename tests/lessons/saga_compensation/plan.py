"""What befalls one order: all of it drawn from one seed, so that it can befall another again."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from workshop.shop.client import Shop

STEPS = {"reserve": "reserve_inventory", "charge": "process_payment", "ship": "create_shipment"}
UNDOS = {
    "cancel_shipment": "cancel_shipment",
    "refund": "refund_payment",
    "release": "release_inventory",
}

#: One order in so many has its worker killed.
KILLS_ONE_IN = 20


@dataclass(frozen=True)
class Moment:
    """Before the first try of an activity asks the shop, or after the shop has done it."""

    activity: str
    when: Literal["before", "after"]


@dataclass(frozen=True)
class Fault:
    """Trouble to order from the shop; ``times`` None is always."""

    kind: Literal["decline", "refuse", "busy", "lose", "slow"]
    operation: str
    times: int | None = None
    seconds: float = 0.0

    def order(self, shop: Shop, order_id: str) -> None:
        """Order it for this order."""
        if self.kind == "decline":
            shop.decline(self.operation, order_id)
        elif self.kind == "refuse":
            shop.fail(self.operation, order_id, status=409)
        elif self.kind == "busy":
            shop.fail(self.operation, order_id, status=503, times=self.times)
        elif self.kind == "lose":
            shop.lose_answer(self.operation, order_id, times=self.times)
        else:
            shop.delay(self.operation, order_id, self.seconds)


@dataclass(frozen=True)
class Plan:
    """What befalls the order of one seed.

    ``packed_after`` and ``cancelled_after`` are seconds after the start (None: never);
    ``cancelled_at`` and ``killed_at`` are moments.
    """

    seed: int
    faults: tuple[Fault, ...]
    packed_after: float | None
    cancelled_after: float | None
    cancelled_at: Moment | None
    killed_at: Moment | None

    @property
    def refused(self) -> set[str]:
        """The activities of the undos that the shop refuses for good."""
        return {
            UNDOS[each.operation]
            for each in self.faults
            if each.kind == "refuse" and each.operation in UNDOS
        }


def plan_of(seed: int) -> Plan:
    """Return the plan of this seed, the same in each process."""
    draw = random.Random(seed)
    faults = [_trouble_with_a_step(draw)] if draw.random() < 0.6 else []
    for operation in UNDOS:
        if draw.random() < 0.4:
            faults.append(_trouble_with_an_undo(draw, operation))
    for operation in (*STEPS, *UNDOS):
        if draw.random() < 0.2:
            faults.append(Fault("slow", operation, seconds=draw.uniform(0.02, 0.4)))
    packed = draw.random() < 0.85
    return Plan(
        seed=seed,
        faults=tuple(faults),
        packed_after=draw.choice([0.0, 0.0, draw.uniform(0.1, 1.0)]) if packed else None,
        cancelled_after=draw.uniform(0, 1.5) if not packed or draw.random() < 0.15 else None,
        cancelled_at=_moment(draw) if draw.random() < 0.5 else None,
        killed_at=_moment(draw) if seed % KILLS_ONE_IN == 0 else None,
    )


def _trouble_with_a_step(draw: random.Random) -> Fault:
    operation = draw.choice(["reserve", "charge", "ship", "ship"])
    kind = draw.choice(["decline", "refuse", "busy", "lose", "lose"])
    times = draw.choice([1, 2, None]) if kind in ("busy", "lose") else None
    return Fault(kind, operation, times)  # type: ignore[arg-type]  # one of the kinds


def _trouble_with_an_undo(draw: random.Random, operation: str) -> Fault:
    kind = draw.choice(["busy", "busy", "lose", "lose", "refuse"])
    return Fault(kind, operation, draw.randint(1, 4))  # type: ignore[arg-type]  # one of the kinds


def _moment(draw: random.Random) -> Moment:
    # Undos come last, so a moment in one of them is reached only by some.
    activity = draw.choice([*STEPS.values(), *UNDOS.values(), *UNDOS.values()])
    return Moment(activity, draw.choice(["before", "after"]))
