"""Wording that the text and the picture share: values, durations, failures, outcomes."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any

from workshop.history.failures import Failure
from workshop.history.model import (
    ActivityRun,
    ChildWorkflow,
    LocalActivityRun,
    Marker,
    NexusOperation,
    Timer,
    Update,
)


def value(thing: Any, limit: int = 60) -> str:
    """Return a payload's value as compact JSON, cut at `limit` characters."""
    return cut(json.dumps(thing, ensure_ascii=False, default=str), limit)


def call(name: str, arguments: tuple[Any, ...], limit: int = 60) -> str:
    """Return a call as code writes it: charge_card("order-1", 2)."""
    return f"{name}({cut(', '.join(value(one, limit) for one in arguments), limit)})"


def cut(text: str, limit: int) -> str:
    """Return `text` on one line, at most `limit` characters long."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


_UUID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.I)
_CLOCK = re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:?\d\d)?")
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b", re.I)


def without_ids_and_clocks(text: str) -> str:
    """Return `text` with what differs in every run replaced: uuids, clock readings, addresses.

    A clock reading is known by its fraction of a second; a date that a person wrote is kept.
    """
    text = _UUID.sub("<uuid>", text)
    return _ADDRESS.sub("<address>", _CLOCK.sub("<time>", text))


def span(length: timedelta) -> str:
    """Return a duration in at most two units: 30d, 24h, 1h 30m, 2.5s, 40ms."""
    seconds = length.total_seconds()
    if seconds < 0.9995:
        return f"{seconds * 1000:.0f}ms"
    if seconds < 59.95:
        return f"{seconds:.1f}".removesuffix(".0") + "s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours >= 48:
        units = [(hours // 24, "d"), (hours % 24, "h")]
    elif hours:
        units = [(hours, "h"), (minutes, "m")]
    else:
        units = [(minutes, "m"), (rest, "s")]
    return " ".join(f"{count}{unit}" for count, unit in units if count)


def why(failure: Failure, limit: int = 160) -> str:
    """Return a failure and its causes as one sentence, outermost first."""
    said: list[str] = []
    for one in failure.chain:
        if str(one) not in said:
            said.append(str(one))
    return cut(", because ".join(said), limit)


def attempt(count: int) -> str:
    """Return " on attempt 3", or nothing for a first attempt."""
    return f" on attempt {count}" if count > 1 else ""


def activity_outcome(run: ActivityRun | LocalActivityRun) -> str:
    """Return how an activity ended, or that it has not."""
    if run.status == "completed":
        return f"{attempt(run.attempts)} → {value(run.result)}".lstrip()
    if run.failure:
        timeout = f" ({run.failure.timeout})" if run.failure.timeout else ""
        final = " (non-retryable)" if run.failure.non_retryable else ""
        reason = "" if timeout else f": {why(run.failure)}"
        return f"{run.status}{timeout}{attempt(run.attempts)}{reason}{final}"
    if isinstance(run, ActivityRun) and run.status != "cancelled":
        asked = ", cancel requested" if run.cancel_requested_event else ""
        return f"not finished{asked}"
    return run.status


def timer_outcome(timer: Timer) -> str:
    """Return how a timer ended."""
    skipped = " (time was skipped)" if timer.skipped and timer.status == "fired" else ""
    return f"{timer.status}{skipped}"


def marker_name(marker: Marker) -> str:
    """Return a marker's name with what it holds: Version(change-id "c1", version 1)."""
    if marker.patch_id:
        return f"{marker.patch_id} (deprecated)" if marker.deprecated else marker.patch_id
    held = [f"{name} {value(found)}" for name, found in marker.details.items() if found is not None]
    return f"{marker.name}({cut(', '.join(held), 120)})" if held else marker.name


def call_outcome(thing: Update | ChildWorkflow | NexusOperation) -> str:
    """Return how an update, a child workflow or a Nexus operation ended."""
    if thing.status == "completed":
        return f"→ {value(thing.result)}"
    return f"{thing.status}: {why(thing.failure)}" if thing.failure else thing.status


def plural(count: int, word: str) -> str:
    """Return "1 timer", "2 timers", "2 activities"."""
    if count == 1:
        return f"1 {word}"
    return f"{count} {word[:-1]}ies" if word.endswith("y") else f"{count} {word}s"
