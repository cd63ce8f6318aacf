"""Run pytest on learners' tests, each time in a process of its own: ``-m …pytest_jobs``.

A check runs the same tests many times, each time beside another version of the module they test.
Python, the SDK and pytest take seconds to start, so this program imports them once and then forks
for each job (where there is no fork, a job is a fresh interpreter). It serves all checks of a
kernel, and ends with its standard input.

A job is a folder. It holds the tests, the module they test and ``job.json``; the job adds
``result.json``, ``running`` (the test that runs) and ``output.txt``. A line of standard input asks
for some jobs at the same time; a line of standard output names those that did not end in time, and
those during which the machine was busy with other work.

Long, because a program that forks has to load little: it imports none of its neighbours but one.
"""

from __future__ import annotations

import contextlib
import gc
import json
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import os
import queue
import re
import sys
import tempfile
import threading
import warnings
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pytest
import temporalio.testing
import temporalio.worker._worker
from temporalio.service import RPCError

import workshop.orders  # noqa: F401
from workshop.exercises.own_tests.server_on_demand import ServerOnDemand
from workshop.exercises.own_tests.test_results import TestCase, TestRun
from workshop.patience import Countdown
from workshop.processes.leash import end_with_parent
from workshop.processes.pytest_process import end_group, plugins

#: Seconds a job may take until its first test begins. Measured: 0.2 on two idle cores.
START_DEADLINE = 8.0

#: What an error says of a server that did not start, or is not there.
_NO_SERVER = re.compile(
    r"Failed (starting|connecting)|Connection refused|Connection reset|not healthy|tcp connect error"
    r"|transport error|unavailable",
    re.IGNORECASE,
)

#: A wait that took so many times as long as it was to take had others on the processors.
_STRETCHED = 1.5


class Recorder:
    """A pytest plugin that keeps what became of each test."""

    def __init__(self, file: str, folder: Path) -> None:
        self._file = file
        self._folder = folder
        self._outcomes: list[tuple[str, str]] = []
        self._broken: str | None = None
        self._errors: dict[str, tuple[str, int | None, bool]] = {}
        self._seconds: dict[str, float] = {}
        self._unawaited: list[tuple[str, str, int]] = []

    def result(self, *, imports: bool) -> TestRun:
        """Return what became of all the tests."""
        return TestRun(
            cases=[self._case(*each) for each in self._outcomes],
            broken=self._case(self._broken, "error") if self._broken else None,
            imports=imports,
            unawaited=self._unawaited,
        )

    def _case(self, nodeid: str, outcome: str) -> TestCase:
        failed = outcome in ("failed", "error")
        said, line, no_server = (
            self._errors.get(nodeid, ("", None, False)) if failed else ("", None, False)
        )
        return TestCase(
            nodeid.partition("::")[2] or nodeid,
            outcome,
            said,
            line,
            self._seconds.get(nodeid, 0.0),
            no_server,
        )

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Say which test runs, for whoever has to end it."""
        (self._folder / "running").write_text(nodeid.partition("::")[2], encoding="utf-8")

    def pytest_exception_interact(self, node: Any, call: pytest.CallInfo[Any]) -> None:
        """Keep an error and its place in the learner's file."""
        assert call.excinfo is not None
        lines = [
            each.lineno + 1 for each in call.excinfo.traceback if Path(each.path).name == self._file
        ]
        text = call.excinfo.exconly(tryshort=True)
        cause: Any = call.excinfo.value
        while getattr(cause, "cause", None) is not None:  # why a workflow failed
            cause = cause.cause
        if cause is not call.excinfo.value:
            text = f"{type(call.excinfo.value).__name__}: {type(cause).__name__}: {cause}"
        if isinstance(cause, pytest.FixtureLookupError):
            text = f"fixture '{cause.argname}' not found"
        if isinstance(node, pytest.Collector):
            places = [each for each in text.splitlines() if each.startswith(f"{self._file}:")]
            lines = [int(each.split(":")[1]) for each in places] or lines
            said = [each[1:].strip() for each in text.splitlines() if each.startswith("E  ")]
            text = said[-1] if said else text
        text = text.replace(f"{self._folder}{os.sep}", "").removeprefix("AssertionError: ")
        first = text.splitlines()[0]
        no_server = isinstance(cause, (RPCError, RuntimeError, OSError))
        no_server = no_server and bool(_NO_SERVER.search(str(cause)))
        self._errors[node.nodeid] = (first, lines[-1] if lines else None, no_server)

    def pytest_warning_recorded(self, warning_message: warnings.WarningMessage) -> None:
        """Keep the coroutines that were never awaited."""
        if "was never awaited" in str(warning_message.message):
            place = (Path(warning_message.filename).name, warning_message.lineno)
            self._unawaited.append((str(warning_message.message), *place))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep which file cannot be collected."""
        if report.failed:
            self._broken = self._broken or report.nodeid
        elif report.skipped:
            self._outcomes.append((report.nodeid, "skipped"))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of a test, or of what its fixtures do before and after it."""
        if report.when == "call":
            self._seconds[report.nodeid] = report.duration
        if report.skipped or hasattr(report, "wasxfail"):
            self._outcomes.append((report.nodeid, "skipped"))
        elif report.failed:
            outcome = "failed" if report.when == "call" else "error"
            self._outcomes.append((report.nodeid, outcome))
        elif report.when == "call":
            self._outcomes.append((report.nodeid, "passed"))


