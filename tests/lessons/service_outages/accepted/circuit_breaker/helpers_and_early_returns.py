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

    @workflow.update(name="ask")
    def may_this_order_call(self, order_id: str) -> bool:
        if self._is_closed:
            return True
        is_due = workflow.time() >= self._breaker.next_probe_at
        if is_due:
            self._breaker.probe = order_id
            self._wait()
        return is_due

    @workflow.signal(name="report")
    def what_became_of_it(self, order_id: str, answered: bool) -> None:
        if self._is_closed or order_id == self._breaker.probe:
            if answered:
                self._breaker.failures = 0
                return
            self._breaker.failures += 1
            if not self._is_closed:
                self._breaker.probe = ""
                self._wait()

    def _wait(self) -> None:
        self._breaker.next_probe_at = workflow.time() + self._breaker.cool_down

    @property
    def _is_closed(self) -> bool:
        return self._breaker.failures < self._breaker.limit
