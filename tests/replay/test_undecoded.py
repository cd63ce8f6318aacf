"""What was sent and cannot be read is never called the code's fault; plugins and converters help."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Sequence
from typing import Any

import pytest
from temporalio.api.common.v1 import Payload
from temporalio.converter import DataConverter, PayloadCodec
from temporalio.plugin import SimplePlugin
from temporalio.worker.workflow_sandbox import SandboxedWorkflowRunner

from tests.history.test_export_forms import OK, recorded
from tests.replay import asking
from workshop.history import History
from workshop.replay import ReplayError, replay

SECRET = {"metadata": {"encoding": "YmluYXJ5L2VuY3J5cHRlZA=="}, "data": "Nw=="}


class Codec(PayloadCodec):
    """Puts a payload that is JSON into an envelope, and takes it out."""

    async def encode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return list(payloads)

    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:
        return [
            Payload(metadata={"encoding": b"json/plain"}, data=each.data)
            if each.metadata["encoding"] == b"binary/encrypted"
            else each
            for each in payloads
        ]


class BrokenCodec(Codec):
    async def decode(self, payloads: Sequence[Payload]) -> list[Payload]:  # noqa: ARG002
        raise ValueError("wrong key")


CONVERTER = dataclasses.replace(DataConverter.default, payload_codec=Codec())
BROKEN = dataclasses.replace(DataConverter.default, payload_codec=BrokenCodec())


def started_with(*payloads: Any) -> History:
    export = copy.deepcopy(OK)
    started = export["events"][0]["workflowExecutionStartedEventAttributes"]
    started["input"] = {"payloads": list(payloads)}
    started["taskQueue"]["name"] = "orders"
    return History.from_json("some", export)


@pytest.mark.parametrize("options", [{}, {"data_converter": BROKEN}])
@pytest.mark.parametrize("workflow_class", [asking.TakesANumber, asking.TakesAnything])
async def test_encrypted_payloads_without_their_converter_are_no_verdict(
    workflow_class: type, options: dict[str, Any]
) -> None:
    with pytest.raises(ReplayError, match="1 bytes encoded as binary/encrypted"):
        await replay(started_with(SECRET), workflow_class, **options)


@pytest.mark.parametrize(
    "options",
    [
        {"data_converter": CONVERTER},
        {"plugins": [SimplePlugin("codec", data_converter=CONVERTER)]},
    ],
)
async def test_with_their_converter_or_plugin_they_are_read(options: dict[str, Any]) -> None:
    result = await replay(started_with(SECRET), asking.TakesANumber, **options)
    assert result.ok, result
    result = await replay(started_with(SECRET), asking.Longer, **options)
    assert not result.ok and result.line, "and what differs is told"


@pytest.mark.parametrize("value", [7, 7.0, "7"])
async def test_decoded_payloads_are_read_or_are_no_verdict(value: Any) -> None:
    if value == "7":
        with pytest.raises(ReplayError, match=r"its payloads are decoded.*Download it encoded"):
            await replay(started_with(value), asking.TakesANumber)
    else:
        assert (await replay(started_with(value), asking.TakesANumber)).ok


async def test_decoded_payloads_hide_no_difference() -> None:
    assert not (await replay(started_with(7), asking.Longer)).ok


async def test_a_plugin_finds_the_runner_that_it_expects() -> None:
    seen = []

    def runner(given: Any) -> Any:
        seen.append(type(given))
        return given

    plugin = SimplePlugin("runner", workflow_runner=runner)
    history = History.from_json("some", recorded("ok"))
    assert (await replay(history, asking.TakesAnything, plugins=[plugin])).ok
    assert seen == [SandboxedWorkflowRunner]


async def test_the_code_sees_the_task_queue_and_the_id_of_the_history() -> None:
    export = recorded("order-7")
    child = export["events"][4]["startChildWorkflowExecutionInitiatedEventAttributes"]
    child["workflowId"] = "order-7 r q"
    history = History.from_json("some", export)
    assert (await replay(history, asking.NamesItsChild)).ok
    other = dataclasses.replace(history.for_replay(), workflow_id="another")
    assert (await replay(other, asking.NamesItsChild)).ok
