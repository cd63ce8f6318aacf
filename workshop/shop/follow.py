"""Wait until the ledger of an order says something: until it was charged, a mail was sent, …"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable

from temporalio.client import Client

from workshop.errors import LabError
from workshop.patience import SILENCE, slowness, wait_patiently
from workshop.shop.client import Shop
from workshop.shop.ledger import Ledger
from workshop.temporal.waiting import explained

#: Seconds to wait for the entry that was asked for, on a machine that does nothing else.
DEADLINE = 30.0

#: Seconds between two looks into the ledger.
_PERIOD = 0.02


class LedgerError(LabError):
    """The entry that was waited for did not come; the message shows the ledger there is."""


async def ledger_that_satisfies(
    shop: Shop, client: Client, order_id: str, accept: Callable[[Ledger], object]
) -> Ledger:
    """Return the first ledger of the order that ``accept`` finds true.

    A wait that lasts says so. It explains why the workflow does not move that has the order's id,
    if there is one: the ledger may get its entry all the same, so that does not end the wait.

    Raises:
        LedgerError: none came within 30 s.
        ShopError: the shop does not answer.
    """
    ledger: Ledger | None = None

    async def follow() -> Ledger:
        nonlocal ledger
        while True:
            # In a thread: a shop that does not answer must not keep the explanation back.
            ledger = await asyncio.to_thread(shop.ledger, order_id)
            if accept(ledger):
                return ledger
            await asyncio.sleep(_PERIOD)

    async def follow_and_tell() -> Ledger:
        telling = asyncio.ensure_future(_tell_that_it_lasts(lambda: ledger, order_id))
        try:
            return await follow()
        finally:
            telling.cancel()
            await asyncio.gather(telling, return_exceptions=True)

    handle = client.get_workflow_handle(order_id)
    try:
        return await wait_patiently(explained(handle, follow_and_tell(), ends=False), DEADLINE)
    except asyncio.TimeoutError:
        raise LedgerError(
            f"What you wait for did not come into the ledger within {DEADLINE:.0f} s. "
            "Think which step writes it, and whether a worker runs that step. "
            f"This is the ledger:\n{ledger!r}"
        ) from None


async def _tell_that_it_lasts(newest: Callable[[], Ledger | None], order_id: str) -> None:
    """Say once, after a while, what is there so far."""
    await asyncio.sleep(SILENCE * slowness())
    ledger = newest()
    if ledger is None:
        text = f"Still waiting for the ledger of {order_id!r}: the shop does not answer."
    else:
        text = f"Still waiting for the ledger of {order_id!r}. So far it holds:\n{ledger!r}"
    print(text, file=sys.stderr, flush=True)
