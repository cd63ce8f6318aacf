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
    given=("conftest",),
    hints=[
        "Write one test for each kind of order: one that goes well, one without stock, one that is "
        "declined. In each, ask: what was done, in which order, with which numbers?",
        'A mock can write down what it is asked: `calls.append(("pay", payment.amount))`. Then '
        "one comparison at the end of the test says it all: "
        '`assert calls == [("pay", 4200), ("reserve", items)]`.',
        'A mock that refuses: `raise ApplicationError("sold out", non_retryable=True)`. To expect '
        "a workflow that fails: `with pytest.raises(WorkflowFailureError):` around "
        "`execute_workflow`. Count the payments, and look at which order is refunded.",
    ],
)
judge_by_mutants(mocked_order, versions_in(MUTANTS / "order"), "a workflow")
