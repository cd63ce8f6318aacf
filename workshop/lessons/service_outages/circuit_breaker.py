"""Exercise circuit_breaker: an entity that all orders ask before they call a service.

Long: thirteen checks, one for each way from one state of a breaker to another.
"""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from typing import Any

from temporalio.client import RPCError, WorkflowHandle, WorkflowUpdateFailedError

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.history import read_history
from workshop.lab.lab import Lab
from workshop.modules.files import import_current
from workshop.patience import SOON, looks, wait_patiently
from workshop.temporal.waiting import WorkflowStuckError

WORKFLOW = "PaymentBreaker"

#: The orders that pay, and the activity that asks the breaker first.
GIVEN = ("paid_order", "breaker_client")

#: Long enough for a cool-down that ends only when a check lets the time pass.
AN_HOUR = timedelta(hours=1)

#: What the exercise's breaker has if nothing else is said, in failures and seconds.
LIMIT, COOL_DOWN = 3, 0.5

#: At most this many orders with ids of this many letters ask: the server suggests to continue as new
#: when a history has 4 MB.
LONG_IDS, LONG_ID = 6, 1_500_000

#: How many orders come in while the service is down, and for how many seconds we look on.
ORDERS, LOOK_ON = 8, 1.2


class BreakerExercise(Exercise):
    """The exercise whose answer is asked by workflows and activities that the lesson gives."""

    async def begin(self, lab: Lab) -> Trial:
        """Return the trial that serves the answer together with the lesson's orders."""
        paid_order, breaker_client = map(import_current, GIVEN)
        return await Trial.begin(
            self.name,
            import_current(self.module),
            lab,
            [paid_order.PaidOrder, breaker_client.guarded_payment],
        )


circuit_breaker = BreakerExercise(
    "circuit_breaker",
    lesson="service_outages",
    module="payment_breaker",
    given=GIVEN,
    hints=[
        "Make it open first: ask returns False while `self._is_open()`. The check then says what's "
        "next. For the cool-down, let report write down when the next probe may go.",
        "An ask while it is open: too early is False. Otherwise this order is the probe: remember "
        "its id, and put off next_probe_at by another cool-down. What does that do to the orders "
        "that ask after it, and if it never reports?",
        "report, before it counts: `if self._is_open() and order_id != self._breaker.probe: return`. "
        "After it has counted there is no probe any more, and next_probe_at is `workflow.time() + "
        "self._breaker.cool_down`.",
    ],
)


@circuit_breaker.requires("lets everybody call while the service answers")
async def closed(trial: Trial) -> None:
    breaker = await Breaker.of(trial)
    for number in range(1, 6):
        await breaker.expect(True, number, "while every call is answered")
        await breaker.report(number, True)


@circuit_breaker.requires("opens after its limit of failures in a row", then=True)
async def opens(trial: Trial) -> None:
    for limit in (LIMIT, 2):
        breaker = await Breaker.of(trial, limit=limit)
        for number in range(1, limit):
            await breaker.call(number, False)
            await breaker.expect(True, 10, f"after {number} of {limit} failures")
        await breaker.call(limit, False)
        for number in (10, 11, 1):
            await breaker.expect(False, number, f"after {limit} of {limit} failures in a row")


@circuit_breaker.requires("starts counting again when a call was answered")
async def counts_in_a_row(trial: Trial) -> None:
    breaker = await Breaker.of(trial)
    for number, answered in enumerate((False, False, True, False, False), start=1):
        await breaker.call(number, answered, when="while no three failures came in a row")
    await breaker.expect(True, 10, "after two failures, an answer and two failures")
    await breaker.call(10, False)
    await breaker.expect(False, 11, "after two failures, an answer and three failures")


@circuit_breaker.requires("lets one probe through after the cool-down")
async def one_probe(trial: Trial) -> None:
    breaker = await Breaker.opened(trial)
    await breaker.let_pass(AN_HOUR / 2)
    await breaker.expect(False, 10, "when half of the cool-down is over")
    await breaker.let_pass(AN_HOUR / 2)
    await breaker.expect_probe(10)
    for number in (11, 12, 13):
        await breaker.expect(False, number, "while the probe is under way")


