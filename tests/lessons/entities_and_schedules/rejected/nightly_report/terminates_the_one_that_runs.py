# finding: lets one report wait while another runs, and no more · skipped 0
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
        ),
        policy=SchedulePolicy(
            overlap=ScheduleOverlapPolicy.TERMINATE_OTHER, catchup_window=timedelta(hours=1)
        ),
    )
