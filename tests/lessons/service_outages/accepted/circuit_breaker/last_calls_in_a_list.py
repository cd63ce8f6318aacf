import asyncio
from dataclasses import dataclass, field

from temporalio import workflow


@dataclass
class Breaker:
    limit: int = 3
    cool_down: float = 0.5
    last: list[bool] = field(default_factory=list)
    opened_at: float | None = None
    probes: dict[str, float] = field(default_factory=dict)


@workflow.defn
class PaymentBreaker:
    @workflow.init
    def __init__(self, breaker: Breaker | None = None) -> None:
        self._breaker = breaker or Breaker()
        self._lock = asyncio.Lock()

    @workflow.run
    async def run(self, breaker: Breaker | None = None) -> None:
        await workflow.wait_condition(
            lambda: workflow.info().is_continue_as_new_suggested()
            and workflow.all_handlers_finished()
        )
        workflow.continue_as_new(self._breaker)

    @workflow.update
    async def ask(self, order_id: str) -> bool:
        async with self._lock:
            now, me = workflow.time(), self._breaker
            if me.opened_at is None:
                return True
            under_way = [at for at in me.probes.values() if now - at < me.cool_down]
            if now - me.opened_at < me.cool_down or under_way:
                return False
            me.probes = {order_id: now}
            return True

    @workflow.signal
    async def report(self, order_id: str, answered: bool) -> None:
        async with self._lock:
            me = self._breaker
            if me.opened_at is not None:
                if me.probes.pop(order_id, None) is None:
                    return
                me.opened_at = None if answered else workflow.time()
                me.last.clear()
                return
            me.last = [*me.last, answered][-me.limit :]
            if len(me.last) == me.limit and not any(me.last):
                me.opened_at = workflow.time()
                me.probes.clear()
