# finding: is due at half past two in Vienna, winter and summer · at random
from datetime import timedelta

from temporalio import workflow
from temporalio.client import (
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleCalendarSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
)

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, send_notification


@workflow.defn
class ReportWorkflow:
    @workflow.run
    async def run(self, report_id: str) -> None:
        await workflow.execute_activity(
            send_notification,
            NotificationInput(report_id, ["grace@example.com"], "all is well"),
            start_to_close_timeout=timedelta(seconds=30),
        )


def nightly(report_id: str, task_queue: str) -> Schedule:
    return Schedule(
        action=ScheduleActionStartWorkflow(
            ReportWorkflow.run, report_id, id=report_id, task_queue=task_queue
        ),
        spec=ScheduleSpec(
            calendars=[ScheduleCalendarSpec(hour=[ScheduleRange(2)], minute=[ScheduleRange(30)])],
            time_zone_name="Europe/Vienna",
            jitter=timedelta(minutes=10),
        ),
        policy=SchedulePolicy(
            overlap=ScheduleOverlapPolicy.BUFFER_ONE, catchup_window=timedelta(hours=1)
        ),
    )
