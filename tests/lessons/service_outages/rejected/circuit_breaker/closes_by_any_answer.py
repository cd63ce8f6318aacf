# finding: sends another probe when one is lost · it's no longer the probe
from dataclasses import dataclass

from temporalio import workflow


@dataclass
class Breaker:
    limit: int = 3  # so many failures in a row open it
    cool_down: float = 0.5  # seconds
    failures: int = 0  # in a row
    next_probe_at: float = 0.0  # while it is open
    probe: str = ""  # the order that probes


@workflow.defn
class PaymentBreaker:
    @workflow.init
    def __init__(self, breaker: Breaker | None = None) -> None:
        self._breaker = breaker or Breaker()

    @workflow.run
    async def run(self, breaker: Breaker | None = None) -> None:
        await workflow.wait_condition(lambda: workflow.info().is_continue_as_new_suggested())
        workflow.continue_as_new(self._breaker)

    @workflow.update
    def ask(self, order_id: str) -> bool:
        me = self._breaker
        if not self._is_open():
            return True
        if workflow.time() < me.next_probe_at:
            return False
        me.probe = order_id
        me.next_probe_at = workflow.time() + me.cool_down
        return True

    @workflow.signal
    def report(self, order_id: str, answered: bool) -> None:
        me = self._breaker
        if self._is_open() and order_id != me.probe and not answered:
            return
        me.failures = 0 if answered else me.failures + 1
        me.probe = ""
        me.next_probe_at = workflow.time() + me.cool_down

    def _is_open(self) -> bool:
        return self._breaker.failures >= self._breaker.limit
