import asyncio
from dataclasses import dataclass

from temporalio import workflow


@dataclass
class Breaker:
    limit: int = 3
    cool_down: float = 0.5
    failures: int = 0
    probe_is_due: bool = False
    probe: str = ""


@workflow.defn
class PaymentBreaker:
    """The cool-down is a timer; while one runs, nobody may call."""

    @workflow.init
    def __init__(self, breaker: Breaker | None = None) -> None:
        self._breaker = breaker or Breaker()
        self._changes = 0

    @workflow.run
    async def run(self, breaker: Breaker | None = None) -> None:
        me = self._breaker
        while not workflow.info().is_continue_as_new_suggested():
            await workflow.wait_condition(
                lambda: (me.failures >= me.limit and not me.probe_is_due)
                or workflow.info().is_continue_as_new_suggested()
            )
            if me.failures < me.limit:
                break
            changes = self._changes
            try:
                await workflow.wait_condition(
                    lambda: self._changes != changes, timeout=me.cool_down
                )
            except asyncio.TimeoutError:
                me.probe_is_due = True
                me.probe = ""
        workflow.continue_as_new(me)

    @workflow.update
    def ask(self, order_id: str) -> bool:
        me = self._breaker
        if me.failures < me.limit:
            return True
        if not me.probe_is_due:
            return False
        me.probe_is_due = False
        me.probe = order_id
        self._changes += 1
        return True

    @workflow.signal
    def report(self, order_id: str, answered: bool) -> None:
        me = self._breaker
        if me.failures >= me.limit:
            if order_id != me.probe:
                return
            me.failures = 0 if answered else me.limit
            me.probe = ""
            self._changes += 1
        else:
            me.failures = 0 if answered else me.failures + 1
