import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from workshop.orders import NotificationInput, send_notification


@dataclass
class Account:
    account_id: str
    customer: str
    points: int = 0
    inbox: list[int] = field(default_factory=list)
    closing: bool = False


@workflow.defn
class PointsAccount:
    @workflow.init
    def __init__(self, account: Account) -> None:
        self.state = account

    @workflow.run
    async def run(self, account: Account) -> int:
        for _ in range(5):
            await workflow.wait_condition(lambda: bool(self.state.inbox or self.state.closing))
            if not self.state.inbox:
                return self.state.points
            points = self.state.inbox[0]
            subject = f"{points} points more"
            await workflow.execute_activity(
                send_notification,
                NotificationInput(self.state.account_id, [self.state.customer], subject),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self.state.points += points
            self.state.inbox.pop(0)
        workflow.continue_as_new(args=[self.state])

    @workflow.signal
    def earn(self, points: int) -> None:
        self.state.inbox.append(points)

    @workflow.signal
    def close(self) -> None:
        self.state.closing = True

    @workflow.query
    def balance(self) -> int:
        return self.state.points