@circuit_breaker.requires("closes when the probe was answered")
async def closes(trial: Trial) -> None:
    breaker = await Breaker.opened(trial)
    await breaker.let_pass(AN_HOUR)
    await breaker.expect_probe(10)
    await breaker.report(10, True)
    for number in (11, 12):
        await breaker.expect(True, number, "when the probe was answered")
        await breaker.report(number, False)
    await breaker.expect(True, 13, "after two failures since it closed")
    await breaker.report(13, False)
    await breaker.expect(False, 14, "after three failures since it closed")


@circuit_breaker.requires("stays open for another cool-down when the probe failed")
async def stays_open(trial: Trial) -> None:
    breaker = await Breaker.opened(trial)
    for probe in (10, 20):
        await breaker.let_pass(AN_HOUR)
        await breaker.expect_probe(probe)
        await breaker.let_pass(AN_HOUR / 4)  # the probe takes its time
        await breaker.report(probe, False)
        await breaker.expect(False, probe + 1, "when the probe has failed")
        await breaker.let_pass(AN_HOUR * 7 / 8)
        await breaker.expect(False, probe + 2, "before the cool-down after that is over")


@circuit_breaker.requires("sends another probe when one is lost")
async def another_probe(trial: Trial) -> None:
    breaker = await Breaker.opened(trial)
    await breaker.let_pass(AN_HOUR)
    await breaker.expect_probe(10)
    await breaker.let_pass(AN_HOUR)
    await breaker.expect_probe(11, "an hour after a probe that never reported")
    await breaker.expect(False, 12, "while the second probe is under way")
    await breaker.report(10, True)
    await breaker.expect(
        False, 12, "when the first probe reports after all: it's no longer the probe"
    )
    await breaker.report(11, True)
    await breaker.expect(True, 12, "when the second probe was answered")


@circuit_breaker.requires("listens only to the probe while it is not closed")
async def hears_the_probe(trial: Trial) -> None:
    breaker = await Breaker.of(trial)
    for number in (1, 2, 3, 4, 5, 6):
        await breaker.expect(True, number, "before the first report")
    for number in (1, 2, 3):
        await breaker.report(number, False)
    await breaker.report(4, True)
    await breaker.expect(False, 10, "when a call that began before it opened is answered")
    await breaker.let_pass(AN_HOUR / 2)
    await breaker.report(5, False)
    await breaker.let_pass(AN_HOUR / 2)
    await breaker.expect_probe(11, "an hour after it opened, though a late failure came meanwhile")
    await breaker.report(6, True)
    await breaker.expect(False, 12, "when not the probe was answered but an older call")
    await breaker.report(11, False)
    await breaker.report(11, True)  # a call of that order that asked nobody
    await breaker.expect(False, 13, "when the last probe, which has failed, reports once more")


@circuit_breaker.requires("goes on counting when it continues as new", within=30)
async def remembers(trial: Trial) -> None:
    await asyncio.gather(_counts_to_a_limit_of_its_own(trial), _counts_when_given_nothing(trial))


async def _counts_to_a_limit_of_its_own(trial: Trial) -> None:
    limit = LIMIT + 1
    breaker = await Breaker.of(trial, limit=limit)
    for number in range(1, limit):
        await breaker.call(number, False)
    history = await read_history(await breaker.continue_as_new())
    expect(
        history.status == "continued as new",
        expected="the breaker to continue as new when its history has grown large",
        happened=f"it is {history.status}, in its first run.",
        think="what run waits for, and what keeps it from that.",
    )
    when = f"after {limit - 1} of {limit} failures, when it has continued as new"
    await breaker.expect(True, limit, when, think=_NEXT_RUN)
    await breaker.report(limit, False)
    await breaker.expect(
        False, 10, "after as many failures as open it, in two runs", think=_NEXT_RUN
    )


async def _counts_when_given_nothing(trial: Trial) -> None:
    breaker = await Breaker.given_nothing(trial)
    for number in range(1, LIMIT):
        await breaker.call(number, False)
    await breaker.continue_as_new()
    await breaker.call(LIMIT, False, when=f"after {LIMIT - 1} of {LIMIT} failures")
    await breaker.expect_open("after as many failures as open it, in two runs")


