"""Wait until others have noticed that a process is gone.

The kernel closes a killed process's connections at once; the program at the other end notices a moment
later. In that moment a server still takes the process for one that waits for work: what it hands out
then is lost, and comes again only after a timeout (for a workflow task, 10 seconds).
"""

from __future__ import annotations

import contextlib
import os
import time
from typing import Any

#: Seconds to wait at most. Measured: a few milliseconds, also on a busy machine below 0.1 s.
NOTICED_WITHIN = 1.0


#: A TCP connection as one of its ends sees it: its own address and port, and the other's. One port
#: can have connections to several others, so that its own alone says nothing.
End = tuple[tuple[object, ...], tuple[object, ...]]


def ends_of(pid: int) -> set[End]:
    """Return a process's ends of its TCP connections."""
    import psutil

    with contextlib.suppress(psutil.Error):
        connections = psutil.Process(pid).net_connections("tcp")
        return {(tuple(each.laddr), tuple(each.raddr)) for each in connections if each.raddr}
    return set()


def wait_until_hung_up(ends: set[End]) -> None:
    """Wait until no other process of this machine holds the other ends of these; a second at most.

    This process may hold some: it lets go when its event loop runs again. Where the operating system
    does not show connections of others (macOS), it does not wait.
    """
    import psutil

    deadline = time.monotonic() + NOTICED_WITHIN
    with contextlib.suppress(psutil.Error):
        while any((tuple(each.raddr), tuple(each.laddr)) in ends for each in _held()):
            if time.monotonic() > deadline:
                return
            time.sleep(0.002)


def _held() -> list[Any]:
    import psutil

    return [
        each
        for each in psutil.net_connections("tcp")
        if each.status in (psutil.CONN_ESTABLISHED, psutil.CONN_CLOSE_WAIT)
        and each.pid != os.getpid()
    ]
