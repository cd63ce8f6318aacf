"""The engine: three outcomes, one thought at a time, a deadline for everything."""

from __future__ import annotations

import asyncio
import gc
import textwrap
import threading
import uuid

import pytest
from temporalio.client import Client

from workshop.displays import as_html
from workshop.exercises import Exercise, Trial, expect
from workshop.exercises.engine.progress import (
    forget_progress,
    read_progress,
    record_progress,
    what_follows,
)
from workshop.exercises.engine.report import Following, Outcome, Report
from workshop.lab.lab import Lab
from workshop.modules.files import write_module
from workshop.notebook import built
from workshop.temporal.namespaces import CHECKS

ANSWER = """
import asyncio
from temporalio import workflow

@workflow.defn
class Answer:
    @workflow.run
    async def run(self, text: str) -> str:
        {body}
"""


@pytest.fixture
def exercise(monkeypatch: pytest.MonkeyPatch) -> Exercise:
    """An exercise of its own for each test, with a starter that does nothing."""
    name = f"ex_{uuid.uuid4().hex[:8]}"
    monkeypatch.setattr(built, "starter", lambda _: ANSWER.format(body="..."))
    monkeypatch.setattr(built, "solution", lambda _: ANSWER.format(body="return text"))
    exercise = Exercise(name, lesson="tests", module=name, hints=["look", "look closer"])

    @exercise.requires("returns what it was given", within=3)
    async def returns(trial: Trial) -> None:
        run = await trial.run("Answer", "tea")
        result = run.expect_completed()
        expect(
            result == "tea", expected="'tea'", happened=f"it was {result!r}.", think="what goes in."
        )

    @exercise.requires("does so again")
    async def again(trial: Trial) -> None:
        await returns(trial)

    return exercise


async def check(exercise: Exercise, lab: Lab, source: str) -> Report:
    write_module(exercise.module, textwrap.dedent(source), lab.workspace.work)
    return await exercise.check()


async def test_without_a_module_it_is_not_attempted_and_says_which_cell_to_run(
    exercise: Exercise, lab: Lab
) -> None:
    report = await exercise.check()
    assert report.outcome is Outcome.NOT_ATTEMPTED
    assert f"%%module {exercise.module}" in repr(report)


async def test_the_starter_is_not_attempted_whatever_comments_were_added(
    exercise: Exercise, lab: Lab
) -> None:
    report = await check(exercise, lab, ANSWER.format(body="...  # hm"))
    assert report.outcome is Outcome.NOT_ATTEMPTED


async def test_a_right_answer_is_done(exercise: Exercise, lab: Lab) -> None:
    report = await check(exercise, lab, ANSWER.format(body="return text"))
    assert repr(report) == (
        f"✓ {exercise.name} · 2 of 2\n  ✓ returns what it was given\n  ✓ does so again"
    )


async def test_a_check_says_its_verdict_and_nothing_else(
    exercise: Exercise, lab: Lab, capfd: pytest.CaptureFixture[str]
) -> None:
    source = """
        import asyncio
        from temporalio import workflow

        @workflow.defn
        class Answer:
            @workflow.run
            async def run(self, text: str) -> str:
                workflow.logger.error("nothing to worry about")
                return text
        """
    report = await check(exercise, lab, source)
    assert report.outcome is Outcome.DONE
    assert "nothing to worry about" not in capfd.readouterr().err


async def test_a_warning_about_one_answer_is_not_told_with_the_next(
    exercise: Exercise, lab: Lab
) -> None:
    forgetful = (
        "one, two = asyncio.sleep(0.01), asyncio.sleep('long')\n"
        "        self.me, self.two = self, two  # nobody awaits it, and a cycle keeps it\n"
        "        await one\n        return 'coffee'"
    )
    gc.disable()
    try:
        await check(exercise, lab, ANSWER.format(body=forgetful))
        collecting = "import gc\ngc.collect()\n"
        report = await check(exercise, lab, collecting + ANSWER.format(body="return 'coffee'"))
    finally:
        gc.enable()
    assert "never awaited" not in repr(report)
    assert "it was 'coffee'" in repr(report)


