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
        "The result alone does not say when it came. And an answer at once is not an answer after "
        "23 hours.",
        "For the times of a workflow: `description = await handle.describe()`, then "
        "`description.close_time - description.start_time`. It is the workflow's own clock.",
        "Start it in `with env.with_time_skipping_disabled():`, then "
        "`await env.fast_forward(handle, timedelta(hours=23))`, then the signal, then the result. "
        "Do it with True and with False.",
    ],
)
judge_by_mutants(day_in_a_test, versions_in(MUTANTS / "approval"), "a workflow")
