import asyncio
import dataclasses

from temporalio.testing import ActivityEnvironment

from shop_mails import Mails
from workshop.orders import NotificationInput


async def test_mails():
    async def run(details=(), cancel_before=None):
        environment = ActivityEnvironment()
        environment.info = dataclasses.replace(environment.info, heartbeat_details=list(details))
        beats, mails = [], []
        environment.on_heartbeat = lambda *each: beats.append((len(mails), *each))

        async def post(to, subject):
            await asyncio.sleep(0)
            if to == cancel_before:
                environment.cancel()
                await asyncio.sleep(1)
            mails.append((to, subject))
            return str(hash(to))

        try:
            result = await environment.run(
                Mails(post).send_notification, NotificationInput("o", ["a", "b", "c"], "Hello")
            )
        except asyncio.CancelledError:
            result = None
        return result and result.mail_ids, mails, beats

    ids = [str(hash(each)) for each in "abc"]
    assert await run() == (
        ids,
        [("a", "Hello"), ("b", "Hello"), ("c", "Hello")],
        [(1, ids[:1]), (2, ids[:2]), (3, ids)],
    )
    result, mails, _ = await run(details=[ids[:2]])
    assert result == ids
    assert mails == [("c", "Hello")]
    result, mails, beats = await run(cancel_before="b")
    assert result is None
    assert mails == [("a", "Hello")]
