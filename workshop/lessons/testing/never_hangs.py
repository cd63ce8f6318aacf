"""Exercise never_hangs: a test that ends, whatever the workflow does."""

from __future__ import annotations

from workshop.exercises import expect
from workshop.exercises.own_tests.judging import expect_noticed, expect_passes, expect_tests
from workshop.exercises.own_tests.mutants import TestsExercise, TestsTrial, Version, versions_in
from workshop.lessons.testing.evidence import MUTANTS

#: Seconds in which a test of a stuck workflow has to fail, as the lesson says; and what is left to
#: the machine besides the time that the same test takes when nothing is stuck.
AT_LAST, LEEWAY = 5.0, 1.5

never_hangs = TestsExercise(
    "never_hangs",
    lesson="testing",
    module="test_never_hangs",
    tested="shop_order",
    given=("conftest", "shop_mocks"),
    hints=[
        "Two of the four limits are of no use here: while a workflow waits, each of its tasks and each "
        "request of the client ends in time.",
        "`execute_workflow` waits for the whole workflow, so the limit has to be one on the whole "
        "workflow. It takes a `timedelta`, and the test has to fail within 5 seconds.",
        "`execution_timeout=timedelta(seconds=3)`",
    ],
)


@never_hangs.requires("has tests that run")
async def never_hangs_runs(trial: TestsTrial) -> None:
    trial.as_given = (await trial.test(trial.as_it_is))[0]
    expect_tests(trial.as_given)


@never_hangs.requires("passes with the workflow as it is", then=True)
async def never_hangs_passes(trial: TestsTrial) -> None:
    expect_passes(trial.as_given, "the workflow as it is")


@never_hangs.requires("fails with each workflow that is stuck, within seconds", then=True)
async def fails_in_time(trial: TestsTrial) -> None:
    stuck = versions_in(MUTANTS / "stuck")
    runs = await trial.test(*stuck, at_once=len(stuck))
    for run, version in zip(runs, stuck, strict=True):
        expect(
            run.late is None,
            expected=f"a test that fails with a workflow that {version.does}",
            happened=f"{run.late} was still waiting after {run.late_after:.0f} s.",
            think="who says how long the workflow may take, and what happens to your test then.",
        )
    expect_noticed(runs, stuck, "a workflow", late_is_noticed=False)
    for run, version in zip(runs, stuck, strict=True):
        seconds = run.seconds - trial.as_given.seconds
        if seconds > AT_LAST + LEEWAY and run.busy:
            seconds = await _seconds_in_vain(trial, version)
        expect(
            seconds <= AT_LAST + LEEWAY,
            expected=f"a test that fails within {AT_LAST:.0f} s with a workflow that {version.does}",
            happened=f"it failed, but only after {seconds:.1f} s.",
            think="which number in your test says how long that may take.",
        )


async def _seconds_in_vain(trial: TestsTrial, version: Version) -> float:
    """Return how much longer the tests take with a version that is stuck, on a busy machine.

    What others do there can only add to that, so the least of some tries counts.
    """
    runs = [await trial.test(version, trial.as_it_is, at_once=1) for _ in range(3)]
    return min(stuck.seconds for stuck, _ in runs) - min(well.seconds for _, well in runs)
