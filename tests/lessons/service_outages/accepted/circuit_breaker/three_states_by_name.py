from dataclasses import dataclass
from datetime import timedelta

from temporalio import workflow


@dataclass
class Breaker:
    limit: int = 3
    cool_down: float = 0.5
    state: str = "closed"
    failures: int = 0
    since: float = 0.0
    probe: str | None = None


@workflow.defn
class PaymentBreaker:
    @workflow.init
    def __init__(self, breaker: Breaker | None = None) -> None:
        self.me = breaker or Breaker()

    @workflow.run
    async def run(self, breaker: Breaker | None = None) -> None:
        await workflow.wait_condition(workflow.info().is_continue_as_new_suggested)
        await workflow.wait_condition(workflow.all_handlers_finished)
        workflow.continue_as_new(self.me)

    @workflow.update
    async def ask(self, order_id: str) -> bool:
        if self.me.state == "closed":
            return True
        waited = timedelta(seconds=workflow.now().timestamp() - self.me.since)
        if waited < timedelta(seconds=self.me.cool_down):
            return False
        self._become("half-open", probe=order_id)
        return True

    @workflow.signal
    async def report(self, order_id: str, answered: bool) -> None:
        if self.me.state == "open":
            return
        if self.me.state == "half-open":
            if order_id == self.me.probe:
                self._become("closed" if answered else "open")
            return
        self.me.failures = 0 if answered else self.me.failures + 1
        if self.me.failures == self.me.limit:
            self._become("open")

    @workflow.query
    def state(self) -> str:
        return self.me.state

    def _become(self, state: str, probe: str | None = None) -> None:
        workflow.logger.info("%s -> %s", self.me.state, state)
        self.me.state = state
        self.me.probe = probe
        self.me.failures = 0
        self.me.since = workflow.now().timestamp()
