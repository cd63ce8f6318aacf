# finding: continues as new after five earns · the ledger shows 4
import asyncio
from dataclasses import dataclass
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
        self.taken = 0
        self.closed = False

    @workflow.run
    async def run(self, account: Account) -> int:
        await workflow.wait_condition(
            lambda: self.taken >= 5 or self.closed
        )
        if self.closed:
            return self.account.points
        workflow.continue_as_new(self.account)

    @workflow.signal
    async def earn(self, points: int) -> None:
        self.taken += 1
        self.account.points += points
        await workflow.execute_activity(
            send_notification,
            NotificationInput(
                self.account.account_id, [self.account.customer], f"{points} points more"
            ),
            start_to_close_timeout=timedelta(seconds=30),
        )

    @workflow.signal
    def close(self) -> None:
        self.closed = True

    @workflow.query
    def balance(self) -> int:
        return self.account.points
