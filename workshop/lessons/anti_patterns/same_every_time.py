"""Exercise same_every_time: a workflow that takes the same steps in every replay."""

from __future__ import annotations

import contextlib
import json
import uuid
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx
from temporalio.worker import Worker

from workshop.exercises import Exercise, NotYet, Run, Trial, expect
from workshop.history import ActivityRun, History, LocalActivityRun
from workshop.lessons.anti_patterns.luck import Luck
from workshop.modules.servable import options_for

SLIP = "SlipWorkflow"

same_every_time = Exercise(
    "same_every_time",
    lesson="anti_patterns",
    module="order_slip",
    hints=[
        "Which four values would be different if the code ran again? Three of them have a twin in "
        "temporalio.workflow.",
        "workflow.random() is a random.Random, seeded for this run. workflow.uuid4() and "
        "workflow.now() are what they sound like.",
        "Only an activity can ask the shop. Make it a plain def under @activity.defn, since urllib "
        "blocks; call it with workflow.execute_activity. It needs os and urllib.request: import them "
        "with workflow.unsafe.imports_passed_through().",
        "`available = await workflow.execute_activity(count_teapots, "
        "start_to_close_timeout=timedelta(seconds=10))`, and the number is "
        "`workflow.random().randrange(1_000_000)`.",
    ],
)


@same_every_time.requires("completes, with the sandbox on")
async def slip_completes(trial: Trial) -> None:
    _slip(await _printed(trial))


@same_every_time.requires("prints a number, a UUID and the time", then=True)
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


@same_every_time.requires("asks the shop in an activity")
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


@same_every_time.requires("gives each order a number and a UUID of its own")
async def slips_differ(trial: Trial) -> None:
    one, other = [_slip(await _printed(trial)) for _ in range(2)]
    for key in ("number", "reference"):
        expect(
            one[key] != other[key],
            expected=f"two orders to have different values of {key}",
            happened=f"both have {one[key]!r}.",
            think="whether a fixed seed or a constant can tell two orders apart.",
        )


@same_every_time.requires("draws its number from 0 to 999999")
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


@same_every_time.requires(
    "answers get_slip with the same slip whenever the code runs again", then=True
)
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
            think="which value is made again each time the code runs, and who would keep it.",
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
