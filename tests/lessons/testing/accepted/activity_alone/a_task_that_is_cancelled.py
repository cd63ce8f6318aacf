import asyncio
import dataclasses

import pytest
from temporalio.testing import ActivityEnvironment

from shop_mails import Mails
from workshop.orders import NotificationInput


@pytest.fixture
def environment():
    return ActivityEnvironment()


@pytest.fixture
def outbox():
    return []


@pytest.fixture
def send(environment, outbox):
    async def post(to, subject):
        outbox.append(f"{to}: {subject}")
        await asyncio.sleep(0.02)
        return f"#{to}"

    def run():
        note = NotificationInput("order-5", ["x@tea", "y@tea", "z@tea", "w@tea"], "Soon")
        return environment.run(Mails(post).send_notification, note)

    return run


class TestMails:
    async def test_result(self, send, outbox):
        assert (await send()).mail_ids == ["#x@tea", "#y@tea", "#z@tea", "#w@tea"]
        assert outbox == ["x@tea: Soon", "y@tea: Soon", "z@tea: Soon", "w@tea: Soon"]

    async def test_heartbeats(self, environment, send, outbox):
        seen = []
        environment.on_heartbeat = lambda ids: seen.append((len(outbox), list(ids)))
        await send()
        assert seen[0] == (1, ["#x@tea"])
        assert seen[-1] == (4, ["#x@tea", "#y@tea", "#z@tea", "#w@tea"])
        assert len(seen) == 4

    async def test_retry(self, environment, send, outbox):
        environment.info = dataclasses.replace(
            environment.info, attempt=2, heartbeat_details=[["#x@tea", "#y@tea"]]
        )
        result = await send()
        assert outbox == ["z@tea: Soon", "w@tea: Soon"]
        assert len(result.mail_ids) == 4

    async def test_cancel(self, environment, send, outbox):
        task = asyncio.ensure_future(send())
        while len(outbox) < 2:
            await asyncio.sleep(0.005)
        environment.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert len(outbox) == 2
