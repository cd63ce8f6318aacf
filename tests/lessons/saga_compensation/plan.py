"""What befalls one order: all of it drawn from one seed, so that it can befall another again."""

from __future__ import annotations

import random
from dataclasses import dataclass

from workshop.chaos.faults import Fault, Kind
from workshop.chaos.strikes import Moment, Strike, When

STEPS = {"reserve": "reserve_inventory", "charge": "process_payment", "ship": "create_shipment"}
UNDOS = {
    "cancel_shipment": "cancel_shipment",
    "refund": "refund_payment",
    "release": "release_inventory",
}

KINDS_FOR_STEPS: tuple[Kind, ...] = ("decline", "refuse", "busy", "lose", "lose")
TRANSIENT: tuple[Kind, ...] = ("busy", "lose")
KINDS_FOR_UNDOS: tuple[Kind, ...] = ("busy", "busy", "lose", "lose", "refuse")
MOMENTS: tuple[When, ...] = ("before", "after")

#: One order in so many has its worker killed.
KILLS_ONE_IN = 20


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
    def strikes(self) -> tuple[Strike, ...]:
        """What happens at the moments of its activities."""
        cancel = (Strike("cancel", self.cancelled_at),) if self.cancelled_at else ()
        kill = (Strike("kill", self.killed_at),) if self.killed_at else ()
        return (*cancel, *kill)

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
    fails_at = draw.choice(["reserve", "charge", "ship", "ship"]) if draw.random() < 0.5 else None
    faults = [_fatal(draw, fails_at)] if fails_at else []
    for operation in STEPS:
        if operation != fails_at and draw.random() < 0.15:
            faults.append(Fault(draw.choice(TRANSIENT), operation, draw.randint(1, 2)))
    for operation in UNDOS:
        if draw.random() < 0.4:
            kind = draw.choice(KINDS_FOR_UNDOS)
            faults.append(Fault(kind, operation, draw.randint(1, 4)))
    for operation in (*STEPS, *UNDOS):
        if draw.random() < 0.2:
            faults.append(Fault("slow", operation, seconds=draw.uniform(0.02, 0.4)))
    packed = draw.random() < 0.85
    return Plan(
        seed=seed,
        faults=tuple(faults),
        packed_after=draw.choice([0.0, 0.0, draw.uniform(0.1, 1.0)]) if packed else None,
        cancelled_after=draw.uniform(0, 1.5) if not packed or draw.random() < 0.1 else None,
        cancelled_at=_moment(draw, fails_at) if draw.random() < 0.5 else None,
        killed_at=_moment(draw, fails_at) if seed % KILLS_ONE_IN == 0 else None,
    )


def _fatal(draw: random.Random, operation: str) -> Fault:
    """Return what lets this step fail, however often it is tried."""
    return Fault(draw.choice(KINDS_FOR_STEPS), operation)


def _moment(draw: random.Random, fails_at: str | None) -> Moment:
    """Return a moment that the order is likely to reach: in an undo, if there is something to undo."""
    steps = [*STEPS][: [*STEPS].index(fails_at) + 1] if fails_at else [*STEPS]
    activities = [STEPS[each] for each in steps]
    if fails_at and draw.random() < 0.8:
        activities = [*UNDOS.values()][-len(steps) :]
    return Moment(draw.choice(activities), draw.choice(MOMENTS))
