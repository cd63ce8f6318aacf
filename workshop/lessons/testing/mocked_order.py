"""Exercise mocked_order: a workflow with activities that the test makes up."""

from __future__ import annotations

from workshop.exercises.own_tests.judging import judge_by_mutants
from workshop.exercises.own_tests.mutants import TestsExercise, versions_in
from workshop.lessons.testing.evidence import MUTANTS

mocked_order = TestsExercise(
    "mocked_order",
    lesson="testing",
    module="test_order",
    tested="shop_order",
    given=("conftest", "shop_mocks"),
    hints=[
        "Write one test for each kind of order: one that goes well, one without stock, one that is "
        "declined. In each, ask: what came back, what was done, in which order, with which numbers?",
        "`shop.calls` is the whole story of one run. Compare the whole list, so that a step too many "
        "or too few is seen as well.",
        'What it begins with: `shop.calls[0] == ("pay", orders.PaymentInput(ORDER.order_id, 4200))`. '
        "For an order that is to fail: `with pytest.raises(WorkflowFailureError):` around `run_order`, "
        "and after it look at `shop.calls` again.",
    ],
)
judge_by_mutants(mocked_order, versions_in(MUTANTS / "order"), "a workflow")
