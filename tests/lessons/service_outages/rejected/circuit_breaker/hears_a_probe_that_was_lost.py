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
        self._probes: set[str] = set()

    @workflow.run
    async def run(self, breaker: Breaker | None = None) -> None:
        await workflow.wait_condition(lambda: workflow.info().is_continue_as_new_suggested())
        workflow.continue_as_new(self._breaker)

    @workflow.update
    def ask(self, order_id: str) -> bool:
        b = self._breaker
        if b.failures < b.limit:
            return True
        if workflow.time() < b.next_probe_at:
            return False
        b.probe = order_id
        self._probes.add(order_id)
        b.next_probe_at = workflow.time() + b.cool_down
        return True

    @workflow.signal
    def report(self, order_id: str, answered: bool) -> None:
        b = self._breaker
        if b.failures < b.limit:
            if answered:
                b.failures = 0
            else:
                b.failures += 1
                if b.failures >= b.limit:
                    b.next_probe_at = workflow.time() + b.cool_down
        elif order_id in self._probes:
            if answered:
                b.failures = 0
            else:
                b.next_probe_at = workflow.time() + b.cool_down
