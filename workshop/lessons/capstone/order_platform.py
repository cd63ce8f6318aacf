"""Exercise order_platform: the capstone is tried with single troubles, then in a storm.

Long: eight checks, and the words for a scorecard on which an order is lost.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from types import ModuleType

from workshop.chaos.audit import RULES, what_is_wrong
from workshop.chaos.befall import WORKFLOW, Record
from workshop.chaos.faults import Fault
from workshop.chaos.plan import STEPS, UNDOS, Answer, OrderPlan, Storm, storm_of
from workshop.chaos.storm import befall_all
from workshop.chaos.strikes import Moment
from workshop.chaos.workers import Workers
from workshop.exercises import CouldNotJudge, Exercise, NotYet, Trial, expect
from workshop.exercises.engine.words import SAMPLE_ID, counted, in_seconds
from workshop.exercises.workflows.family import activities_of_all
from workshop.exercises.workflows.troubles import SERVER_ERRORS
from workshop.exercises.workflows.wording import not_served
from workshop.history import ActivityRun, read_history
from workshop.lab.lab import Lab
from workshop.modules.files import import_current
from workshop.patience import slowness
from workshop.temporal.process import ProcessStartError

NOT_SHIPPED = Fault("refuse", "ship")
#: The numbers of sentence 3: how long an attempt may take, and how long the wait before the next.
ONE_TRY, ONE_WAIT = timedelta(seconds=2), timedelta(seconds=1)

#: An activity that is given up after so many attempts may be asked for again; a check sees that.
LOW_LIMIT = 4

UNDOS_TWICE_BUSY = tuple(Fault("busy", undo, 2) for undo in UNDOS)

PlatformJudge = Callable[["PlatformTrial"], Awaitable[None]]

SCENARIOS = {
    "calm": OrderPlan("cups and tea", customer="ben@example.com"),
    "approved": OrderPlan("teapots for a hotel", answer=Answer(True, after=4.0)),
    "approved-early": OrderPlan("teapots for a hotel", answer=Answer(True, 0.0, then=False)),
    "rejected": OrderPlan("teapots for a hotel", answer=Answer(False, after=0.3)),
    "rejected-early": OrderPlan("teapots for a hotel", answer=Answer(False, 0.0, then=True)),
    "unanswered": OrderPlan("teapots for a hotel"),
    "unanswered-small": OrderPlan("more cups and tea"),
    "declined": OrderPlan(faults=(Fault("decline", "charge"),)),
    "sold-out": OrderPlan("golden teapot"),
    "not-shipped": OrderPlan(faults=(NOT_SHIPPED,)),
    "not-reserved": OrderPlan(faults=(Fault("refuse", "reserve", status=404),)),
    "not-charged": OrderPlan(faults=(Fault("refuse", "charge", status=451),)),
    "lost": OrderPlan(faults=tuple(Fault("lose", step, 1) for step in STEPS)),
    "lost-often": OrderPlan(faults=(Fault("lose", "charge", LOW_LIMIT),)),
    "busy": OrderPlan(
        faults=tuple(
            Fault("busy", step, 3, status=status)
            for step, status in zip(STEPS, SERVER_ERRORS[-len(STEPS) :], strict=True)
        )
    ),
    "hanging": OrderPlan(
        faults=tuple(Fault("slow", step, 1, seconds=3.0) for step in ("charge", "mail"))
    ),
    "limits": OrderPlan(faults=(NOT_SHIPPED, Fault("busy", "reserve", LOW_LIMIT))),
    "busy-for-long": OrderPlan(faults=(Fault("busy", "reserve", 11),)),
    "undone-late": OrderPlan(
        faults=(NOT_SHIPPED, *(Fault("busy", undo, 3) for undo in UNDOS), Fault("lose", "mail", 1))
    ),
    "cancelled-early": OrderPlan(cancelled_at=Moment("1", "before")),
    "cancelled-while-charging": OrderPlan(cancelled_at=Moment("3", "before")),
    "cancelled-when-charged": OrderPlan(cancelled_at=Moment("3", "after")),
    "cancelled-while-shipping": OrderPlan(cancelled_at=Moment("4", "before")),
    "cancelled-while-it-waits": OrderPlan(
        "teapots for a hotel", answer=Answer(True, after=6.0), cancelled_after=3.5
    ),
    "cancelled-while-undoing": OrderPlan(
        faults=(NOT_SHIPPED, *UNDOS_TWICE_BUSY), cancelled_at=Moment("5", "before")
    ),
    "cancelled-while-refunding": OrderPlan(
        faults=(NOT_SHIPPED, *UNDOS_TWICE_BUSY), cancelled_at=Moment("refund_payment", "before")
    ),
    "cancelled-too-late": OrderPlan(cancelled_at=Moment("5", "after")),
}

THINK = {
    "no end": "what the workflow waits for and how long, or which error leaves run().",
    "charged twice": "how the shop can tell a second attempt from a second charge.",
    "money kept": "which way this order took out of run(), and whether its charge was over when "
    "you undid it.",
    "stock held": "which way this order took out of run().",
    "sent unpaid": "which steps have to be over before goods are sent.",
    "sent twice": "how the shop can tell a second attempt from a second parcel.",
    "sent unasked": "what has to be true before goods for more than 500.00 are sent.",
    "not on record": "which activity creates the order in the shop.",
    "cancel ignored": "how run() learns of a cancel, and what it looks at before it ships.",
    "given up": "which errors another attempt can cure, and how many attempts your platform makes.",
    "told nothing": "whether every way out of run() passes the mail.",
    "told twice": "how many ways lead to a mail, and what a second attempt of the mail does.",
    "told early": "when everything is over, the undos included, and where run() sends the mail.",
    "told wrong": "from which moment on you know how the order ends.",
}


#: From this `slowness` on, an attempt that took two seconds says nothing about the answer.
BUSY = 1.5

#: How many orders of single troubles are under way at the same time: an attempt has two seconds.
AT_ONCE = 10

#: The storms of the check, and how many orders each has.
SEEDS, ORDERS = (20, 32), 10


class PlatformExercise(Exercise):
    """An exercise the answer of which is served by worker processes that may be killed."""

    def requires(  # type: ignore[override]  # its judges get a PlatformTrial, which `begin` makes
        self, title: str, *, within: float = 30.0, then: bool = False
    ) -> Callable[[PlatformJudge], PlatformJudge]:
        """Make the decorated function a check of this exercise; see `Exercise.requires`."""
        return super().requires(title, within=within, then=then)  # type: ignore[return-value]

    async def begin(self, lab: Lab) -> Trial:
        """Return the trial, its workers polling."""
        trial = await PlatformTrial.begin(self.name, import_current(self.module), lab)
        assert isinstance(trial, PlatformTrial)
        try:
            await trial.open()
        except BaseException:
            await trial.end()
            raise
        return trial


class PlatformTrial(Trial):
    """An order platform in worker processes, and the orders that befall it."""

    def __init__(
        self, exercise: str, module: ModuleType, lab: Lab, given: Sequence[type] = ()
    ) -> None:
        super().__init__(exercise, module, lab, given)
        self.name = f"platform-{uuid.uuid4().hex[:8]}"
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._storms = {f"{self.name}-{seed}": storm_of(seed, ORDERS) for seed in SEEDS}
        self._plans = {f"{self.name}-{name}": plan for name, plan in SCENARIOS.items()}
        for name, storm in self._storms.items():
            self._plans |= {f"{name}-{at:03d}": plan for at, plan in enumerate(storm.orders)}
        # The longest first: some ids begin like others.
        self._ids = dict.fromkeys(sorted(self._plans, key=len, reverse=True), SAMPLE_ID)
        self._ids[self.name] = exercise
        self._platform = Workers(
            self.client,
            module.__name__,
            self.name,
            folder=lab.workspace.work,
            environment=self.environment,
            strikes={order_id: plan.strikes for order_id, plan in self._plans.items()},
        )

    async def open(self) -> None:
        """Wait for the platform's workers."""
        expect(
            WORKFLOW in self.workflows,
            expected=f"a workflow named {WORKFLOW} in your module",
            happened=f"it defines {', '.join(sorted(self.workflows))}.",
            think="what the storm calls your platform by.",
        )
        try:
            await self._platform.__aenter__()
        except ProcessStartError as error:
            raise not_served(error) from error

    async def end(self) -> None:
        """End the platform's workers and all else."""
        try:
            await self._platform.__aexit__(None, None, None)
        finally:
            await super().end()

    async def scenario(self, name: str) -> Record:
        """Let a scenario befall an order."""
        order_id = f"{self.name}-{name}"
        plan = SCENARIOS[name]
        is_told_later = plan.answer is not None or plan.cancelled_after is not None
        client = self.client if is_told_later else self.skipping_client
        async with self._gate:
            return (await befall_all(client, self.shop, Storm((plan,)), [order_id], self.name))[0]

    async def storm(self, seed: int) -> list[Record]:
        """Let a storm go over the platform."""
        name = f"{self.name}-{seed}"
        ids = [each for each in self._plans if each.startswith(f"{name}-")]
        return await befall_all(self.client, self.shop, self._storms[name], ids, self.name)


