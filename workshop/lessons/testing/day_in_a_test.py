"""Exercise day_in_a_test: a day of a workflow in a second of a test."""

from __future__ import annotations

from workshop.exercises.own_tests.judging import judge_by_mutants
from workshop.exercises.own_tests.mutants import TestsExercise, versions_in
from workshop.lessons.testing.evidence import MUTANTS

day_in_a_test = TestsExercise(
    "day_in_a_test",
    lesson="testing",
    module="test_approval",
    tested="shop_approval",
    given=("conftest",),
    hints=[
        "The result alone doesn't say when it came: how long did `test_thanks` say its workflow took? "
        "And an answer at once isn't an answer after 23 hours.",
        "Days are too coarse here: a workflow that gives up after 26 or 36 hours has to be noticed too. "
        "Compare the difference of the two times with `timedelta(hours=…)`, from below and from above.",
        "For the answers, stop the clock as the second test of `test_thanks` does, and send a signal "
        "where it asks a query. Do it with True and with False, "
        '`@pytest.mark.parametrize(("answer", "result"), …)` or twice.',
    ],
)
judge_by_mutants(day_in_a_test, versions_in(MUTANTS / "approval"), "a workflow")
