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


@workflow.defn
class PointsAccount:
    @workflow.init
    def __init__(self, account: Account) -> None:
        self.account = account
        self.lock = asyncio.Lock()
        self.count = 0
        self.end = False

    @workflow.run
    async def run(self, account: Account) -> int:
        await workflow.wait_condition(lambda: self.end or self.count >= 5)
        await workflow.wait_condition(workflow.all_handlers_finished)
        if self.end:
            return self.account.points
        return workflow.continue_as_new(self.account)

    @workflow.signal
    async def earn(self, points: int) -> None:
        async with self.lock:
            await workflow.execute_activity(
                send_notification,
                NotificationInput(
                    self.account.account_id, [self.account.customer], f"{points} points more"
                ),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self.account.points += points
            self.count += 1

    @workflow.signal
    async def close(self) -> None:
        self.end = True

    @workflow.query
    def balance(self) -> int:
        return self.account.points