async def expect_all_right_in(trial: PlatformTrial, *scenarios: str) -> None:
    """Raise `NotYet` with the first thing that is wrong with the order of a scenario."""
    for record in await asyncio.gather(*map(trial.scenario, scenarios)):
        _expect_time_for_a_try(record)
        for wrong in what_is_wrong(record):
            raise NotYet(
                expected=f"that {RULES[wrong.rule]}",
                happened=f"{wrong.rule}: {wrong.happened}. "
                f"The order's plan: {_story(record)}.".replace("..", "."),
                think="what your code took for a no. There was none."
                if wrong.rule == "given up" and not record.plan.faults
                else THINK[wrong.rule],
            )


def expect_storm_stood(seed: int, records: list[Record]) -> None:
    """Raise `NotYet` with what is wrong most often, and the first order it is wrong with."""
    for record in records:
        _expect_time_for_a_try(record)
    wrong = [(record, each) for record in records for each in what_is_wrong(record)]
    if not wrong:
        return
    counts = Counter(each.rule for _, each in wrong)
    [(rule, _)] = counts.most_common(1)
    record, first = next(each for each in wrong if each[1].rule == rule)
    found = ", ".join(f"{name}: {count} of {len(records)}" for name, count in counts.items())
    raise NotYet(
        expected=f"that {RULES[rule]}",
        happened=f"The audit found {found}. An order with {rule}: {first.happened}. "
        f"Its plan: {_story(record)}.".replace("..", "."),
        think=f"{THINK[rule]} To see this storm yourself: "
        f'await lab.chaos("order_platform", orders={len(records)}, seed={seed})',
    )


