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


NIGHTS = ScheduleCalendarSpec(
    second=[ScheduleRange(0)],
    minute=(ScheduleRange(30, 30),),
    hour=(ScheduleRange(start=2, end=2, step=1),),
    day_of_week=(ScheduleRange(0, 6),),
    comment="each night",
)


def nightly(report_id: str, task_queue: str) -> Schedule:
    policy = SchedulePolicy(pause_on_failure=True)
    policy.overlap = ScheduleOverlapPolicy(2)
    policy.catchup_window = timedelta(minutes=60)
    when = ScheduleSpec(time_zone_name="Europe/Berlin")  # the same clock as Vienna
    when.calendars = [NIGHTS]
    what = ScheduleActionStartWorkflow(
        ReportWorkflow.run, report_id, id=report_id, task_queue=task_queue, memo={"for": "Grace"}
    )
    return Schedule(action=what, spec=when, policy=policy)
