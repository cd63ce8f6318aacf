"""How much longer things may take on this machine now than on one that does nothing else.

A right answer must not be called wrong, nor a worker dead, because others share the processors.
"""

from __future__ import annotations

import os

#: The most that a deadline is stretched.
AT_MOST = 3.0


def slowness() -> float:
    """Return the factor for a deadline: the processes that want to run for each processor.

    Between 1 and 3; 1 where the system does not say.
    """
    if not hasattr(os, "getloadavg"):
        return 1.0
    return min(max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1)), AT_MOST)