def _expect_time_for_a_try(record: Record) -> None:
    """Raise `CouldNotJudge` if a busy machine may have used up the two seconds of every attempt."""
    if record.status == "running" and "StartToClose" in record.trouble and slowness() > BUSY:
        raise CouldNotJudge(
            "This computer is busy with other work, and an activity hadn't ended when the time "
            "for an attempt was over.",
            next_step="Check again when it is idle.",
        )


def _story(record: Record) -> str:
    return "; ".join(record.plan.story()) or "no trouble"


order_platform = PlatformExercise(
    "order_platform",
    lesson="capstone",
    module="order_platform",
    given=("hasty_payment",),
    hints=[
        "Milestone 1: compare sentence 2 with what charge_card sends, and sentence 3 with what "
        "STEP's RetryPolicy says. Two things break the contract.",
        "Milestone 1: orders.process_payment has an idempotency key. A RetryPolicy without "
        "maximum_attempts never gives up, and maximum_interval=timedelta(seconds=1) keeps "
        "its waits from growing.",
        "Milestone 2: a refusal raises ActivityError at its execute_activity. Keep a list of undos "
        "as in lesson 05: append each one before its step, and run them in reverse in the except.",
        "Milestone 2: let all ways lead to one place. The try and its except only set a variable, "
        "outcome. After both come one mail and one return.",
        "Milestone 3: wait_condition takes a timeout and raises asyncio.TimeoutError, as in lesson "
        "08. The handler writes the answer down only if there's none yet. If it isn't a yes in the "
        "end, raise an exception class of your own inside the try, beside ActivityError.",
        "Milestone 4: don't let a cancel tear anything off. run() starts the processing as a task "
        "of its own and shields it, as in lesson 07. It turns a CancelledError into a note, "
        "self._cancelled = True, which the processing reads before each step and while it waits "
        "for Grace.",
        "Milestone 4, in run(): `processing = asyncio.create_task(self._process(placed))`, then "
        "`while not processing.done(): try: await asyncio.shield(processing)`, "
        "`except asyncio.CancelledError: self._cancelled = True`, and in the end "
        "`return await processing`.",
    ],
)


