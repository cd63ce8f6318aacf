"""Exercise unheard_step: a step whose answer never came is undone too."""

from __future__ import annotations

import asyncio

from workshop.exercises import Exercise, Run, Trial
from workshop.exercises.workflows.troubles import (
    Faults,
)
from workshop.lessons.saga_compensation.evidence import (
    NO_ANSWER,
    expect_failed,
    expect_in_reverse,
    expect_lasting_options,
    expect_undone,
)
from workshop.lessons.saga_compensation.sagas import (
    end_unless,
    placed,
    timed_out,
    tries_a_step_too_often,
)
from workshop.lessons.saga_compensation.undo_in_reverse import (
    reverse_order,
    reverse_ships,
    undo_in_reverse,
)
from workshop.lessons.saga_compensation.undoing import loses_answers, still_goes_on

unheard_step = Exercise(
    "unheard_step",
    lesson="saga_compensation",
    module="saga_unheard",
    builds_on=undo_in_reverse,
    given=("saga_parts", "saga_undos"),
    hints=[
        "When a step's answer is lost, at which line does run() leave the try? Is the step's undo in "
        "the list by then?",
        "An undo does no harm when its step never happened. So what does it cost to register it early?",
        "Append each undo in the line before its step.",
    ],
)
LOST = "whether the step may have happened, and whether its undo was registered by then."


@unheard_step.requires("still ships, and still undoes in reverse")
async def unheard_still(trial: Trial) -> None:
    await asyncio.gather(reverse_ships(trial), reverse_order(trial))


@unheard_step.requires("undoes a payment whose answer was lost")
async def unheard_payment(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "charge")


@unheard_step.requires("undoes a shipment whose answer was lost")
async def unheard_shipment(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "ship")


@unheard_step.requires("undoes a reservation whose answer was lost")
async def unheard_reservation(trial: Trial) -> None:
    await _expect_undone_unheard(trial, "reserve")


@unheard_step.requires("goes on with the other undos when one fails")
async def unheard_goes_on(trial: Trial) -> None:
    await still_goes_on(trial)


@unheard_step.requires("gives each step and each undo the options of STEP", then=True)
async def unheard_options(trial: Trial) -> None:
    await expect_lasting_options(trial)


@unheard_step.requires("takes the same steps in a replay, failed orders too", then=True)
async def unheard_replays(trial: Trial) -> None:
    await trial.expect_replays()


async def _expect_undone_unheard(trial: Trial, operation: str) -> None:
    cut, hung, refused = await asyncio.gather(
        _watched(trial, loses_answers(trial, operation)),
        timed_out(trial, operation, is_done=True),
        _watched(trial, _loses_an_answer_and_refuses(trial, operation)),
    )
    for run, errors in (
        (cut, NO_ANSWER),
        (hung, ("TimeoutError",)),
        (refused, ("BadRequest",)),
    ):
        expect_undone(run, LOST)
        expect_in_reverse(run)
        expect_failed(run, *errors)


async def _watched(trial: Trial, faults: Faults) -> Run:
    run = await placed(trial, faults)
    await end_unless(run, tries_a_step_too_often)
    return run


def _loses_an_answer_and_refuses(trial: Trial, operation: str) -> Faults:
    """Return what makes the shop do this unheard at the first try, and refuse the second one."""

    def faults(order_id: str) -> None:
        trial.shop.lose_answer(operation, order_id)
        trial.shop.fail(operation, order_id, status=422)

    return faults
