"""How long things may take on a machine that does other work as well.

A right answer must not be called wrong, nor a worker dead, because others share the processors.
"""

from __future__ import annotations

import os

#: Seconds that a step is made to take, so that something can be done meanwhile: the first is
#: enough on most machines, and on a slow one the next.
LONGER_AND_LONGER = (0.3, 1.0, 3.0)

#: Seconds after which whoever waits is told how far it is.
SILENCE = 4.0

#: The most that a deadline is stretched.
AT_MOST = 3.0


def slowness() -> float:
    """Return the factor for a deadline: the processes that want to run for each processor.

    Between 1 and 3; 1 where the system does not say.
    """
    if not hasattr(os, "getloadavg"):
        return 1.0
    return min(max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)), AT_MOST)


def soon() -> float:
    """Return the seconds that a workflow gets for what it has to do by now. Measured: 0.1."""
    return 5.0 * slowness()
