"""Words that findings share: a list, a duration, how often."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

#: What findings call an order of a check, whose own id is another each time.
SAMPLE_ID = "order-17"


def listed(names: Iterable[str]) -> str:
    """Return ``a, b and c``."""
    *others, last = [*names] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def in_seconds(duration: timedelta | None) -> str:
    """Return ``0.5 s``, or ``none`` where the history shows no such timeout."""
    return "none" if duration is None else f"{duration.total_seconds():g} s"


def how_often(count: int) -> str:
    """Return ``never``, ``once``, ``twice``, ``3 times``."""
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def counted(count: int, noun: str) -> str:
    """Return ``no charge``, ``1 charge``, ``2 charges``."""
    return f"{count or 'no'} {noun}{'s' if count > 1 else ''}"
