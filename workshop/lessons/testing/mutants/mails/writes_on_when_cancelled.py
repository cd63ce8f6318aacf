"""goes on writing after a cancel"""

import asyncio
from collections.abc import Awaitable, Callable

from temporalio import activity

from workshop.orders import NotificationInput, NotificationResult


class Mails:
    """Writes mails. ``post`` sends one, to an address with a subject, and returns its id."""

    def __init__(self, post: Callable[[str, str], Awaitable[str]]) -> None:
        self._post = post

    @activity.defn
    async def send_notification(self, notification: NotificationInput) -> NotificationResult:
        details = activity.info().heartbeat_details
        mail_ids: list[str] = [*details[0]] if details else []
        cancelled = False
        for recipient in notification.recipients[len(mail_ids) :]:
            try:
                mail_ids.append(await self._post(recipient, notification.subject))
            except asyncio.CancelledError:
                cancelled = True
                continue
            activity.heartbeat([*mail_ids])
        if cancelled:
            raise asyncio.CancelledError
        return NotificationResult(mail_ids)
