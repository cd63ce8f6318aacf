# finding: adds up the points and writes a mail for each earn · Put what you hand over into the account
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
    def __init__(
        self, account: Account, inbox: list[int] | None = None, closed: bool = False
    ) -> None:
        self.a = account
        self.q: asyncio.Queue[int | None] = asyncio.Queue()
        for p in inbox or []:
            self.q.put_nowait(p)
        if closed:
            self.q.put_nowait(None)

    @workflow.run
    async def run(
        self, account: Account, inbox: list[int] | None = None, closed: bool = False
    ) -> int:
        for _ in range(5):
            p = await self.q.get()
            if p is None:
                return self.a.points
            await workflow.execute_activity(
                send_notification,
                NotificationInput(self.a.account_id, [self.a.customer], f"{p} points more"),
                start_to_close_timeout=timedelta(seconds=30),
            )
            self.a.points += p
        rest = []
        closed = False
        while not self.q.empty():
            p = self.q.get_nowait()
            if p is None:
                closed = True
                break
            rest.append(p)
        workflow.continue_as_new(args=[self.a, rest, closed])

    @workflow.signal
    async def earn(self, points: int) -> None:
        await self.q.put(points)

    @workflow.signal
    async def close(self) -> None:
        await self.q.put(None)

    @workflow.query
    def balance(self) -> int:
        return self.a.points
