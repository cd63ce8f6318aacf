"""The worked answer of `cancel_signal` does more than its text asks: no failing step stops a cancel."""

from __future__ import annotations

import pytest

from workshop.exercises import Trial
from workshop.lab.lab import Lab
from workshop.lessons.messages import cancel_signal
from workshop.lessons.messages.cancel_signal import expect_cancelled
from workshop.lessons.workflow_definition.evidence import ended, until_asked
from workshop.modules.files import import_current, write_module
from workshop.notebook.built import solution

REFUSALS = {"charge": 402, "reserve": 409, "create_order": 418}


@pytest.mark.parametrize("operation", REFUSALS)
async def test_a_cancel_is_carried_out_although_a_step_is_refused(operation: str, lab: Lab) -> None:
    source = solution(cancel_signal.name).removeprefix(f"%%module {cancel_signal.module}\n")
    write_module(cancel_signal.module, source, lab.workspace.work)
    trial = await Trial.begin(cancel_signal.name, import_current(cancel_signal.module), lab)
    try:
        order = trial.new_order()
        trial.shop.fail(operation, order.order_id, status=REFUSALS[operation])
        trial.shop.delay(operation, order.order_id, 2.0)
        run = await trial.start("OrderWorkflow", order)
        await until_asked(run, operation)
        await run.handle.signal("cancel_order", "changed my mind")
        await ended(run)
        await expect_cancelled(run, "changed my mind")
    finally:
        await trial.end()
