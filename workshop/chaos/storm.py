"""A storm over an order platform: many orders at a time, each with its plan, and the audit."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from temporalio.client import Client

from workshop.chaos.befall import Ended, Record, befall, record_of
from workshop.chaos.plan import Storm
from workshop.chaos.scorecard import Scorecard
from workshop.chaos.strikes import HELD_UP
from workshop.chaos.workers import Workers
from workshop.errors import LabError
from workshop.patience import SILENCE, slowness
from workshop.shop.client import Shop

#: How many orders are under way at the same time.
AT_ONCE = 50

#: When no order has ended for so many seconds, the others are given up. An order that is refused
#: three times by each step and then by each undo takes 8 on an idle machine.
QUIET = 15.0

#: Seconds after the last order's end until the audit: what was held up on its way when its order
#: was cancelled has arrived by then, whether somebody waited for it or not.
AFTERMATH = 0.5


async def run_storm(
    client: Client,
    shop: Shop,
    module: str,
    storm: Storm,
    *,
    folder: Path,
    environment: Mapping[str, str],
    tell: Callable[[str], None] | None = None,
) -> Scorecard:
    """Let the storm go over a platform and audit every order.

    Args:
        client: of the server that the platform runs on.
        shop: the shop that it orders from.
        module: the name of the platform's module, without ``.py``.
        storm: what befalls the orders.
        folder: where the module is.
        environment: where its workers find the server and the shop.
        tell: called every `SILENCE` seconds with how many orders have ended.

    Raises:
        LabError: there is no such module.
        ProcessStartError: the module cannot be served; the message holds what its worker wrote.
    """
    if not (folder / f"{module}.py").exists():
        raise LabError(
            f"There is no work/{module}.py. Run the cell that begins with %%module {module} first."
        )
    name = f"storm-{shop.next_order_number()}"
    ids = [f"{name}-{number:03d}" for number in range(len(storm.orders))]
    async with Workers(
        client,
        module,
        name,
        folder=folder,
        environment=environment,
        strikes={id: plan.strikes for id, plan in zip(ids, storm.orders, strict=True)},
    ):
        records = await befall_all(client, shop, storm, ids, name, tell)
    return Scorecard(module, storm, tuple(records))


async def befall_all(
    client: Client,
    shop: Shop,
    storm: Storm,
    ids: list[str],
    task_queue: str,
    tell: Callable[[str], None] | None = None,
) -> list[Record]:
    """Place an order for each id and plan; return when all have ended or were given up."""
    gate = asyncio.Semaphore(AT_ONCE)
    give_up = asyncio.Event()
    client = silent(client)

    async def one(number: int) -> Ended:
        async with gate:
            return await befall(
                storm.orders[number],
                ids[number],
                client=client,
                shop=shop,
                task_queue=task_queue,
                give_up=give_up,
            )

    async def outage() -> None:
        await asyncio.sleep(storm.down_after)
        shop.go_down(seconds=storm.down_for)

    running = [asyncio.ensure_future(one(number)) for number in range(len(ids))]
    beside = [asyncio.ensure_future(outage())] if storm.down_for else []
    if tell:
        beside.append(asyncio.ensure_future(_tell_progress(running, tell)))
    try:
        waiting = {*running}
        while waiting:
            done, waiting = await asyncio.wait(
                waiting, timeout=QUIET * slowness(), return_when=asyncio.FIRST_COMPLETED
            )
            if not done:
                give_up.set()
        ended = await asyncio.gather(*running)
        if any(plan.cancelled_at for plan in storm.orders):
            await asyncio.sleep(HELD_UP + AFTERMATH * slowness())
        return [await record_of(each, shop) for each in ended]
    finally:
        for task in [*running, *beside]:
            task.cancel()
        await asyncio.gather(*running, *beside, return_exceptions=True)


async def _tell_progress(
    running: Sequence[asyncio.Future[Ended]], tell: Callable[[str], None]
) -> None:
    while True:
        await asyncio.sleep(SILENCE)
        ended = sum(task.done() for task in running)
        tell(f"{ended} of {len(running)} orders have ended …")


def silent(client: Client) -> Client:
    """Return a client like this one, whose waits say nothing."""
    configuration = client.config()
    configuration["interceptors"] = []
    return Client(**configuration)
