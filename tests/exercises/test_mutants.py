"""Tests judged by mutants: what passes, what slips through, what cannot be run, what hangs."""

from __future__ import annotations

import asyncio
import textwrap
import uuid
from pathlib import Path

import psutil
import pytest

from workshop.exercises.engine.report import Outcome, Report
from workshop.exercises.own_tests.judging import judge_by_mutants
from workshop.exercises.own_tests.mutants import TestsExercise, Version
from workshop.exercises.own_tests.test_results import PYTEST_INI, TestCase, TestRun
from workshop.lab.lab import Lab
from workshop.modules.files import write_module
from workshop.notebook import built

RIGHT = "def double(number: int) -> int:\n    return 2 * number\n"
MUTANTS = [
    Version("def double(number):\n    return number + 2\n", "adds two"),
    Version("def double(number):\n    return number**2\n", "squares"),
]
GOOD = """
    from doubling import double

    def test_double():
        assert double(3) == 6
"""


@pytest.fixture
def exercise(monkeypatch: pytest.MonkeyPatch) -> TestsExercise:
    """An exercise of its own for each test: tests of a function that doubles."""
    name = f"test_of_doubling_{uuid.uuid4().hex[:8]}"
    monkeypatch.setattr(built, "starter", lambda _: "...")
    monkeypatch.setattr(built, "given_module", lambda _: RIGHT)
    exercise = TestsExercise(name, lesson="tests", module=name, tested="doubling", hints=["look"])
    judge_by_mutants(exercise, MUTANTS, "a function")
    return exercise


async def check(exercise: TestsExercise, lab: Lab, source: str) -> Report:
    write_module(exercise.module, textwrap.dedent(source), lab.workspace.work)
    return await exercise.check()


async def test_tests_that_notice_every_mutant_are_done(exercise: TestsExercise, lab: Lab) -> None:
    report = await check(exercise, lab, GOOD)
    assert report.outcome is Outcome.DONE, report


@pytest.mark.parametrize(
    ("source", "title", "said"),
    [
        ("x = 1", "has tests that run", "it found none"),
        (
            "import nowhere",
            "has tests that run",
            "at line 1 of your cell: ModuleNotFoundError: No module named 'nowhere'",
        ),
        ("def test_it(nothing): pass", "has tests that run", "fixture 'nothing' not found"),
        ("def test_it(:", "has tests that run", "SyntaxError"),
        (
            "import pytest\n@pytest.mark.skip\ndef test_it(): pass",
            "has tests that run",
            "test_it was skipped",
        ),
        (
            "from doubling import double\ndef test_it():\n    assert double(3) == 5",
            "passes with the function as it is",
            "test_it, at line 3 of your cell: assert 6 == 5",
        ),
        ("def test_it(): pass", "fails with each wrong one", "they never import it"),
        (
            "from doubling import double\ndef test_it(): assert double(2) == 4",
            "fails with each wrong one",
            "a function that adds two none of your tests does. Nor with 1 more of 2",
        ),
        (
            "from doubling import double\ndef test_it(): assert double(0) == 0",
            "fails with each wrong one",
            "a function that squares none of your tests does.",
        ),
    ],
)
async def test_what_is_wrong_with_tests_is_told_apart(
    exercise: TestsExercise, lab: Lab, source: str, title: str, said: str
) -> None:
    try:
        report = await check(exercise, lab, source)
    except SyntaxError:  # of the cell; the file is written all the same
        report = await exercise.check()
    failed = next(line for line in report.lines if line.finding)
    assert failed.title == title, report
    assert failed.finding is not None
    assert said in f"{failed.finding.expected} {failed.finding.happened}", report


