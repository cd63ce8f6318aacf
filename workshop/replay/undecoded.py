"""Histories that cannot be judged, because what was sent in them cannot be read as it was sent.

Code that cannot read a payload fails, or never hears of a signal: such a history seems not to
replay, and that is not the code's fault.
"""

from __future__ import annotations

from temporalio.api.common.v1 import Payload
from temporalio.client import WorkflowHistory
from temporalio.converter import (
    CompositePayloadConverter,
    DataConverter,
    WorkflowSerializationContext,
)

from workshop.history.payload_forms import payloads_in

_NAMESPACE = "ReplayNamespace"


async def unreadable_payload(history: WorkflowHistory, converter: DataConverter) -> str:
    """Return where the first payload is that the converter cannot read, and what it is; or ""."""
    context = WorkflowSerializationContext(namespace=_NAMESPACE, workflow_id=history.workflow_id)
    converter = converter.with_context(context)
    for event in history.events:
        for payload in payloads_in(event):
            if not await _is_readable(payload, converter):
                encoding = payload.metadata.get("encoding", b"").decode(errors="replace")
                what = f"encoded as {encoding}" if encoding else "without an encoding"
                return f"event {event.event_id} holds {len(payload.data)} bytes {what}"
    return ""


async def _is_readable(payload: Payload, converter: DataConverter) -> bool:
    known = converter.payload_converter
    if isinstance(known, CompositePayloadConverter) and (
        payload.metadata.get("encoding", b"") in known.converters
    ):
        return True  # never went through a codec: headers, search attributes, markers
    try:
        await converter.decode([payload])
    except Exception:  # converters and codecs raise what their libraries raise
        return False
    return True
