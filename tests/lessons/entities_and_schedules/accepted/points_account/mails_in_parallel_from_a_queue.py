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


@workflow.defn(name="PointsAccount")
class Points:
    def __init__(self) -> None:
        self.queue: asyncio.Queue[int | None] = asyncio.Queue()
        self.total = 0

    @workflow.run
    async def run(self, account: Account) -> int:
        self.total += account.points
        taken, over = 0, False
        while not over and taken < 5:
            batch = [await self.queue.get()]
            while not self.queue.empty():
                batch.append(self.queue.get_nowait())
            over = None in batch
            points = [each for each in batch if each is not None]
            self.total += sum(points)
            taken += len(points)
            await asyncio.gather(*(self.mail(account, each) for each in points))
            if taken >= 5 and not over and not self.queue.empty():
                taken = 4  # something came meanwhile: once more
        if over:
            return self.total
        account.points = self.total
        workflow.continue_as_new(account)

    async def mail(self, account: Account, points: int) -> None:
        await workflow.execute_activity(
            "send_notification",
            NotificationInput(account.account_id, [account.customer], f"{points} points more"),
            start_to_close_timeout=timedelta(seconds=30),
        )

    @workflow.signal(name="earn")
    def on_earn(self, points: int) -> None:
        self.queue.put_nowait(points)

    @workflow.signal(name="close")
    def on_close(self) -> None:
        self.queue.put_nowait(None)

    @workflow.query
    def balance(self) -> int:
        return self.total
