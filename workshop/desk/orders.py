"""What the instructor's desk wants of a workspace, as the courier has left it there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from workshop.desk.spool import Spool, desk_folder, room_of
from workshop.processes.whole_file import write_whole

#: After how many checks that were not met something opens: 0 at once, None when it is released.
Rule = int | None

What = Literal["hints", "solution"]

DeedKind = Literal["reset", "catch_up"]

#: The key of the rule for each exercise that has none of its own.
EVERY = "*"


@dataclass(frozen=True)
class Message:
    """What the instructor has sent: to everybody, or to this learner."""

    number: int
    text: str


@dataclass(frozen=True)
class Deed:
    """What the instructor wants done in this workspace, once.

    Args:
        number: higher than that of each deed before it.
        what: ``reset``: a lesson begins anew; ``catch_up``: what comes before a lesson is given.
        lesson: its package's name.
    """

    number: int
    what: DeedKind
    lesson: str


@dataclass(frozen=True)
class Orders:
    """What holds in a workspace now.

    Args:
        rules: for hints and for the solution, by ``lesson.exercise`` or `EVERY`: see `Rule`.
        messages: the newest ones, in their order.
        deeds: what is to be done, each once; the newest ones, in their order.
        pinned: a text that stands in the course panel; empty if none does.
        helped: whether the instructor is in this JupyterLab.
        have: the number up to which the desk had the spool when it said this.
        raised: whether the learner's hand was up then.
        reached: whether the desk could be reached when this was written.
        revoked: whether the desk takes nothing from this workspace any more.
    """

    rules: Mapping[str, Mapping[str, Rule]] = field(default_factory=dict)
    messages: tuple[Message, ...] = ()
    deeds: tuple[Deed, ...] = ()
    pinned: str = ""
    helped: bool = False
    have: int = 0
    raised: bool = False
    reached: bool = False
    revoked: bool = False

    def rule(self, what: What, exercise: str) -> Rule:
        """Return when the hints or the solution of ``lesson.exercise`` open."""
        rules = self.rules.get(what, {})
        return rules.get(exercise, rules.get(EVERY, 0))

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Orders:
        """Return them as the desk has sent them, or as they are kept in a workspace.

        Raises:
            ValueError, TypeError, AttributeError: it is something else.
        """
        known = {name: told[name] for name in cls.__dataclass_fields__ if name in told}
        messages = tuple(Message(**each) for each in known.pop("messages", ()))
        deeds = tuple(Deed(**each) for each in known.pop("deeds", ()))
        return cls(**known, messages=messages, deeds=deeds)


#: What holds where there is no room, and in one until its desk has said anything else.
NONE = Orders()


def orders_of(state: Path) -> Orders:
    """Return what holds in a workspace, by its state folder; outside of a room, and until the desk speaks: nothing."""
    if room_of(state) is None:
        return NONE
    try:
        return Orders.from_json(json.loads(_file(state).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, AttributeError):
        return NONE


def write_orders(state: Path, orders: Orders) -> None:
    """Leave them in a workspace.

    Raises:
        OSError: they can't be written.
    """
    write_whole(_file(state), json.dumps(asdict(orders), ensure_ascii=False))


def is_raised(state: Path) -> bool:
    """Whether the learner's hand is up, by what the learner and the desk have said last."""
    orders = orders_of(state)
    said = [event for _, event in Spool(state).read(orders.have) if event.kind == "hand"]
    return said[-1].outcome == "raised" if said else orders.raised


_LOCKED = {
    "hints": "The hints of this exercise aren't open yet: your instructor opens them later.",
    "solution": "The solution of this exercise isn't open yet: your instructor opens it later.",
}
_LATER = {
    "hints": "The hints of this exercise open after {}.",
    "solution": "The solution of this exercise opens after {}.",
}


def still_locked(state: Path, what: What, exercise: str) -> str:
    """Return why the hints or the solution of ``lesson.exercise`` are not open; nothing if they are."""
    spool = room_of(state)
    rule = orders_of(state).rule(what, exercise)
    if spool is None or rule == 0:
        return ""
    if rule is None:
        return _LOCKED[what]
    if (left := rule - spool.tries(exercise)) <= 0:
        return ""
    return _LATER[what].format("one more check" if left == 1 else f"{left} more checks")


def _file(state: Path) -> Path:
    return desk_folder(state) / "orders.json"
