from dataclasses import dataclass, replace

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
        may, self._breaker = asked(self._breaker, order_id, workflow.time())
        return may

    @workflow.signal
    def report(self, order_id: str, answered: bool) -> None:
        self._breaker = reported(self._breaker, order_id, answered, workflow.time())


def asked(b: Breaker, order_id: str, now: float) -> tuple[bool, Breaker]:
    if b.failures < b.limit:
        return True, b
    if now < b.next_probe_at:
        return False, b
    return True, replace(b, probe=order_id, next_probe_at=now + b.cool_down)


def reported(b: Breaker, order_id: str, answered: bool, now: float) -> Breaker:
    is_open = b.failures >= b.limit
    if is_open and order_id != b.probe:
        return b
    if answered:
        return replace(b, failures=0, probe="", next_probe_at=0.0)
    return replace(b, failures=b.failures + 1, probe="", next_probe_at=now + b.cool_down)