@circuit_breaker.requires("stays open when it continues as new", within=30)
async def stays_open_in_the_next_run(trial: Trial) -> None:
    await asyncio.gather(_keeps_its_cool_down(trial), _stays_open_when_given_nothing(trial))


async def _keeps_its_cool_down(trial: Trial) -> None:
    breaker = await Breaker.opened(trial)
    await breaker.let_pass(AN_HOUR / 2)
    await breaker.continue_as_new()  # unless it does so only when it closes
    await breaker.expect(False, 10, "when it has opened and then continued as new", think=_NEXT_RUN)
    await breaker.let_pass(AN_HOUR / 2)
    await breaker.expect_probe(11, "when the cool-down is over that began in the run before")
    await breaker.expect(False, 12, "while the probe is under way")
    await breaker.report(11, False)
    await breaker.let_pass(AN_HOUR * 7 / 8)
    await breaker.expect(
        False, 13, "before the cool-down is over that began in the new run", think=_NEXT_RUN
    )


async def _stays_open_when_given_nothing(trial: Trial) -> None:
    breaker = await Breaker.given_nothing(trial)
    for number in range(1, LIMIT + 1):
        await breaker.call(number, False)
    await breaker.continue_as_new()
    await breaker.expect_open("when it has opened and then continued as new")


@circuit_breaker.requires("knows the probe when it continues as new", within=30)
async def knows_the_probe(trial: Trial) -> None:
    breaker = await Breaker.opened(trial)
    await breaker.let_pass(AN_HOUR)
    await breaker.expect_probe(10)
    await breaker.continue_as_new()
    await breaker.expect(
        False, 11, "while a probe is under way that began in the run before", think=_NEXT_RUN
    )
    await breaker.report(10, True)
    await breaker.expect(
        True, 12, "when the probe was answered that began in the run before", think=_NEXT_RUN
    )


@circuit_breaker.requires(
    "spares the service while it is down, and all are paid", within=25, then=True
)
async def spares_the_service(trial: Trial) -> None:
    orders = [trial.new_order() for _ in range(ORDERS)]
    for order in orders:
        trial.shop.fail("charge", order.order_id)
    runs = []
    for order in orders:
        handle: Any = await trial.client.start_workflow(
            "PaidOrder",
            args=[order, "guarded_payment"],
            id=order.order_id,
            task_queue=trial.worker.task_queue,
        )
        runs.append(Run(trial, "PaidOrder", handle, order.order_id))
    trial.runs += runs
    breaker = trial.client.get_workflow_handle(f"{trial.worker.task_queue}-breaker")
    trial.runs.append(Run(trial, WORKFLOW, breaker, None))
    await _until_calls(runs, LIMIT)
    before, began = _calls(runs), time.monotonic()
    await asyncio.sleep(LOOK_ON)
    meanwhile, seconds = _calls(runs) - before, time.monotonic() - began
    expect(
        # Each order may have asked before the third failure was told, and call only now.
        meanwhile <= ORDERS + seconds / COOL_DOWN + 1,
        expected=f"about one call for each {COOL_DOWN} s while the service is down",
        happened=f"{ORDERS} orders made {meanwhile} calls in {seconds:.1f} s, after the first "
        f"{before}, which had failed.",
        think="who gets True from ask while the breaker is open, and how many times.",
    )
    for run in runs:
        trial.shop.clear_faults(run.order_id)
    for run in runs:
        await run.end("every order to be paid, once the service is back", within=SOON)
        run.expect_completed()


@circuit_breaker.requires("takes the same steps in a replay", then=True)
async def breaker_replays(trial: Trial) -> None:
    breakers = [run for run in trial.runs if run.workflow_type == trial.workflow_type(WORKFLOW)]
    await breakers[-1].expect_replays()  # the one that the orders asked


_SANDBOX = "RestrictedWorkflowAccessError"
_NEXT_RUN = "what the next run is given, and what it does not know."
_WHAT_IT_MAY_NOT = "which clock a workflow has, and what else it may not use."


