import asyncio
import contextlib
import os
from dataclasses import dataclass, field
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    import httpx

    from workshop.orders import NotificationInput, NotificationResult


@dataclass
class Progress:
    mail_ids: list[str] = field(default_factory=list)


async def _beat(progress: Progress) -> None:
    while True:
        activity.heartbeat(progress)
        await asyncio.sleep(0.1)


@activity.defn
async def send_notification(notification: NotificationInput) -> NotificationResult:
    me = activity.info()
    progress = Progress(**me.heartbeat_details[0]) if me.heartbeat_details else Progress()
    heart = asyncio.create_task(_beat(progress))
    try:
        async with httpx.AsyncClient(
            base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False, timeout=60
        ) as shop:
            done = len(progress.mail_ids)
            for number, to in enumerate(notification.recipients[done:], start=done):
                answer = await shop.post(
                    "/mails",
                    json={
                        "order_id": notification.order_id,
                        "to": to,
                        "subject": notification.subject,
                    },
                    headers={"Idempotency-Key": f"{me.workflow_run_id}/{me.activity_id}/{number}"},
                )
                answer.raise_for_status()
                progress.mail_ids.append(answer.json()["mail_id"])
        return NotificationResult(progress.mail_ids)
    finally:
        heart.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await heart


@workflow.defn
class NotificationWorkflow:
    @workflow.run
    async def run(self, notification: NotificationInput) -> NotificationResult:
        return await workflow.execute_activity(
            send_notification,
            notification,
            start_to_close_timeout=timedelta(minutes=10),
            heartbeat_timeout=timedelta(seconds=1),
            retry_policy=RetryPolicy(initial_interval=timedelta(milliseconds=200)),
            cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
        )
