"""Payloads in exported JSON, in all the forms they come in, brought back to the one that protobuf reads.

As recorded, a payload is `{"metadata": {"encoding": <base64>}, "data": <base64>}`. The Web UI's
"human readable" download and the CLI's short form hold the value itself in its place; older Web UIs
left the envelope and decoded what is in it. Where payloads stand, the protobuf descriptors tell.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message
from temporalio.api.common.v1 import Payload, Payloads
from temporalio.api.history.v1 import HistoryEvent

_PAYLOAD = Payload.DESCRIPTOR.full_name
_PAYLOADS = Payloads.DESCRIPTOR.full_name
_ENCODING = re.compile(r"[a-z]+/[a-z0-9.+_-]+")


class PayloadForms:
    """Rewrites events of an export; counts the payloads that were values already."""

    def __init__(self) -> None:
        self.decoded = 0

    def as_recorded(self, event: dict[str, Any]) -> dict[str, Any]:
        """Return the event with every payload as protobuf reads it."""
        recorded: dict[str, Any] = self._message(event, HistoryEvent.DESCRIPTOR)
        return recorded

    def _message(self, found: Any, kind: Descriptor) -> Any:
        if kind.full_name == _PAYLOAD:
            return self._payload(found)
        if kind.full_name == _PAYLOADS:
            return self._payloads(found)
        if not isinstance(found, dict):
            return found
        fields = {name: field for field in kind.fields for name in (field.name, field.json_name)}
        return {
            name: self._field(value, fields[name]) if name in fields else value
            for name, value in found.items()
        }

    def _field(self, found: Any, field: FieldDescriptor) -> Any:
        kind = field.message_type
        if kind is None:
            return found
        if kind.GetOptions().map_entry:
            value = kind.fields_by_name["value"].message_type
            if value is None or not isinstance(found, dict):
                return found
            return {name: self._message(each, value) for name, each in found.items()}
        if field.is_repeated:
            each_of = found if isinstance(found, list) else []
            return [self._message(each, kind) for each in each_of]
        if found is None and kind.full_name != _PAYLOAD:
            return None
        return self._message(found, kind)

    def _payloads(self, found: Any) -> dict[str, Any]:
        if isinstance(found, dict) and set(found) == {"payloads"}:
            found = found["payloads"]
        if found is None:
            return {"payloads": []}
        values = found if isinstance(found, list) else [found]
        return {"payloads": [self._payload(each) for each in values]}

    def _payload(self, found: Any) -> dict[str, Any]:
        if isinstance(found, dict) and isinstance(found.get("metadata"), dict):
            if _is_recorded(found):
                return found
            if "encoding" in found["metadata"]:
                return self._opened(found)
        self.decoded += 1
        return _encoded(found)

    def _opened(self, found: dict[str, Any]) -> dict[str, Any]:
        """Return a payload whose envelope is there, with metadata or data already decoded."""
        self.decoded += 1
        metadata = {
            name: _text(value)
            for name, value in found["metadata"].items()
            if isinstance(value, str) and name != "encodingDecoded"
        }
        return {
            "metadata": {name: _base64(value) for name, value in metadata.items()},
            "data": _data(found.get("data"), metadata["encoding"].startswith("json/")),
        }


def _data(found: Any, is_json: bool) -> str:
    """Return a payload's data in base64: it may be that already, or its text, or the value."""
    if not isinstance(found, str):
        return _base64(json.dumps(found))
    if not is_json:
        return found if _bytes(found) is not None else _base64(found)
    if found[:1] in ('"', "{", "[") and _is_json(found):
        return _base64(found)
    return found if _is_json(_text(found)) and _text(found) != found else _base64(json.dumps(found))


def _is_recorded(found: dict[str, Any]) -> bool:
    metadata = found["metadata"]
    encoding = metadata.get("encoding")
    return (
        isinstance(encoding, str)
        and _text(encoding) != encoding
        and _text(encoding).isprintable()
        and all(isinstance(value, str) for value in metadata.values())
        and isinstance(found.get("data", ""), str)
        and _bytes(found.get("data", "")) is not None
    )


def _encoded(value: Any) -> dict[str, Any]:
    if value is None:
        return {"metadata": {"encoding": _base64("binary/null")}}
    return {
        "metadata": {"encoding": _base64("json/plain")},
        "data": _base64(json.dumps(value, ensure_ascii=False)),
    }


def _base64(text: str) -> str:
    return base64.b64encode(text.encode("utf-8", errors="surrogatepass")).decode()


def _bytes(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None


def _text(text: str) -> str:
    """Return what base64 text says, or the text itself where it is none."""
    if _ENCODING.fullmatch(text):
        return text
    data = _bytes(text)
    try:
        return data.decode() if data is not None else text
    except UnicodeDecodeError:
        return text


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def payloads_in(message: Message) -> Iterator[Payload]:
    """Yield every payload in a protobuf message, however deep."""
    if isinstance(message, Payload):
        yield message
        return
    for field, value in message.ListFields():
        kind = field.message_type
        if kind is None:
            continue
        if kind.GetOptions().map_entry:
            if kind.fields_by_name["value"].message_type is not None:
                for name in value:
                    yield from payloads_in(value[name])
        elif field.is_repeated:
            for each in value:
                yield from payloads_in(each)
        else:
            yield from payloads_in(value)
