"""What all tests share: a lab in a workspace of the test run's own."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

import workshop
from tests import draw
from tests.environment import OF_THE_LAB
from tests.unfetched import complaints_of_asyncio
from workshop.lab.lab import Lab
from workshop.lab.opening import open_lab

# Where the tests were started by nohup or in the background of a script, what they start would
# never hear of these.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# What a run that does not end was waiting for, for whoever reads the failed test.
logging.getLogger("workshop").setLevel(logging.INFO)

# The machine's own configuration has no part in the tests.
for name in ("TEMPORAL_PROFILE", *OF_THE_LAB):
    os.environ.pop(name, None)


#: What the paths of the project's own code begin with, whatever a clone is called.
PACKAGE = str(Path(workshop.__file__).parent) + os.sep

_exit_code = 0


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options that choose from the tests of lessons."""
    parser.addoption(
        "--drawn", action="store_true", help="of the thorough tests, only those that CI can afford"
    )
    parser.addoption("--lesson", metavar="NAME", help="only the tests of this lesson")
    parser.addoption("--exercise", metavar="NAME", help="only the tests of this exercise")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what the options do not ask for."""
    candidates = {item.nodeid: draw.Candidate.of(item) for item in items}
    chosen = set(candidates)
    for option in ("lesson", "exercise"):
        if wanted := config.getoption(option):
            chosen &= {name for name, each in candidates.items() if getattr(each, option) == wanted}
    if config.getoption("--drawn"):
        thorough = {item.nodeid for item in items if item.get_closest_marker("thorough")}
        drawn = draw.choose(
            [candidates[name] for name in sorted(thorough)],
            draw.changed_files(),
            draw.tested_commit(),
        )
        chosen -= thorough - drawn
    config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in chosen])
    items[:] = [item for item in items if item.nodeid in chosen]


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Write down how long a test took, where TEST_TIMES names a file: one line each."""
    times = os.environ.get("TEST_TIMES")
    if times and report.when == "call" and "PYTEST_XDIST_WORKER" not in os.environ:
        with Path(times).open("a", encoding="utf-8") as file:
            file.write(f"{report.duration:7.1f} s  {report.nodeid}\n")


def pytest_sessionfinish(exitstatus: int) -> None:
    """Keep the outcome for the way out."""
    global _exit_code
    _exit_code = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave at once, all being reported: a process that used the SDK can crash on its way out."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(_exit_code)


@pytest.fixture(scope="session", autouse=True)
def workspace_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace that this process and its children work in."""
    folder = tmp_path_factory.mktemp("workspace")
    os.environ["WORKSHOP_WORKSPACE"] = str(folder)
    return folder


@pytest.fixture
def every_error_is_fetched(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """No task of the project's ends in an error that nobody fetches: asyncio would print it."""
    yield
    complaints = complaints_of_asyncio(caplog)
    assert not [each for each in complaints if "never retrieved" in each and PACKAGE in each]


@pytest.fixture(scope="session")
async def lab(workspace_of_the_tests: Path) -> AsyncIterator[Lab]:
    """An embedded lab with a real server and a real shop, one for all tests."""
    lab = await open_lab()
    yield lab
    lab.close()