class Breaker:
    """A breaker that a check asks and reports to; orders have numbers here."""

    def __init__(self, run: Run) -> None:
        self._run = run

    @classmethod
    async def of(cls, trial: Trial, limit: int = LIMIT) -> Breaker:
        """Return a closed breaker with a cool-down of an hour."""
        settings = {"limit": limit, "cool_down": AN_HOUR.total_seconds()}
        return cls(await trial.start(WORKFLOW, settings))

    @classmethod
    async def given_nothing(cls, trial: Trial) -> Breaker:
        """Return a closed breaker with the cool-down of the lesson, started as the lesson does."""
        return cls(await trial.start(WORKFLOW, None))

    @classmethod
    async def opened(cls, trial: Trial) -> Breaker:
        """Return a breaker that has just opened."""
        breaker = await cls.of(trial)
        for number in range(1, LIMIT + 1):
            await breaker.call(number, False)
        return breaker

    async def ask(self, number: int, *, letters: int = 0) -> Any:
        """Return what the order is told; raise `NotYet` if it is told nothing.

        ``letters``: how much longer than usual its id is.
        """
        try:
            return await wait_patiently(
                self._run.send_update("ask", f"order-{number}{'x' * letters}"), SOON
            )
        except (asyncio.TimeoutError, WorkflowStuckError):
            happened, think = "it did not.", "what ask waits for. It may not wait."
        except WorkflowUpdateFailedError as error:
            happened = f"it raised {str(error.cause).rstrip('.')}."
            think = _WHAT_IT_MAY_NOT if _SANDBOX in happened else "which line raises this."
        except RPCError:
            history = await read_history(self._run.handle)
            why = f": {str(history.failure.origin).rstrip('.')}" if history.failure else ""
            happened = f"the breaker has {history.status}{why}."
            think = _WHAT_IT_MAY_NOT if _SANDBOX in happened else "which line ends it."
        raise NotYet(expected="ask to answer at once", happened=happened, think=think)

    async def report(self, number: int, answered: bool) -> None:
        """Tell the breaker how the order's call went."""
        try:
            await self._run.handle.signal("report", args=[f"order-{number}", answered])
        except RPCError:
            await self.ask(number)  # says why
            raise

    async def call(
        self, number: int, answered: bool, when: str = "while the breaker is closed"
    ) -> None:
        """Let an order ask, be told to call, and report."""
        await self.expect(True, number, when)
        await self.report(number, answered)

    async def continue_as_new(self) -> WorkflowHandle[Any, Any]:
        """Make the history so large that the breaker continues as new; return its first run."""
        first = (await self._run.handle.describe()).run_id
        for _ in range(LONG_IDS):
            await self.ask(0, letters=LONG_ID)
            await self.ask(0)  # one more workflow task: the suggestion comes with its begin
            if (await self._run.handle.describe()).run_id != first:
                break
        return self._run.trial.client.get_workflow_handle(self._run.handle.id, run_id=first)

    async def let_pass(self, duration: timedelta) -> None:
        """Let the time pass for this breaker."""
        await self._run.skip(duration)

    async def expect(
        self,
        answer: bool,
        number: int,
        when: str,
        think: str = "in which of the three states the breaker is then, and how your code knows.",
    ) -> None:
        """Raise `NotYet` unless the order is told so."""
        told = await self.ask(number)
        expect(
            told is answer,
            expected=f"ask to answer {answer} {when}",
            happened=f"it answered {told!r}.",
            think=think,
        )

    async def expect_open(self, when: str) -> None:
        """Raise `NotYet` if everybody may call, though the cool-down is short.

        When that is over one of them may, as the probe; the next one may not.
        """
        told = [await self.ask(number) for number in range(10, 20)]
        expect(
            False in told,
            expected=f"ask to answer False {when}",
            happened=f"{len(told)} orders asked one after the other, and all were let through.",
            think=_NEXT_RUN,
        )

    async def expect_probe(self, number: int, when: str = "when the cool-down is over") -> None:
        """Raise `NotYet` unless the order is soon told that it may call."""
        async for _ in looks(SOON / 5):  # a timer may need a moment
            if await self.ask(number) is True:
                return
        await self.expect(True, number, when)


def _calls(runs: list[Run]) -> int:
    return sum(len(run.ledger.calls) for run in runs)


async def _until_calls(runs: list[Run], count: int) -> None:
    async for _ in looks():
        if _calls(runs) >= count:
            return
