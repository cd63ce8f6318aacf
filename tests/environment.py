"""The environment of a person's own terminal, for the programs that tests start."""

from __future__ import annotations

import os

#: What the lab of the tests puts into this process's environment.
OF_THE_LAB = ("TEMPORAL_ADDRESS", "TEMPORAL_NAMESPACE", "WORKSHOP_SHOP_URL")


def persons_environment(**more: str) -> dict[str, str]:
    """Return this process's environment without the lab's part, with ``more``."""
    return {name: value for name, value in os.environ.items() if name not in OF_THE_LAB} | more
