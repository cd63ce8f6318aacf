# finding: writes each mail even if the mail service is down for a while · 5 s as the timeout
from dataclasses import dataclass
from datetime import timedelta

from temporalio import workflow
from temporalio.exceptions import ActivityError

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, send_notification


@dataclass
class Account:
    account_id: str
    customer: str
    points: int = 0


@workflow.defn
class PointsAccount:
    @workflow.init
    def __init__(self, account: Account) -> None:
        self._account = account
        self._earned: list[int] = []
        self._closed = False

    @workflow.run
    async def run(self, account: Account) -> int:
        taken = 0
        while True:
            await workflow.wait_condition(lambda: bool(self._earned) or self._closed)
            while self._earned:  # drain: no await between the last look and the hand-over
                try:
                    await self._take(self._earned.pop(0))
                except ActivityError:
                    workflow.logger.warning("a mail is lost")
                taken += 1
            if self._closed:
                return self._account.points
            if taken >= 5 or workflow.info().is_continue_as_new_suggested():
                workflow.continue_as_new(self._account)

    async def _take(self, points: int) -> None:
        self._account.points += points
        await workflow.execute_activity(
            send_notification,
            NotificationInput(
                self._account.account_id, [self._account.customer], f"{points} points more"
            ),
            schedule_to_close_timeout=timedelta(seconds=5),
        )

    @workflow.signal
    def earn(self, points: int) -> None:
        self._earned.append(points)

    @workflow.signal
    def close(self) -> None:
        self._closed = True

    @workflow.query
    def balance(self) -> int:
        return self._account.points
