# finding: fails with each wrong one · takes a cancel for success
import asyncio
import dataclasses
from typing import Any

import pytest
from temporalio.testing import ActivityEnvironment

from shop_mails import Mails
from workshop.orders import NotificationInput, NotificationResult

NOTIFICATION = NotificationInput("order-1", ["ada", "ben", "cleo"], "Your teapots")
ALL_IDS = ["mail-to-ada", "mail-to-ben", "mail-to-cleo"]


class Post:
    """Writes down who was written to; cancels the activity while it writes to somebody."""

    def __init__(self, environment: ActivityEnvironment, cancel_at: str = "") -> None:
        self.environment = environment
        self.cancel_at = cancel_at
        self.written: list[tuple[str, str]] = []

    async def __call__(self, address: str, subject: str) -> str:
        if address == self.cancel_at:
            self.environment.cancel()
            await asyncio.sleep(0.01)  # here the cancel arrives
        self.written.append((address, subject))
        return f"mail-to-{address}"


async def test_it_writes_to_everybody_and_tells_after_each_mail() -> None:
    environment = ActivityEnvironment()
    heartbeats: list[Any] = []
    environment.on_heartbeat = lambda *told: heartbeats.append((len(post.written), *told))
    post = Post(environment)
    result = await environment.run(Mails(post).send_notification, NOTIFICATION)
    assert result == NotificationResult(ALL_IDS)
    assert post.written == [(each, "Your teapots") for each in ("ada", "ben", "cleo")]
    assert heartbeats == [(1, ALL_IDS[:1]), (2, ALL_IDS[:2]), (3, ALL_IDS)]


async def test_another_attempt_goes_on_after_the_last_heartbeat() -> None:
    environment = ActivityEnvironment()
    environment.info = dataclasses.replace(environment.info, heartbeat_details=[ALL_IDS[:1]])
    post = Post(environment)
    result = await environment.run(Mails(post).send_notification, NOTIFICATION)
    assert [address for address, _ in post.written] == ["ben", "cleo"]
    assert result.mail_ids == ALL_IDS


