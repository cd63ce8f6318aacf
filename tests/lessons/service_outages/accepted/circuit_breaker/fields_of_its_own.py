from dataclasses import dataclass, field
from datetime import datetime

from temporalio import workflow


@dataclass
class Breaker:
    limit: int = 3  # so many failures in a row open it
    cool_down: float = 0.5  # seconds
    failures: int = 0  # in a row
    next_probe_at: float = 0.0  # while it is open
    probe: str = ""  # the order that probes
    state: str = "closed"
    since: str = ""
    outcomes: list[str] = field(default_factory=list)


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
        b = self._breaker
        if b.state == "closed":
            return True
        since = workflow.now() - datetime.fromisoformat(b.since)
        if since.total_seconds() < b.cool_down:
            return False
        b.state, b.probe, b.since = "half-open", order_id, workflow.now().isoformat()
        return True

    @workflow.signal
    def report(self, order_id: str, answered: bool) -> None:
        b = self._breaker
        if b.state == "closed":
            b.outcomes = [] if answered else [*b.outcomes, order_id]
            if len(b.outcomes) == b.limit:
                b.state, b.since = "open", workflow.now().isoformat()
        elif b.state == "half-open" and b.probe == order_id:
            if answered:
                b.state, b.outcomes = "closed", []
            else:
                b.state, b.since = "open", workflow.now().isoformat()