class Leash:
    """What ends the jobs with the program that runs them, however that ends: see `leash.py`.

    A pipe into which nobody writes. A job that was forked reads from it, and sees its end.
    """

    def __init__(self) -> None:
        self._read, self._write = os.pipe()

    def hold(self) -> None:
        """End this process and all it has started as soon as its parent has ended."""
        os.close(self._write)
        end_with_parent(self._read, lambda: end_group(os.getpid()))


def run_job(folder: Path, leash: Leash | None) -> None:
    """Run the tests of a folder and write down the result. Ends this process."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    if leash:
        leash.hold()
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    os.chdir(folder / job["start_in"])
    for name, value in job["environment"].items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    sys.path[0] = str(folder)
    sys.path.append(job["helpers"])
    sys.dont_write_bytecode = True
    output = os.open(folder / "output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    with contextlib.closing(ServerOnDemand(job["temporal"])) as server:
        os.environ.update(TEMPORAL_ADDRESS=f"127.0.0.1:{server.port}", TEMPORAL_NAMESPACE="default")
        recorder = Recorder(job["tests"], folder)
        tests, settings = str(folder / job["tests"]), str(folder / "pytest.ini")
        pytest.main(
            [*plugins(), tests, "-c", settings, "--rootdir", str(folder)], plugins=[recorder]
        )
        recorder.result(imports=job["module"] in sys.modules).write(folder)
    # Servers that a fixture did not shut down go with it. And a process that used the SDK can crash
    # on its ordinary way out.
    end_group(os.getpid())


class _Running:
    """A job that runs. Its time begins with its first test; until then it has `START_DEADLINE`."""

    def __init__(self, process: Any, folder: Path, within: float) -> None:
        self.process = process
        self._folder = folder
        self._within = within
        self._tests = False
        self._countdown = Countdown(START_DEADLINE)

    @property
    def is_late(self) -> bool:
        """Whether its seconds are over."""
        if not self._tests and (self._folder / "running").exists():
            self._tests = True
            self._countdown = Countdown(self._within)
        return self._countdown.is_over

    @property
    def seconds(self) -> float:
        """The real seconds that it had, as of the last look."""
        return self._countdown.elapsed

    @property
    def was_busy(self) -> bool:
        """Whether the machine had so much else to do that its seconds were stretched."""
        return self._countdown.stretch > _STRETCHED


@dataclass
class Ended:
    """What became of the jobs, by folder: the seconds after which those ended that were late, and
    which of them met a busy machine.
    """

    late: dict[str, float]
    busy: list[str]


def run_jobs(folders: list[Path], at_once: int, within: float) -> Ended:
    """Run the jobs, so many at the same time.

    Args:
        folders: one a job.
        at_once: how many at the same time.
        within: seconds each may take, on a machine that does nothing else.
    """
    can_fork = hasattr(os, "fork")
    context = multiprocessing.get_context("fork" if can_fork else "spawn")
    leash = Leash() if can_fork else None
    waiting, running, ended = list(folders), dict[Path, _Running](), Ended({}, [])
    while waiting or running:
        while waiting and len(running) < at_once:
            folder = waiting.pop(0)
            process = context.Process(target=run_job, args=(folder, leash))  # type: ignore[attr-defined]
            process.start()
            running[folder] = _Running(process, folder, within)
        sentinels = [each.process.sentinel for each in running.values()]
        over = multiprocessing.connection.wait(sentinels, 0.1)
        for folder, job in list(running.items()):
            process = job.process
            is_late = job.is_late
            has_ended = process.sentinel in over
            if not has_ended and not is_late:
                continue
            if not has_ended:
                ended.late[str(folder)] = job.seconds
            # One that was killed has left its servers. While nobody has asked after the job, its
            # process id is not given to another: so this comes before anything that asks.
            end_group(process.pid)
            if job.was_busy:
                ended.busy.append(str(folder))
            process.join()
            del running[folder]
    return ended


def main() -> None:
    """Run the jobs that standard input asks for, line by line."""
    answers, sys.stdout = sys.stdout, sys.stderr
    with tempfile.TemporaryDirectory() as nothing:  # imports all that pytest needs
        pytest.main([*plugins(), "--quiet", "--rootdir", nothing, nothing])
    # A worker's first act is to hash all loaded modules, for most of a second: once for all jobs.
    temporalio.worker._worker.load_default_build_id()
    gc.freeze()  # what is here already is no job's garbage
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read_requests, args=(requests,), daemon=True).start()
    while True:
        request = json.loads(requests.get())
        ended = run_jobs(
            [Path(each) for each in request["folders"]], request["at_once"], request["within"]
        )
        print(json.dumps(asdict(ended)), file=answers, flush=True)


def _read_requests(requests: queue.SimpleQueue[bytes]) -> None:
    """Read what is asked for; end this program, and so its jobs, when the kernel has ended."""
    # Not from sys.stdin: its lock, held by this thread while it waits, would be held in every job
    # that is forked meanwhile, and a job closes its standard input first thing.
    unread = b""
    while chunk := os.read(0, 65536):
        *lines, unread = (unread + chunk).split(b"\n")
        for line in lines:
            requests.put(line)
    os._exit(0)


if __name__ == "__main__":
    main()
