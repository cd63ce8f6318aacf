"""Two repairs to the event loop that a notebook's cells share with the kernel.

*The ■ button.* It sends SIGINT, and Python raises KeyboardInterrupt when the main thread next
runs Python code. While a cell awaits something far away the loop sleeps in a system call and
runs none, so the interrupt arrives late or never. A task that wakes five times a second gives
it a place to arrive.

*``asyncio.run(main())``.* It refuses to run inside a running loop, which every cell is. The
package nest-asyncio2 allows it, so that the ``main()`` of a script can be tried in a cell as it
is. (Its ancestor nest-asyncio 1.6.0 loses the cells queued behind such a cell.)
"""

from __future__ import annotations

import asyncio

import nest_asyncio2

#: Seconds between two beats: what the ■ button may take.
BEAT = 0.2

_heartbeat: asyncio.Task[None] | None = None


def keep_interruptible() -> None:
    """Start the task that lets ■ stop a waiting cell, unless it runs."""
    global _heartbeat
    if _heartbeat is None or _heartbeat.done():
        _heartbeat = asyncio.get_running_loop().create_task(_beat())


async def _beat() -> None:
    while True:
        await asyncio.sleep(BEAT)


def allow_nested_run() -> None:
    """Let ``asyncio.run`` work in a cell."""
    nest_asyncio2.apply()
