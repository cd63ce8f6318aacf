"""The workflows the tests run, in a module of their own so that the sandbox can import them."""

import asyncio
from datetime import timedelta

from temporalio import workflow
from temporalio.common import RetryPolicy
from temporalio.exceptions import ActivityError, ApplicationError, is_cancelled_exception

with workflow.unsafe.imports_passed_through():
    from . import activities as act

SOON = timedelta(seconds=10)
QUICK_RETRIES = RetryPolicy(
    initial_interval=timedelta(milliseconds=100), backoff_coefficient=2.0, maximum_attempts=5
)


@workflow.defn
class PayWithRetries:
    """Three failed attempts, then success."""

    @workflow.run
    async def run(self, order_id: str) -> str:
        await workflow.execute_activity(
            act.create_order, {"order_id": order_id}, start_to_close_timeout=SOON
        )
        return await workflow.execute_activity(
            act.charge_card,
            args=[order_id, 3],
            start_to_close_timeout=SOON,
            schedule_to_close_timeout=timedelta(minutes=1),
            heartbeat_timeout=timedelta(seconds=5),
            retry_policy=QUICK_RETRIES,
        )


@workflow.defn
class ReserveEverything:
    """Parallel activities that all succeed, at the same moment."""

    @workflow.run
    async def run(self, items: list[str]) -> list[str]:
        return list(
            await asyncio.gather(
                *(
                    workflow.execute_activity(act.reserve, item, start_to_close_timeout=SOON)
                    for item in items
                )
            )
        )


@workflow.defn
class OneOfThreeFails:
    """Parallel activities of which one fails for good."""

    @workflow.run
    async def run(self, order_id: str) -> str:
        steps = [
            workflow.start_activity(act.reserve, "tea", start_to_close_timeout=SOON),
            workflow.start_activity(act.decline, order_id, start_to_close_timeout=SOON),
            workflow.start_activity(act.reserve, "cups", start_to_close_timeout=SOON),
        ]
        await workflow.wait([asyncio.ensure_future(step) for step in steps])
        return await steps[1]


@workflow.defn
class WaitADay:
    """A day's wait that a signal can end."""

    def __init__(self) -> None:
        self.reason: str | None = None

    @workflow.signal
    def cancel_order(self, reason: str) -> None:
        self.reason = reason

    @workflow.run
    async def run(self, order: dict[str, str]) -> dict[str, str]:
        order_id = await workflow.execute_activity(
            act.create_order, order, start_to_close_timeout=SOON
        )
        await asyncio.sleep(timedelta(hours=24).total_seconds())
        try:
            await workflow.wait_condition(
                lambda: self.reason is not None, timeout=timedelta(hours=1)
            )
        except asyncio.TimeoutError:
            return {"status": "shipped", "order_id": order_id}
        return {"status": "cancelled", "reason": self.reason or ""}


@workflow.defn
class Stuck:
    """Workflow code with a bug: its workflow task fails again and again."""

    @workflow.run
    async def run(self) -> str:
        await workflow.execute_activity(act.greet, "Ada", start_to_close_timeout=SOON)
        raise NameError("name 'totl' is not defined")


@workflow.defn
class RefundWhenCancelled:
    """Compensates when it is cancelled, then lets the cancel through."""

    @workflow.run
    async def run(self, order_id: str) -> None:
        charge_id = await workflow.execute_activity(
            act.charge_card, args=[order_id, 0], start_to_close_timeout=SOON
        )
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            await asyncio.shield(
                workflow.execute_activity(act.refund_card, charge_id, start_to_close_timeout=SOON)
            )
            raise


@workflow.defn
class CancelsAnActivity:
    """Waits for a running activity to take its cancel."""

    @workflow.run
    async def run(self) -> None:
        running = workflow.start_activity(
            act.heartbeat_until_cancelled,
            start_to_close_timeout=SOON,
            heartbeat_timeout=timedelta(seconds=1),
            cancellation_type=workflow.ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
        )
        await asyncio.sleep(0.3)
        running.cancel()
        try:
            await running
        except ActivityError as error:
            if not is_cancelled_exception(error):
                raise


@workflow.defn
class TooSlow:
    """An activity that runs out of time, twice."""

    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity(
            act.too_slow,
            start_to_close_timeout=timedelta(milliseconds=200),
            retry_policy=RetryPolicy(
                maximum_attempts=2, initial_interval=timedelta(milliseconds=10)
            ),
        )


@workflow.defn
class Child:
    """Fails when told to."""

    @workflow.run
    async def run(self, fail: bool) -> str:
        if fail:
            raise ApplicationError("no more boxes", type="OutOfBoxes")
        return "packed"


@workflow.defn
class Everything:
    """Updates, children, a local activity, a patch, a signal to another workflow."""

    def __init__(self) -> None:
        self.done = False

    @workflow.update
    async def set_address(self, address: str) -> str:
        await workflow.execute_activity(act.greet, address, start_to_close_timeout=SOON)
        return f"sent to {address}"

    @workflow.update
    async def refuse(self) -> None:
        raise ApplicationError("too late", type="TooLate")

    @set_address.validator
    def address_is_not_empty(self, address: str) -> None:
        if not address:
            raise ValueError("an address is needed")

    @workflow.signal
    def finish(self) -> None:
        self.done = True

    @workflow.run
    async def run(self, neighbour: str) -> str:
        if workflow.patched("gift-wrap"):
            await workflow.execute_local_activity(act.greet, "Grace", start_to_close_timeout=SOON)
        await workflow.execute_child_workflow(Child.run, False)
        try:
            await workflow.execute_child_workflow(Child.run, True)
        except Exception:
            workflow.logger.debug("the child failed, as it was told to")
        await workflow.get_external_workflow_handle(neighbour).signal("cancel_order", "done")
        await workflow.wait_condition(lambda: self.done)
        workflow.upsert_memo({"stage": "done"})
        await workflow.wait_condition(workflow.all_handlers_finished)
        return "done"


@workflow.defn
class CountDown:
    """Continues as new until it reaches zero."""

    @workflow.run
    async def run(self, count: int) -> str:
        if count:
            workflow.continue_as_new(count - 1)
        return "lift-off"


WORKFLOWS = [
    PayWithRetries,
    ReserveEverything,
    OneOfThreeFails,
    WaitADay,
    Stuck,
    RefundWhenCancelled,
    CancelsAnActivity,
    TooSlow,
    Child,
    Everything,
    CountDown,
]
