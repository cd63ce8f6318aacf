"""The small server of lesson 05 keeps what it knew while it is switched off."""

from __future__ import annotations

import pytest
from temporalio.client import RPCError

from workshop.lessons.timers.small_server import SmallServer


async def test_a_workflow_is_still_there_after_the_server_was_off() -> None:
    server = await SmallServer.switched_on()
    await server.client.start_workflow("Anything", id="kept", task_queue="nobody")
    await server.switch_off()
    assert repr(server) == "small Temporal server · off"
    await server.switch_on()
    description = await server.client.get_workflow_handle("kept").describe()
    assert description.workflow_type == "Anything"
    await server.switch_off()


async def test_each_small_server_is_another() -> None:
    one, other = await SmallServer.switched_on(), await SmallServer.switched_on()
    await one.client.start_workflow("Anything", id="kept", task_queue="nobody")
    with pytest.raises(RPCError, match="not found"):
        await other.client.get_workflow_handle("kept").describe()
    await one.switch_off()
    await other.switch_off()
