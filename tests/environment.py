"""The environment of a person's own terminal, for the programs that tests start."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

#: What the lab of the tests puts into this process's environment.
OF_THE_LAB = ("TEMPORAL_ADDRESS", "TEMPORAL_NAMESPACE", "WORKSHOP_SHOP_URL", "WORKSHOP_LAB_ID")


def persons_environment(**more: str) -> dict[str, str]:
    """Return this process's environment without the lab's part, with ``more``."""
    return {name: value for name, value in os.environ.items() if name not in OF_THE_LAB} | more


@contextmanager
def as_on_a_persons_terminal() -> Iterator[None]:
    """Take the lab's part out of this process's own environment, for a while."""
    with patch.dict(os.environ):
        for name in OF_THE_LAB:
            os.environ.pop(name, None)
        yield