@order_platform.requires("ships an order when all goes well")
async def ships(trial: PlatformTrial) -> None:
    await expect_all_right_in(trial, "calm")


@order_platform.requires("undoes everything when somebody says no")
async def takes_a_no(trial: PlatformTrial) -> None:
    await expect_all_right_in(
        trial, "declined", "sold-out", "not-shipped", "not-reserved", "not-charged"
    )


@order_platform.requires("ships a large order when it is approved, and only then")
async def asks(trial: PlatformTrial) -> None:
    await expect_all_right_in(
        trial,
        "approved",
        "approved-early",
        "rejected",
        "rejected-early",
        "unanswered",
        "unanswered-small",
    )


@order_platform.requires("sets no limit on retries, and keeps the contract's two times")
async def has_its_numbers(trial: PlatformTrial) -> None:
    await expect_all_right_in(trial, "limits")
    handle = trial.client.get_workflow_handle(f"{trial.name}-limits")
    history = await read_history(handle)
    shown = [each async for each in activities_of_all(trial.client, history)]
    often = Counter(each.type for each in shown)
    asks_again = any(count > 1 for count in often.values())
    for step in shown:
        expect_numbers(step, asks_again=asks_again)


def expect_numbers(step: ActivityRun, *, asks_again: bool) -> None:
    """Raise `NotYet` unless the activity has the timeouts and the policy of sentence 3.

    ``asks_again``: the platform asks for an activity again that was given up.
    """
    one_try = step.start_to_close_timeout
    expect(
        one_try and one_try <= ONE_TRY,
        expected=f"one attempt of {step.type} to take at most {in_seconds(ONE_TRY)}",
        happened=f"the history shows a start-to-close timeout of {in_seconds(one_try)}.",
        think="which timeout limits one attempt.",
    )
    in_all = step.schedule_to_close_timeout or step.schedule_to_start_timeout
    expect(
        not in_all,
        expected=f"{step.type} to be retried until it works",
        happened=f"the history shows that it's given up after {in_seconds(in_all)}.",
        think="what happens to an order when the shop, or every worker, is away for longer.",
    )
    policy = step.retry_policy
    limit = policy.maximum_attempts if policy else 0
    expect(
        not limit or (limit <= LOW_LIMIT and asks_again),
        expected=f"{step.type} to be retried until it works",
        happened=f"the history shows that it's given up after {counted(limit, 'attempt')}.",
        think="what happens to an order when the shop is away for longer.",
    )
    if policy is None or limit == 1:
        return  # what the platform waits then, its own timers say
    grows = policy.backoff_coefficient > 1
    longest = policy.maximum_interval if grows else policy.initial_interval
    expect(
        longest and longest <= ONE_WAIT,
        expected=f"a wait of at most {in_seconds(ONE_WAIT)} between two attempts of {step.type}",
        happened=f"the history shows that it can grow to {in_seconds(longest)}.",
        think="which field of RetryPolicy keeps the waits from growing.",
    )


@order_platform.requires("retries until the trouble has passed")
async def asks_again(trial: PlatformTrial) -> None:
    await expect_all_right_in(
        trial, "lost", "lost-often", "busy", "hanging", "undone-late", "busy-for-long"
    )


@order_platform.requires("undoes everything when the customer cancels")
async def takes_a_cancel(trial: PlatformTrial) -> None:
    await expect_all_right_in(
        trial,
        "cancelled-early",
        "cancelled-while-charging",
        "cancelled-when-charged",
        "cancelled-while-shipping",
        "cancelled-while-it-waits",
    )


@order_platform.requires("isn't disturbed by a cancel that comes while it undoes, or too late")
async def takes_a_late_cancel(trial: PlatformTrial) -> None:
    await expect_all_right_in(
        trial, "cancelled-while-undoing", "cancelled-while-refunding", "cancelled-too-late"
    )


@order_platform.requires("survives two storms at once", within=60.0, then=True)
async def stands_two_storms(trial: PlatformTrial) -> None:
    for seed, records in zip(SEEDS, await asyncio.gather(*map(trial.storm, SEEDS)), strict=True):
        expect_storm_stood(seed, records)
