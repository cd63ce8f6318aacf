"""What an instructor may wish of a room, and what of it the machine can do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workshop.room.certificate import Certificate
from workshop.room.limits import trouble_with_limits
from workshop.room.users import is_root, trouble_with_users

#: Hours without a sign of life after which a seat is closed. A lecture is shorter, and an open
#: JupyterLab gives one now and then; ten minutes, as hubs have it by default, empty a class room.
IDLE = 4.0


@dataclass(frozen=True)
class Options:
    """What may be wished.

    Args:
        certificate: for TLS; None: made, unless the address is a loopback one.
        idle: the hours after which a seat is closed that nobody uses; 0: never.
        memory: the megabytes that a seat may take; 0: as many as there are.
        bundle: what `workshop bundle` made, to be handed out; None: nothing is.
    """

    certificate: Certificate | None = None
    idle: float = IDLE
    memory: int = 0
    bundle: Path | None = None


#: A room of which nothing is wished.
DEFAULTS = Options()


@dataclass(frozen=True)
class Isolation:
    """What keeps seats apart here.

    Args:
        trouble_with_users: why seats have no users of their own; nothing if they have, and None if
            we aren't root.
        trouble_with_limits: why nobody sees to it that seats keep to their memory; nothing if
            systemd does, and None if there is no limit.
    """

    trouble_with_users: str | None = None
    trouble_with_limits: str | None = None

    @property
    def own_users(self) -> bool:
        """Whether each seat is of a user of its own."""
        return self.trouble_with_users == ""

    @property
    def limits(self) -> bool:
        """Whether systemd limits each seat's memory."""
        return self.trouble_with_limits == ""


def isolation_of(folder: Path, memory: int) -> Isolation:
    """Find out what this machine can do, by trying it.

    Args:
        folder: the room's.
        memory: the megabytes that a seat may take; 0: as many as there are.
    """
    return Isolation(
        trouble_with_users(folder) if is_root() else None,
        trouble_with_limits(memory) if memory else None,
    )
