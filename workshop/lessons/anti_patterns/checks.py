"""The exercises of lesson 06: the same steps every time, and a change that breaks no running order."""

from __future__ import annotations

import asyncio
import contextlib
import json
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx
from temporalio.client import RPCError
from temporalio.worker import Worker

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.history import ActivityRun, History, LocalActivityRun, read_history
from workshop.lessons.anti_patterns.deployments import (
    NEW_STEPS,
    OLD_STEPS,
    begun,
    expect_a_restart_is_survived,
    expect_completed,
    expect_it_goes_on,
    expect_it_replays,
    expect_new_steps,
    is_paid,
    new_order,
)
from workshop.lessons.anti_patterns.luck import Luck
from workshop.lessons.anti_patterns.versions import FirstVersion, LastVersion, PatchedVersion
from workshop.replay import replay
from workshop.serving.servable import options_for

LESSON = "anti_patterns"
SLIP = "SlipWorkflow"

same_every_time = Exercise(
    "same_every_time",
    lesson=LESSON,
    module="order_slip",
    hints=[
        "Which four lines ask for something that is another the next time they run? Three of them "
        "have a twin in temporalio.workflow.",
        "workflow.random() is a random.Random with a seed of the run's own; workflow.uuid4() and "
        "workflow.now() are what they sound like.",
        "The shop can only be asked in an activity: make a function with @activity.defn that "
        "returns the number, and call it with workflow.execute_activity.",
        "import os and urllib.request under workflow.unsafe.imports_passed_through(); number = "
        "workflow.random().randrange(1_000_000); reference = str(workflow.uuid4()); printed_at = "
        "workflow.now().isoformat().",
    ],
)

rescue_orders = Exercise(
    "rescue_orders",
    lesson=LESSON,
    module="order_rescue",
    hints=[
        "Orders that have begun need the old steps, new ones the new steps: both have to be in "
        "your code. What tells them apart?",
        'workflow.patched("reserve-first") is True in a run that meets it for the first time, and '
        "in each replay of that run. It is False in the replay of a run that went by without it.",
        'if workflow.patched("reserve-first"): and below it the new step. The payment follows in '
        "both cases.",
    ],
)

retire_patch = Exercise(
    "retire_patch",
    lesson=LESSON,
    module="order_retire",
    hints=[
        "No order needs the old steps any more. But the histories of some hold the patch's mark, "
        "and your code has to say that it knows it.",
        "workflow.deprecate_patch takes the same id, and stands where workflow.patched stood.",
        'workflow.deprecate_patch("reserve-first") in place of the if; the reservation follows '
        "unconditionally.",
    ],
)


# same_every_time


@same_every_time.requires("completes, with the sandbox on")
async def slip_completes(trial: Trial) -> None:
    _slip(await _printed(trial))


@same_every_time.requires("prints a number, a UUID and the time", together=True)
async def slip_is_right(trial: Trial) -> None:
    run = await _printed(trial)
    slip = _slip(run)
    number, reference, printed_at = slip["number"], slip["reference"], slip["printed_at"]
    expect(
        isinstance(number, int) and 0 <= number < 1_000_000,
        expected="number to be a whole number from 0 to 999999",
        happened=f"it is {number!r}.",
        think="what workflow.random() gives you, and what you ask of it.",
    )
    try:
        uuid.UUID(str(reference))
    except ValueError:
        raise NotYet(
            expected="reference to be a UUID as text",
            happened=f"it is {reference!r}.",
            think="which function of temporalio.workflow makes one.",
        ) from None
    _expect_time_of(run.history, printed_at)


@same_every_time.requires("asks the shop in an activity", together=True)
async def slip_asks_in_an_activity(trial: Trial) -> None:
    run, on_the_shelf = await _printed_in_peace(trial)
    available = _slip(run)["available"]
    asked: list[ActivityRun | LocalActivityRun] = [
        *run.history.activities,
        *run.history.local_activities,
    ]
    expect(
        asked,
        expected="the history to show an activity that asks the shop",
        happened="it shows none: the workflow asked itself, or made the number up.",
        think="what a workflow leaves to an activity.",
    )
    expect(
        isinstance(available, int)
        and any(str(available) in json.dumps(each.result) for each in asked),
        expected="available to be the number that the activity returned",
        happened=f"it is {available!r}, and the activity returned {asked[-1].result!r}.",
        think="where the activity's result goes.",
    )
    expect(
        on_the_shelf is None or available == on_the_shelf,
        expected="available to be the number of teapots that the shop has now",
        happened=f"it is {available}, and the shop has {on_the_shelf}.",
        think="whom the activity asks, and for what.",
    )