async def test_after_the_first_finding_the_rest_is_left(exercise: Exercise, lab: Lab) -> None:
    report = await check(exercise, lab, ANSWER.format(body="return 'coffee'"))
    assert repr(report) == textwrap.dedent(
        f"""\
        ✗ {exercise.name} · 0 of 2
          ✗ returns what it was given
              expected 'tea'
              it was 'coffee'.
              Think: what goes in.
          – does so again"""
    )


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import nowhere_to_be_found", "No module named 'nowhere_to_be_found', at line 1"),
        ("x = 1", "a class with @workflow.defn"),
        (ANSWER.format(body="return unknown_name"), "NameError"),
        (ANSWER.format(body="await asyncio.sleep(1000)"), "timer"),
        (ANSWER.format(body="await workflow.wait_condition(lambda: False)"), "signal or update"),
        (ANSWER.format(body="while True: pass"), "TMPRL1101"),
        (
            "x = 1\nwhile True:\n    x += 1\n    try:\n        pass\n    except Exception:\n        pass",
            "line",
        ),
        ("import time\ntime.sleep(600)", "It was at line 2 of your cell"),
        ("from temporalio import workflow\n@workflow.defn\nclass Answer: pass", "run"),
    ],
)
async def test_an_answer_that_cannot_work_is_not_yet_and_says_why(
    exercise: Exercise, lab: Lab, source: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.modules.files.IMPORT_DEADLINE", 2.0)
    report = await check(exercise, lab, source)
    assert report.outcome is Outcome.NOT_YET
    assert said in " ".join(repr(report).split())


BLOCKING = """
import time
from datetime import timedelta
from temporalio import activity, workflow

@activity.defn
async def brew(text: str) -> str:
    {body}
    return text

@workflow.defn
class Answer:
    @workflow.run
    async def run(self, text: str) -> str:
        return await workflow.execute_activity(
            brew, text, start_to_close_timeout=timedelta(minutes=5)
        )
"""


@pytest.mark.parametrize("body", ["time.sleep(100)", "while True: pass"])
async def test_an_activity_that_blocks_its_worker_is_named_with_its_line(
    exercise: Exercise, lab: Lab, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr("workshop.exercises.workflows.trial.BLOCKED", 1.5)
    report = await check(exercise, lab, BLOCKING.format(body=body))
    assert "line 8 of your cell has kept it busy for" in " ".join(repr(report).split())
    if "sleep" not in body:  # a loop is ended, so that it takes no processor for ever
        workers = [each.name for each in threading.enumerate()]
        assert not any(exercise.name in name for name in workers), workers


async def test_a_check_that_takes_its_time_says_what_it_does(
    exercise: Exercise,
    lab: Lab,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("workshop.exercises.workflows.exercise.SILENCE", 0.5)
    await check(exercise, lab, ANSWER.format(body="await asyncio.sleep(1.5); return text"))
    said = capsys.readouterr().err
    assert "Still checking: returns what it was given …" in said


async def test_an_edited_file_is_seen_though_nothing_was_imported_again(
    exercise: Exercise, lab: Lab
) -> None:
    await check(exercise, lab, ANSWER.format(body="return 'teb'"))
    path = lab.workspace.work / f"{exercise.module}.py"
    path.write_text(path.read_text().replace("'teb'", "'tea'"))
    assert (await exercise.check()).outcome is Outcome.DONE


async def test_a_check_runs_in_a_namespace_of_its_own_and_leaves_nothing_running(
    exercise: Exercise, lab: Lab
) -> None:
    await check(exercise, lab, ANSWER.format(body="await asyncio.sleep(1000)"))
    configuration = lab.client.config()
    configuration["namespace"] = CHECKS
    of_checks = Client(**configuration)
    tried = f"TaskQueue STARTS_WITH 'check-{exercise.name}'"

    async def count(client: Client, query: str) -> int:
        return (await client.count_workflows(query)).count

    async def none_runs() -> None:  # the list of workflows is written a moment later
        while not await count(of_checks, tried):
            await asyncio.sleep(0.05)
        while await count(of_checks, f"{tried} AND ExecutionStatus = 'Running'"):
            await asyncio.sleep(0.05)

    await asyncio.wait_for(none_runs(), 10)
    assert await count(lab.client, tried) == 0


def test_hints_come_one_at_a_time(exercise: Exercise) -> None:
    last = f"Hint 2 of 2: look closer (That's the last hint. `{exercise.name}.solution()` shows"
    assert repr(exercise.hint()) == "Hint 1 of 2: look"
    for _ in range(2):
        assert " ".join(repr(exercise.hint()).split()).startswith(last)


def test_the_solution_comes_after_a_warning(exercise: Exercise) -> None:
    assert "once more" in repr(exercise.solution())
    assert repr(exercise.solution()).startswith(f"%%module {exercise.module}\n")


async def test_the_solution_of_what_is_done_comes_at_once(exercise: Exercise, lab: Lab) -> None:
    await check(exercise, lab, ANSWER.format(body="return text"))
    assert repr(exercise.solution()).startswith(f"%%module {exercise.module}\n")


def test_hints_are_counted_over_a_restart(lab: Lab) -> None:
    name = f"ex_{uuid.uuid4().hex[:8]}"
    for number, expected in enumerate(["Hint 1 of 2: one", "Hint 2 of 2: two (That's"]):
        restarted = Exercise(name, lesson="tests", module=name, hints=["one", "two"])
        assert repr(restarted.hint()).startswith(expected), number


async def test_a_check_without_await_begins_nothing_and_says_so(exercise: Exercise) -> None:
    asked = exercise.check()
    assert f"`await {exercise.name}.check()`" in repr(asked)
    assert asyncio.iscoroutine(asked)  # `asyncio.run` takes it
    task = asyncio.ensure_future(exercise.check())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_what_is_done_says_what_follows(
    exercise: Exercise, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {"before": "01.ipynb", exercise.name: "01.ipynb", "after": "02.ipynb"}
    monkeypatch.setattr(built, "places", lambda: places)
    monkeypatch.setattr(built, "title", lambda notebook: f"<{notebook}>")
    wrong = await check(exercise, lab, ANSWER.format(body="return 'no'"))
    assert wrong.following is None
    right = await check(exercise, lab, ANSWER.format(body="return text"))
    assert right.following == Following(1, 3, "after", "02.ipynb", "<02.ipynb>")
    assert "1 of 3 exercises done. Next: after, in <02.ipynb> (02.ipynb)." in repr(right)
    assert f"`{exercise.name}.solution()`" in repr(right)
    html = as_html(right)
    assert '<a href="02.ipynb#Exercise:-after">after</a> in &lt;02.ipynb&gt;' in html
    record_progress(lab.workspace, "tests.after", Outcome.DONE)
    assert what_follows(lab.workspace, exercise.name) == Following(2, 3, "before")
    record_progress(lab.workspace, "tests.before", Outcome.DONE)
    assert what_follows(lab.workspace, exercise.name) == Following(3, 3)
    for name in ("before", "after"):
        forget_progress(lab.workspace, "tests", name)


async def test_reset_keeps_my_answer_and_begins_anew(exercise: Exercise, lab: Lab) -> None:
    await check(exercise, lab, ANSWER.format(body="return text"))
    mine = lab.workspace.work / f"{exercise.module}.py"
    said = exercise.reset()  # no notebook here: the cell itself
    assert repr(said) == f"%%module {exercise.module}\n{ANSWER.format(body='...')}"
    assert not mine.exists()
    (kept,) = lab.workspace.backups.glob(f"*_{exercise.module}.py")
    assert "return text" in kept.read_text(encoding="utf-8")
    assert exercise.full_name not in read_progress(lab.workspace)
    assert (await exercise.check()).outcome is Outcome.NOT_ATTEMPTED


def test_mine_is_where_an_exercise_that_builds_on_it_starts(exercise: Exercise, lab: Lab) -> None:
    further = Exercise("further", lesson="tests", module="mod", hints=["."], builds_on=exercise)
    assert "There is no answer of yours yet" in repr(further.start_from_mine())
    write_module(exercise.module, f"# %%module {exercise.module}\nx = 1\n", lab.workspace.work)
    assert repr(further.start_from_mine()) == "%%module mod\nx = 1\n"
    assert "does not build on" in repr(exercise.start_from_mine())


def test_a_report_in_html_escapes_what_learners_wrote() -> None:
    report = Report("<b>", message="<script>")
    assert "<script>" not in as_html(report)
    assert "&lt;script&gt;" in as_html(report)
