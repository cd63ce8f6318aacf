"""The thread that tells the desk what a workspace's spool has, and brings back what the desk wants.

The desk says how much it has; everything after that is sent, however often it takes. So neither of
the two can lose anything by dying, and what arrives twice counts once: an event is known by its
learner, its spool and its number.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import httpx

from workshop.desk.orders import NONE, Orders, write_orders
from workshop.desk.spool import Spool

#: Seconds between two looks at the spool.
LOOK = 0.25

#: Seconds before the desk is tried again: at first, and at most.
PAUSE, LONGEST_PAUSE = 0.5, 5.0

#: Seconds that the desk may take to answer. It says something every `BEAT` seconds while it listens.
PATIENCE = 15.0
BEAT = 20.0

#: Seconds that a connection is kept without use; the board keeps it longer.
IDLE = 60.0

#: How many events go at a time.
AT_A_TIME = 200


@dataclass(frozen=True)
class Desk:
    """Where a desk is, and what lets one tell it something: nothing can be read with it.

    Args:
        url: of the board, without a slash at the end.
        token: of one seat.
    """

    url: str
    token: str


class Courier:
    """Carries for one workspace, from now until it is closed.

    Args:
        state: where the workspace keeps what belongs to the kit; its lab is the only one that carries.
        desk: where to.
        verify: as httpx has it: how its certificate is looked at.
        obey: called, from the courier's thread, with each new set of orders.

    Raises:
        OSError: there can be no spool.
    """

    def __init__(
        self,
        state: Path,
        desk: Desk,
        *,
        verify: Any = True,
        obey: Callable[[Orders], None] = lambda _: None,
    ) -> None:
        self._state = state
        self._desk = desk
        self._verify = verify
        self._obey = obey
        self._spool = Spool(state)
        self._spool.create()
        self._orders = NONE
        self._have: int | None = None
        self._write()
        self._loop = asyncio.new_event_loop()
        self._carrying = self._loop.create_task(self._carry())
        self._thread = threading.Thread(target=self._run, name="courier", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """End it. What wasn't told yet is told the next time."""
        with contextlib.suppress(RuntimeError):  # it has ended by itself
            self._loop.call_soon_threadsafe(self._carrying.cancel)
        self._thread.join()

    def _run(self) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            self._loop.run_until_complete(self._carrying)
        self._loop.close()

    async def _carry(self) -> None:
        async with httpx.AsyncClient(
            headers={"Authorization": f"Bearer {self._desk.token}"},
            timeout=PATIENCE,
            limits=httpx.Limits(keepalive_expiry=IDLE),
            trust_env=False,
            verify=self._verify,
        ) as client:
            await asyncio.gather(self._listen(client), self._tell(client))

    async def _listen(self, client: httpx.AsyncClient) -> None:
        """Take orders for as long as the desk gives them; ask again when it has stopped."""
        pause = PAUSE
        while True:
            try:
                async with client.stream(
                    "POST",
                    f"{self._desk.url}/seat/orders",
                    json={"spool": self._spool.name},
                    timeout=httpx.Timeout(PATIENCE, read=2 * BEAT),
                ) as answer:
                    self._expect_welcome(answer)
                    async for line in answer.aiter_lines():
                        pause = PAUSE
                        if line:
                            self._take(json.loads(line))
            except (httpx.HTTPError, ValueError, TypeError, KeyError, AttributeError, OSError):
                self._set(replace(self._orders, reached=False))
            await asyncio.sleep(pause)
            pause = min(1.5 * pause, LONGEST_PAUSE)

    async def _tell(self, client: httpx.AsyncClient) -> None:
        """Send what the desk hasn't got, when there is anything new."""
        pause, sent = PAUSE, 0
        while True:
            await asyncio.sleep(LOOK)
            if self._have is None or (size := self._spool.size) == sent:
                continue
            after = self._have
            events = self._spool.read(after)[:AT_A_TIME]
            if not events:
                sent = size
                continue
            body = [{"number": number, **asdict(event)} for number, event in events]
            try:
                answer = await client.post(
                    f"{self._desk.url}/seat/events",
                    json={"spool": self._spool.name, "events": body},
                )
                self._expect_welcome(answer)
                self._have = max(int(answer.json()["have"]), after)
                pause = PAUSE
            except (httpx.HTTPError, ValueError, TypeError, KeyError, OSError):
                await asyncio.sleep(pause)
                pause = min(1.5 * pause, LONGEST_PAUSE)

    def _expect_welcome(self, answer: httpx.Response) -> None:
        """Raise `httpx.HTTPStatusError` for a refusal; remember one that is for good."""
        revoked = answer.status_code == httpx.codes.UNAUTHORIZED
        self._set(replace(self._orders, revoked=revoked))
        answer.raise_for_status()

    def _take(self, told: dict[str, Any]) -> None:
        orders = replace(Orders.from_json(told), reached=True)
        self._have = int(orders.have)
        self._set(orders)

    def _set(self, orders: Orders) -> None:
        if orders == self._orders:
            return
        self._orders = orders
        self._write()
        self._obey(orders)

    def _write(self) -> None:
        with contextlib.suppress(OSError):  # a full disk: what held before holds on
            write_orders(self._state, self._orders)
