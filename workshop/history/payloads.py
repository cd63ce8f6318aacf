"""Payloads as Python values: what a history holds are bytes, what a reader wants is `"order-1"`.

No type hints are at hand here, so JSON becomes dicts, lists, strings and numbers, whatever class
the learner's code used. What cannot be decoded (encrypted, say) stays visible as what it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from temporalio.api.common.v1 import Payload
from temporalio.api.history.v1 import HistoryEvent
from temporalio.converter import PayloadConverter


@dataclass(frozen=True)
class UndecodedPayload:
    """A payload this process cannot read: its encoding and its size in bytes."""

    encoding: str
    size: int

    def __str__(self) -> str:
        return f"<{self.encoding or 'no encoding'}, {self.size} bytes>"


def decode(payload: Payload) -> Any:
    """Return the value of one payload, or an `UndecodedPayload` that names its encoding."""
    try:
        return PayloadConverter.default.from_payload(payload)
    except Exception:  # converters raise whatever their libraries raise
        encoding = payload.metadata.get("encoding", b"").decode(errors="replace")
        return UndecodedPayload(encoding, len(payload.data))


def decode_all(payloads: Iterable[Payload]) -> tuple[Any, ...]:
    """Return the values of an argument list."""
    return tuple(decode(payload) for payload in payloads)


def marker_detail(event: HistoryEvent, name: str) -> Any:
    """Return one detail of a marker: a value, several as a tuple, None where there is none."""
    details = event.marker_recorded_event_attributes.details
    return decode_result(details[name].payloads) if name in details else None


def decode_result(payloads: Iterable[Payload]) -> Any:
    """Return a result: `None` when none was recorded, the value when there is one."""
    values = decode_all(payloads)
    return values[0] if len(values) == 1 else (values or None)