@same_every_time.requires("gives each order a number and a UUID of its own", together=True)
async def slips_differ(trial: Trial) -> None:
    one, other = [_slip(await _printed(trial)) for _ in range(2)]
    for key in ("number", "reference"):
        expect(
            one[key] != other[key],
            expected=f"two orders to have different values of {key}",
            happened=f"both have {one[key]!r}.",
            think="whether a fixed seed or a constant can tell two orders apart.",
        )


@same_every_time.requires("draws its number from 0 to 999999", together=True)
async def slip_has_the_range(trial: Trial) -> None:
    for most, wanted in ((False, 0), (True, 999_999)):
        queue = f"{trial.worker.task_queue}-{'most' if most else 'least'}"
        async with Worker(
            trial.client,
            task_queue=queue,
            interceptors=[Luck(most=most)],
            workflow_failure_exception_types=[Exception],
            **options_for(trial.module, ()),
        ):
            one, other = [
                _slip(await trial.run(SLIP, trial.new_order().order_id, task_queue=queue))["number"]
                for _ in range(2)
            ]
        expect(
            one == wanted or one != other,  # where they differ, it is drawn in another way
            expected="number to be drawn from 0 to 999999, both included",
            happened=f"the {'greatest' if most else 'smallest'} that your code can draw is {one!r}.",
            think="what randrange, randint and random() each make of their arguments.",
        )


@same_every_time.requires("answers get_slip with the same slip whenever the code runs again")
async def slip_stays(trial: Trial) -> None:
    run = await _printed(trial)
    slip = _slip(run)
    for _ in range(2):  # the workflow has ended: each answer takes a replay
        answer = await run.query("get_slip")
        expect(
            isinstance(answer, dict) and slip.keys() <= answer.keys(),
            expected="the query get_slip to answer what the workflow returned",
            happened=f"it answered {answer!r}.",
            think="where the query looks, and what run() has put there.",
        )
        differs = [key for key in slip if answer[key] != slip[key]]
        expect(
            not differs,
            expected="the query get_slip to answer what the workflow returned",
            happened="after the workflow had ended its code ran again for the query, and came to "
            f"another {' and another '.join(differs)}.",
            think="which value is made anew each time the code runs, and who would keep it.",
        )
    await trial.expect_replays()


async def _printed_in_peace(trial: Trial) -> tuple[Run, int | None]:
    """Return a run and the teapots there were; None where others bought teapots meanwhile.

    A teapot is bought first: the shop begins with equally many of most goods.
    """
    async with httpx.AsyncClient(base_url=trial.shop.url, trust_env=False) as shop:
        body = {
            "order_id": trial.new_order().order_id,
            "items": [{"sku": "teapot", "quantity": 1}],
        }
        (await shop.post("/reservations", json=body)).raise_for_status()
    for _ in range(5):
        before = trial.shop.stock("teapot")
        run = await _printed(trial)
        if trial.shop.stock("teapot") == before:
            return run, before
    return run, None


async def _printed(trial: Trial) -> Run:
    return await trial.run(SLIP, trial.new_order().order_id)


def _slip(run: Run) -> dict[str, Any]:
    """Return the slip; raise `NotYet` unless the run completed with one."""
    failure = run.history.failure
    expect(
        run.history.status == "completed",
        expected="the workflow to complete",
        happened=f"it {run.history.status}: {str(failure.origin).rstrip('.') if failure else '?'}.",
        think="which twin of it temporalio.workflow has. (Passing it through is not the way here.)"
        if failure and failure.origin.type == "RestrictedWorkflowAccessError"
        else "which line raises this, and what that line lacks.",
    )
    slip = run.history.result
    keys = ("number", "reference", "printed_at", "available")
    missing = [key for key in keys if not isinstance(slip, dict) or key not in slip]
    expect(
        not missing,
        expected="a dict with number, reference, printed_at and available as the result",
        happened=f"the workflow returned {slip!r}.",
        think="what run() returns.",
    )
    assert isinstance(slip, dict)
    return slip


def _expect_time_of(history: History, printed_at: object) -> None:
    """Raise `NotYet` unless this is a time, as text, at which the workflow ran."""
    time: datetime | None = None
    with contextlib.suppress(ValueError):
        time = datetime.fromisoformat(str(printed_at).replace("Z", "+00:00"))
    if time is not None and time.tzinfo is None:
        time = time.replace(tzinfo=timezone.utc)
    second = timedelta(seconds=1)
    is_iso = time is not None and str(printed_at)[10:11] == "T"
    expect(
        time is not None
        and is_iso
        and history.started_at - second <= time <= history.last_event_at + second,
        expected="printed_at to be the time of the run, as isoformat() writes it",
        happened=f"it is {printed_at!r}.",
        think="which clock a workflow has.",
    )


