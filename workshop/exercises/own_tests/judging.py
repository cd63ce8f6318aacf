"""What checks of tests ask: that they run, pass with the code as it is, and notice each mutant."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.exercises.engine.finding import CouldNotJudge, NotYet, expect
from workshop.exercises.own_tests.mutants import TestsExercise, TestsTrial, Version
from workshop.exercises.own_tests.test_results import TestRun
from workshop.exercises.workflows.wording import SLIPS


def expect_tests(run: TestRun) -> None:
    """Raise `NotYet` unless there are tests that can be run, and none is skipped."""
    if run.broken:
        raise NotYet(
            expected="pytest to collect your tests",
            happened=f"it could not: {run.broken}.",
            think="what that line needs that is not there.",
        )
    expect(
        run.cases or run.late,
        expected="pytest to find tests in your module",
        happened="it found none.",
        think="how pytest knows that a function is a test: by its name.",
    )
    skipped = run.which("skipped")
    expect(
        not skipped,
        expected="every test to be run",
        happened=f"{skipped[0].name} was skipped, or its failure is expected." if skipped else "",
        think="what a test is worth that nobody runs.",
    )
    errors = [each for each in run.which("error") if not run.which("failed")]
    if errors:
        raise NotYet(
            expected="your fixtures to work",
            happened=f"there was an error around {errors[0]}.",
            think="which fixture that test asks for, and what happens before and after it.",
        )


def expect_passes(run: TestRun, what: str) -> None:
    """Raise `NotYet` unless all tests pass and none hangs.

    Args:
        run: the run of the tests.
        what: what they ran with, as the end of "with …".
    """
    expect(
        run.late is None,
        expected=f"your tests to be over within {run.late_after:.0f} s",
        happened=f"{run.late} was still running, with {what}.",
        think="what it waits for: for an hour of real time, for an answer that nobody gives, or "
        "for an activity that no worker has.",
    )
    expect_tests(run)
    failed = run.which("failed")
    expect(
        not failed,
        expected=f"your tests to pass with {what}",
        happened=f"{failed[0] if failed else ''}.",
        think="what that line needs before it can run."
        if failed and failed[0].message.partition(":")[0] in SLIPS
        else "whether the test expects what the exercise says.",
    )


def expect_noticed(
    runs: Sequence[TestRun], versions: Sequence[Version], what: str, *, late_is_noticed: bool = True
) -> None:
    """Raise `NotYet` unless the tests fail with each of these versions.

    Args:
        runs: the runs of the tests, one a version.
        versions: the wrong versions.
        what: a wrong version is one, as "a workflow".
        late_is_noticed: whether a test that never ends counts as one that fails.

    Raises:
        CouldNotJudge: the machine may have had a part in what came of a run.
    """
    passed = [
        each
        for run, each in zip(runs, versions, strict=True)
        if not run.fails and not (run.late and late_is_noticed)
    ]
    if not passed:
        _expect_no_doubt(runs, versions, what)
        return
    imported = any(run.imports or run.late for run in runs)
    expect(
        imported,
        expected="your tests to run the module that they are for",
        happened="they never import it.",
        think="which code it is that your tests run.",
    )
    others = f" Nor with {len(passed) - 1} more of {len(versions)} wrong versions."
    raise NotYet(
        expected=f"a test that fails with {what} that {passed[0].does}",
        happened="none of your tests does." + (others if len(passed) > 1 else ""),
        think="what a test would have to do to see that, and what it would have to look at."
        if len(passed) < len(versions)
        else "whether anything can make your tests fail.",
    )


def _expect_no_doubt(runs: Sequence[TestRun], versions: Sequence[Version], what: str) -> None:
    """Raise `CouldNotJudge` if a test may have failed through no fault of the version's."""
    for run, version in zip(runs, versions, strict=True):
        if run.is_doubtful and not any(not each.no_server for each in run.which("failed")):
            said = run.which("error", "failed")
            why = (
                "their process died"
                if run.crashed
                else f"{run.late} was late"
                if run.late
                else f"there was an error around {said[0]}"
            )
            raise CouldNotJudge(
                f"Your tests ran beside {what} that {version.does}, and {why}. The machine may be "
                "to blame for that, so it does not count as noticed.",
                next_step="Check again, when your computer has less to do.",
            )


def judge_by_mutants(exercise: TestsExercise, mutants: Sequence[Version], what: str) -> None:
    """Give the exercise its checks: tests that run, pass as it is, and notice each mutant."""

    @exercise.requires("has tests that run")
    async def runs(trial: TestsTrial) -> None:
        trial.as_given = (await trial.test(trial.as_it_is))[0]
        expect_tests(trial.as_given)

    as_it_is = f"the {what.partition(' ')[2]} as it is"

    @exercise.requires(f"passes with {as_it_is}", then=True)
    async def passes(trial: TestsTrial) -> None:
        expect_passes(trial.as_given, as_it_is)

    @exercise.requires("fails with each wrong one", then=True)
    async def notices(trial: TestsTrial) -> None:
        expect_noticed(await trial.test(*mutants), mutants, what)
