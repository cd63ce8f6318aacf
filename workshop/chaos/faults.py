"""Trouble with the shop that befalls one order, as a value: ordered before the order begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workshop.shop.client import Shop

Kind = Literal["decline", "refuse", "busy", "lose", "slow"]


@dataclass(frozen=True)
class Fault:
    """Trouble to order from the shop; ``times`` None is always.

    ``status`` is what it answers when it is "busy" or has to "refuse"; None: 503 or 409.
    """

    kind: Kind
    operation: str
    times: int | None = None
    seconds: float = 0.0
    status: int | None = None

    def order(self, shop: Shop, order_id: str) -> None:
        """Order it for this order."""
        if self.kind == "decline":
            shop.decline(self.operation, order_id, times=self.times)
        elif self.kind == "refuse":
            shop.fail(self.operation, order_id, status=self.status or 409, times=self.times)
        elif self.kind == "busy":
            shop.fail(self.operation, order_id, status=self.status or 503, times=self.times)
        elif self.kind == "lose":
            shop.lose_answer(self.operation, order_id, times=self.times)
        else:
            shop.delay(self.operation, order_id, self.seconds, times=self.times)