async def test_a_test_that_hangs_ends_with_all_that_it_started(
    exercise: TestsExercise, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.exercises.own_tests.mutants.WITHIN", 1.0)
    marker = f"sleeper-{uuid.uuid4().hex}"
    report = await check(
        exercise,
        lab,
        f"""
        import subprocess, sys, time

        def test_slow():
            subprocess.Popen([sys.executable, "-c", "import time; time.sleep(99)", "{marker}"])
            time.sleep(99)
        """,
    )
    assert report.finding is not None
    assert "test_slow was still running" in report.finding.happened
    await asyncio.sleep(0.2)
    left = [each for each in psutil.process_iter(["cmdline"]) if marker in str(each.info)]
    assert left == []


async def test_the_tests_see_no_cluster_and_no_shop(
    exercise: TestsExercise, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEMPORAL_ADDRESS", "cluster.invalid:7233")
    monkeypatch.setenv("TEMPORAL_API_KEY", "secret")
    report = await check(
        exercise,
        lab,
        GOOD
        + """
    import os, shutil

    def test_environment():
        assert "TEMPORAL_API_KEY" not in os.environ
        assert "WORKSHOP_SHOP_URL" not in os.environ
        assert os.environ["TEMPORAL_ADDRESS"].startswith("127.0.0.1:")
        assert shutil.which("temporal")
    """,
    )
    assert report.outcome is Outcome.DONE, report


async def test_a_helper_module_and_an_edited_one_are_found(
    exercise: TestsExercise, lab: Lab
) -> None:
    helper = f"helper_{uuid.uuid4().hex[:8]}"
    source = f"from {helper} import six\n" + textwrap.dedent(GOOD).replace("== 6", "== six()")
    write_module(helper, "def six(): return 7", lab.workspace.work)
    assert (await check(exercise, lab, source)).outcome is Outcome.NOT_YET
    write_module(helper, "def six(): return 6", lab.workspace.work)
    assert (await check(exercise, lab, source)).outcome is Outcome.DONE


def test_the_lesson_writes_the_settings_that_checks_use() -> None:
    lesson = (built.course_folder("notebooks") / "11_testing.ipynb").read_text(encoding="utf-8")
    assert all(line in lesson for line in PYTEST_INI.splitlines())


async def test_lab_pytest_prints_what_pytest_does(
    lab: Lab, capsys: pytest.CaptureFixture[str]
) -> None:
    (lab.workspace.work / "pytest.ini").write_text(PYTEST_INI, encoding="utf-8")
    write_module(
        "test_two", "async def test_a(): pass\ndef test_b(): assert 1 == 2", lab.workspace.work
    )
    await lab.pytest("test_two", "--tb=no")
    printed = capsys.readouterr().out
    assert ".F" in printed
    assert "FAILED test_two.py::test_b - assert 1 == 2" in printed
    assert "1 failed, 1 passed" in printed


# What the machine does is not held for or against a test

UNTIL_THE_SECOND_TIME = """
    import pathlib
    from doubling import double

    marker = pathlib.Path({marker!r})

    {kind}

    def test_double({argument}):
        assert double(3) == 6
"""


@pytest.mark.parametrize(
    ("kind", "argument"),
    [
        ("if not marker.exists(): marker.touch(); import os; os._exit(3)", ""),
        (
            "import pytest\n    @pytest.fixture\n    def server():\n"
            "        if not marker.exists():\n            marker.touch()\n"
            "            raise RuntimeError('Failed starting the server')",
            "server",
        ),
    ],
    ids=["a process that dies", "a server that does not start"],
)
async def test_what_went_wrong_once_is_tried_again(
    exercise: TestsExercise, lab: Lab, tmp_path: Path, kind: str, argument: str
) -> None:
    source = UNTIL_THE_SECOND_TIME.format(
        marker=str(tmp_path / "marker"), kind=kind, argument=argument
    )
    report = await check(exercise, lab, source)
    assert report.outcome is Outcome.DONE, report


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("import os; os._exit(3)", "their process died"),
        ("raise RuntimeError('Failed starting the server')", "there was an error around"),
    ],
)
async def test_a_test_that_never_gets_to_look_has_noticed_nothing(
    exercise: TestsExercise, lab: Lab, body: str, why: str
) -> None:
    source = f"""
    import pytest
    from doubling import double

    @pytest.fixture
    def server():
        if double(3) != 6:
            {body}

    def test_double(server):
        assert double(3) == 6
    """
    report = await check(exercise, lab, source)
    assert report.outcome is Outcome.NOT_JUDGED, report
    assert why in " ".join(repr(report).split())


async def test_a_fixture_that_fails_with_wrong_code_only_has_noticed_it(
    exercise: TestsExercise, lab: Lab
) -> None:
    source = """
    import pytest
    from doubling import double

    @pytest.fixture
    def doubled():
        assert double(3) == 6

    def test_double(doubled):
        pass
    """
    assert (await check(exercise, lab, source)).outcome is Outcome.DONE


@pytest.mark.parametrize(
    ("run", "doubtful"),
    [
        (TestRun(late="test_it"), False),
        (TestRun(late="test_it", busy=True), True),
        (TestRun([TestCase("test_it", "error")]), False),
        (TestRun([TestCase("test_it", "error")], busy=True), True),
        (TestRun([TestCase("test_it", "failed")], busy=True), False),
        (TestRun([TestCase("test_it", "failed", no_server=True)]), True),
        (TestRun(crashed=True), True),
        (TestRun([TestCase("test_it", "passed")], busy=True), False),
    ],
)
def test_the_runs_that_are_made_again(run: TestRun, doubtful: bool) -> None:
    assert run.is_doubtful is doubtful
