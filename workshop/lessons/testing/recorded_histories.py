"""Exercise recorded_histories: the new code against runs of the old."""

from __future__ import annotations

from workshop.exercises import expect
from workshop.exercises.engine.words import listed
from workshop.exercises.own_tests.judging import expect_noticed, expect_passes, expect_tests
from workshop.exercises.own_tests.mutants import TestsExercise, TestsTrial, versions_in
from workshop.lessons.testing.evidence import HERE, MUTANTS

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

recorded_histories = TestsExercise(
    "recorded_histories",
    lesson="testing",
    module="test_replay",
    tested="shop_order",
    hints=[
        "`FOLDER` is beside your file wherever pytest starts. Which method of a `Path` finds all files "
        "in it that end in `.json`?",
        "`WorkflowHistory.from_json(path.stem, path.read_text())` reads one. "
        "`Replayer(workflows=[OrderWorkflow]).replay_workflow(history)` raises when the code takes "
        "other steps.",
        'One test replays them all in a loop over `FOLDER.glob("*.json")`. Another asserts that there is '
        "at least one.",
    ],
)


@recorded_histories.requires("has tests that run")
async def replays_run(trial: TestsTrial) -> None:
    trial.as_given = (await trial.test(trial.as_it_is, files=HISTORIES))[0]
    expect_tests(trial.as_given)


@recorded_histories.requires("passes with the workflow that made the histories", then=True)
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


@recorded_histories.requires("finds the histories wherever pytest is started", then=True)
async def replays_from_elsewhere(trial: TestsTrial) -> None:
    run = (await trial.test(trial.as_it_is, files=HISTORIES, start_in="elsewhere"))[0]
    trouble = [*filter(None, [run.broken]), *run.which("failed", "error", "skipped")]
    expect(
        not trouble,
        expected="your tests to find the folder histories that lies beside their file",
        happened=f"when pytest was started in another folder: {trouble and trouble[0]}.",
        think="from which folder a path counts that does not begin with a slash.",
    )


@recorded_histories.requires("fails with each change that breaks running orders", then=True)
async def notices_breaking(trial: TestsTrial) -> None:
    breaking = versions_in(MUTANTS / "breaking")
    runs = await trial.test(*breaking, files=MANY_HISTORIES)
    expect_noticed(runs, breaking, "a new version")


@recorded_histories.requires("passes with changes that break nothing", then=True)
async def lets_safe_pass(trial: TestsTrial) -> None:
    safe = versions_in(MUTANTS / "safe")
    for run, version in zip(await trial.test(*safe, files=HISTORIES), safe, strict=True):
        expect_passes(run, f"a new version that {version.does}")


@recorded_histories.requires("fails when there is no history to replay", then=True)
async def notices_an_empty_folder(trial: TestsTrial) -> None:
    empty = (await trial.test(trial.as_it_is, files={"histories/README": "none yet"}))[0]
    expect(
        empty.fails,
        expected="a test that fails when the folder histories holds no history",
        happened="it was empty, and no test failed"
        + (": pytest skipped them." if empty.which("skipped") else "."),
        think="what a replay test is worth that has nothing to replay, and who would notice.",
    )
