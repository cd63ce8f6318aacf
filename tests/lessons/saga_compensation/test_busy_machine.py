"""A saga that runs out of time because the machine is busy is no verdict on its code."""

from __future__ import annotations

import pytest

from workshop.exercises.engine.finding import CouldNotJudge
from workshop.exercises.workflows.troubles import hangs_at_last, refuses, together
from workshop.lab.lab import Lab
from workshop.lessons.saga_compensation import unheard_step
from workshop.lessons.saga_compensation.options import STEP_TRIES
from workshop.lessons.saga_compensation.sagas import ended
from workshop.modules.files import write_module
from workshop.notebook import built


@pytest.mark.parametrize("late", ["charge", "release"])
async def test_a_step_or_an_undo_that_nobody_told_to_be_late_is_not_judged(
    lab: Lab, late: str
) -> None:
    unheard_step.write_given(lab)
    write_module(unheard_step.module, built.solution(unheard_step.name), lab.workspace.work)
    trial = await unheard_step.begin(lab)
    # The check doesn't know of it: as if the machine were that slow.
    slow = hangs_at_last(lab.shop, late, STEP_TRIES)
    try:
        with pytest.raises(CouldNotJudge, match="so busy"):
            await ended(trial, together(refuses(lab.shop, "ship", 422), slow))
    finally:
        await trial.end()