# rescue_orders


@rescue_orders.requires("reserves before it pays, in a new order", within=8)
async def reserves_first(trial: Trial) -> None:
    await expect_new_steps(await new_order(trial))


@rescue_orders.requires("replays what the first version has recorded", together=True)
async def replays_the_first_version(trial: Trial) -> None:
    await _expect_replays_of(trial, FirstVersion)


@rescue_orders.requires("goes on with an order that the first version was paid for", together=True)
async def rescues_a_paid_order(trial: Trial) -> None:
    run = await begun(trial, FirstVersion, is_paid)
    await expect_it_goes_on(trial, run, OLD_STEPS)


@rescue_orders.requires("goes on with an order that is being paid", together=True)
async def rescues_while_paying(trial: Trial) -> None:
    def is_packed(history: History) -> bool:
        return _asked_for("process_payment")(history) and bool(history.signals)

    run, packed_early = await asyncio.gather(
        begun(trial, FirstVersion, _asked_for("process_payment"), slow="charge"),
        begun(trial, FirstVersion, is_packed, slow="charge", packed=True),
    )
    await expect_it_goes_on(trial, run, OLD_STEPS)
    await expect_it_goes_on(trial, packed_early, OLD_STEPS, is_packed=True)


@rescue_orders.requires("goes on with an order that has not been paid yet", together=True)
async def rescues_an_unpaid_order(trial: Trial) -> None:
    run = await begun(trial, FirstVersion, _asked_for("create_order"), slow="create_order")
    await expect_it_goes_on(trial, run, OLD_STEPS, NEW_STEPS)


@rescue_orders.requires("goes on with its own orders after a restart")
async def survives_a_restart(trial: Trial) -> None:
    await expect_a_restart_is_survived(trial)


# retire_patch


@retire_patch.requires("reserves before it pays, in a new order", within=8)
async def still_reserves_first(trial: Trial) -> None:
    await expect_new_steps(await new_order(trial))


@retire_patch.requires("replays what the patched version has recorded", together=True)
async def replays_the_patched_version(trial: Trial) -> None:
    await _expect_replays_of(trial, PatchedVersion)


@retire_patch.requires("goes on with an order that the patched version began", together=True)
async def goes_on_with_a_patched_order(trial: Trial) -> None:
    paid, reserving, paying = await asyncio.gather(
        begun(trial, PatchedVersion, is_paid),
        begun(trial, PatchedVersion, _asked_for("reserve_inventory"), slow="reserve"),
        begun(trial, PatchedVersion, _asked_for("process_payment"), slow="charge"),
    )
    for run in (paid, reserving, paying):
        await expect_it_goes_on(trial, run, NEW_STEPS)


@retire_patch.requires("lets the next version forget the patch", together=True)
async def may_be_forgotten(trial: Trial) -> None:
    sent, declined = await asyncio.gather(new_order(trial), new_order(trial, declined=True))
    expect_completed(sent)
    for run in (sent, declined):
        forgets = await replay(run.history, LastVersion)
        expect(
            forgets.ok,
            expected="a version without any patch to replay your new orders",
            happened=f"it does not: {forgets.said}.",
            think="which mark your version leaves in the history, and which one nobody needs to "
            "know.",
        )


@retire_patch.requires("goes on with its own orders after a restart")
async def retired_survives_a_restart(trial: Trial) -> None:
    await expect_a_restart_is_survived(trial)


async def _expect_replays_of(trial: Trial, version: type) -> None:
    """Raise `NotYet` unless the answer replays what this version leaves behind."""

    def has_ended(history: History) -> bool:
        return history.status != "running"

    runs = {
        "an order that was paid": begun(trial, version, is_paid),
        "an order that was being paid": begun(
            trial, version, _asked_for("process_payment"), slow="charge"
        ),
        "an order that was sent": begun(trial, version, has_ended, packed=True),
        "an order that was declined": begun(trial, version, has_ended, declined=True),
    }
    for what, run in zip(runs, await asyncio.gather(*runs.values()), strict=True):
        await expect_it_replays(trial, await read_history(run.handle), what)
        with contextlib.suppress(RPCError):  # some have ended
            await run.handle.terminate("seen")


def _asked_for(activity: str) -> Callable[[History], bool]:
    """Whether the order has asked for this activity."""
    return lambda history: bool(history.scheduled(activity))
