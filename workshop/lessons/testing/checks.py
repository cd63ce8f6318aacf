"""The exercises of lesson 07: tests, and the wrong code that they have to notice."""

from __future__ import annotations

from pathlib import Path

from workshop.exercises import expect
from workshop.exercises.mutants import (
    TestsExercise,
    TestsTrial,
    Version,
    expect_noticed,
    expect_passes,
    expect_tests,
    judge_by_mutants,
    versions_in,
)
from workshop.exercises.words import listed

LESSON = "testing"
HERE = Path(__file__).parent
MUTANTS = HERE / "mutants"

#: Recorded once, with the workflow as it is; by the names of their files.
HISTORIES = {
    f"histories/{path.name}": path.read_text(encoding="utf-8")
    for path in sorted((HERE / "histories").glob("*.json"))
} | {"histories/README.txt": "Recorded with the workflow as it is."}

#: More of them, one kind many times over: a test that reads only some may meet only that kind.
MANY_HISTORIES = HISTORIES | {
    f"histories/completed_{number}.json": HISTORIES["histories/completed.json"]
    for number in range(10)
}

#: Seconds in which a test of a stuck workflow has to fail, as the lesson says; and what is left to
#: the machine besides the time that the same test takes when nothing is stuck.
AT_LAST, LEEWAY = 5.0, 1.5

mocked_order = TestsExercise(
    "mocked_order",
    lesson=LESSON,
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

never_hangs = TestsExercise(
    "never_hangs",
    lesson=LESSON,
    module="test_never_hangs",
    tested="shop_order",
    given=("conftest",),
    hints=[
        "The workflow is alive and waits. Who could end a workflow that takes too long, so that "
        "`execute_workflow` has something to raise?",
        "`execute_workflow` takes the arguments of `start_workflow`. One of them says how long the "
        "whole workflow may run.",
        "`execution_timeout=timedelta(seconds=3)`",
    ],
)

day_in_a_test = TestsExercise(
    "day_in_a_test",
    lesson=LESSON,
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

activity_alone = TestsExercise(
    "activity_alone",
    lesson=LESSON,
    module="test_mails",
    tested="shop_mails",
    hints=[
        "Your `post` can write down to whom it was asked to write, and with which subject. "
        "`environment.on_heartbeat` can write into the same list: then the list says what came "
        "after what.",
        "A second attempt: `environment.info = dataclasses.replace(environment.info, "
        'heartbeat_details=[["mail-1"]])`. Then look at who gets a mail and what is returned.',
        "A cancel in the middle: a `post` that calls `environment.cancel()` at the second mail and "
        "then awaits something, for example `asyncio.sleep(0.01)`. Around `environment.run`: "
        "`with pytest.raises(asyncio.CancelledError):`. Afterwards nobody else may have mail.",
    ],
)
judge_by_mutants(activity_alone, versions_in(MUTANTS / "mails"), "an activity")

recorded_histories = TestsExercise(
    "recorded_histories",
    lesson=LESSON,
    module="test_replay",
    tested="shop_order",
    hints=[
        '`Path(__file__).parent / "histories"` is the folder beside your file, and its '
        '`glob("*.json")` finds the files.',
        "`WorkflowHistory.from_json(path.stem, path.read_text())` reads one. "
        "`Replayer(workflows=[OrderWorkflow]).replay_workflow(history)` raises when the code takes "
        "other steps.",
        "One test replays them all in a loop. Another says `assert` that there is a file at all.",
    ],
)


# never_hangs


@never_hangs.requires("has tests that run")
async def never_hangs_runs(trial: TestsTrial) -> None:
    trial.as_given = (await trial.test(trial.as_it_is))[0]
    expect_tests(trial.as_given)


@never_hangs.requires("passes with the workflow as it is")
async def never_hangs_passes(trial: TestsTrial) -> None:
    expect_passes(trial.as_given, "the workflow as it is")


@never_hangs.requires("fails with each workflow that is stuck, within seconds")
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


# recorded_histories


@recorded_histories.requires("has tests that run")
async def replays_run(trial: TestsTrial) -> None:
    trial.as_given = (await trial.test(trial.as_it_is, files=HISTORIES))[0]
    expect_tests(trial.as_given)


@recorded_histories.requires("passes with the workflow that made the histories")
async def replays_as_it_is(trial: TestsTrial) -> None:
    unread = [each for each in trial.as_given.which("failed") if "JSONDecodeError" in each.message]
    expect(
        not unread,
        expected="your tests to pass with the workflow that made the histories",
        happened=f"{unread[0] if unread else ''}. In the folder histories lie "
        f"{listed(name.partition('/')[2] for name in HISTORIES)}.",
        think="which of these files are histories, and which of them your test reads.",
    )
    expect_passes(trial.as_given, "the workflow that made the histories")


@recorded_histories.requires("finds the histories wherever pytest is started")
async def replays_from_elsewhere(trial: TestsTrial) -> None:
    run = (await trial.test(trial.as_it_is, files=HISTORIES, start_in="elsewhere"))[0]
    trouble = [*filter(None, [run.broken]), *run.which("failed", "error", "skipped")]
    expect(
        not trouble,
        expected="your tests to find the folder histories that lies beside their file",
        happened=f"when pytest was started in another folder: {trouble and trouble[0]}.",
        think="from which folder a path counts that does not begin with a slash.",
    )


@recorded_histories.requires("fails with each change that breaks running orders")
async def notices_breaking(trial: TestsTrial) -> None:
    breaking = versions_in(MUTANTS / "breaking")
    runs = await trial.test(*breaking, files=MANY_HISTORIES)
    expect_noticed(runs, breaking, "a new version")


@recorded_histories.requires("passes with changes that break nothing")
async def lets_safe_pass(trial: TestsTrial) -> None:
    safe = versions_in(MUTANTS / "safe")
    for run, version in zip(await trial.test(*safe, files=HISTORIES), safe, strict=True):
        expect_passes(run, f"a new version that {version.does}")


@recorded_histories.requires("fails when there is no history to replay")
async def notices_an_empty_folder(trial: TestsTrial) -> None:
    empty = (await trial.test(trial.as_it_is, files={"histories/README": "none yet"}))[0]
    expect(
        empty.fails,
        expected="a test that fails when the folder histories holds no history",
        happened="it was empty, and no test failed"
        + (": pytest skipped them." if empty.which("skipped") else "."),
        think="what a replay test is worth that has nothing to replay, and who would notice.",
    )
