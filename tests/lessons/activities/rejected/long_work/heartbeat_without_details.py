# finding: gives signs of life that somebody listens to · what you give to the heartbeat
# or: gives signs of life that somebody listens to · Heartbeat timeout
import os
from datetime import timedelta

from temporalio import activity, workflow
from temporalio.common import RetryPolicy

with workflow.unsafe.imports_passed_through():
    import httpx

    from workshop.orders import NotificationInput, NotificationResult


@activity.defn
async def send_notification(notification: NotificationInput) -> NotificationResult:
    me = activity.info()
    # The details of the last heartbeat: the ids of the mails that were sent by then.
    mail_ids: list[str] = list(me.heartbeat_details[0]) if me.heartbeat_details else []
    async with httpx.AsyncClient(
        base_url=os.environ["WORKSHOP_SHOP_URL"], trust_env=False
    ) as shop:
        for number in range(len(mail_ids), len(notification.recipients)):
            answer = await shop.post(
                "/mails",
                json={
                    "order_id": notification.order_id,
                    "to": notification.recipients[number],
                    "subject": notification.subject,
                },
                headers={"Idempotency-Key": f"{me.workflow_run_id}/{me.activity_id}/{number}"},
            )
            answer.raise_for_status()
            mail_ids.append(answer.json()["mail_id"])
            activity.heartbeat()
    return NotificationResult(mail_ids)


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
