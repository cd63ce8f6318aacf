"""Run pytest on learners' tests, each time in a process of its own: ``-m …pytest_jobs``.

A check runs the same tests many times, each time beside another version of the module they test.
Python, the SDK and pytest take seconds to start, so this program imports them once and then forks
for each job (where there is no fork, a job is a fresh interpreter). It serves all checks of a
kernel, and ends with its standard input.

A job is a folder. It holds the tests, the module they test and ``job.json``; the job adds
``result.json``, ``running`` (the test that runs) and ``output.txt``. A line of standard input asks
for some jobs at the same time; a line of standard output names those that did not end in time.
"""

from __future__ import annotations

import contextlib
import gc
import json
import multiprocessing
import multiprocessing.connection
import multiprocessing.process
import os
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import temporalio.testing
import temporalio.worker._worker

import workshop.orders  # noqa: F401
from workshop.exercises.server_on_demand import ServerOnDemand
from workshop.exercises.test_results import TestCase, TestRun
from workshop.notebook.pytest_process import end_group, plugins

#: Seconds a job may take until its first test begins. Measured: 0.2 on two idle cores.
START_DEADLINE = 30.0


class Recorder:
    """A pytest plugin that keeps what became of each test."""

    def __init__(self, file: str, folder: Path) -> None:
        self._file = file
        self._folder = folder
        self._outcomes: list[tuple[str, str]] = []
        self._broken: str | None = None
        self._errors: dict[str, tuple[str, int | None]] = {}

    def result(self, *, imports: bool) -> TestRun:
        """Return what became of all the tests."""
        return TestRun(
            cases=[self._case(*each) for each in self._outcomes],
            broken=self._case(self._broken, "error") if self._broken else None,
            imports=imports,
        )

    def _case(self, nodeid: str, outcome: str) -> TestCase:
        said = (
            self._errors.get(nodeid, ("", None)) if outcome in ("failed", "error") else ("", None)
        )
        return TestCase(nodeid.partition("::")[2] or nodeid, outcome, *said)

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
        self._errors[node.nodeid] = (text.splitlines()[0], lines[-1] if lines else None)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Keep which file cannot be collected."""
        if report.failed:
            self._broken = self._broken or report.nodeid
        elif report.skipped:
            self._outcomes.append((report.nodeid, "skipped"))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the outcome of a test, or of what its fixtures do before and after it."""
        if report.skipped or hasattr(report, "wasxfail"):
            self._outcomes.append((report.nodeid, "skipped"))
        elif report.failed:
            outcome = "failed" if report.when == "call" else "error"
            self._outcomes.append((report.nodeid, outcome))
        elif report.when == "call":
            self._outcomes.append((report.nodeid, "passed"))


def run_job(folder: Path) -> None:
    """Run the tests of a folder and write down the result. Ends this process."""
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    os.chdir(folder)
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
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
        arguments = [*plugins(), job["tests"], "-c", "pytest.ini", "--rootdir", "."]
        pytest.main(arguments, plugins=[recorder])
        recorder.result(imports=job["module"] in sys.modules).write(folder)
    # Servers that a fixture did not shut down go with it. And a process that used the SDK can crash
    # on its ordinary way out.
    end_group(os.getpid())


@dataclass
class _Running:
    process: Any
    started: float = field(default_factory=time.monotonic)
    testing_since: float | None = None

    def deadline(self, within: float) -> float:
        """Return when the job has to be over: its time begins with its first test."""
        if self.testing_since is None:
            return self.started + START_DEADLINE
        return self.testing_since + within


def run_jobs(folders: list[Path], at_once: int, within: float) -> list[Path]:
    """Run the jobs, so many at the same time; return those that did not end within the seconds."""
    context = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    waiting, running, late = list(folders), dict[Path, _Running](), list[Path]()
    while waiting or running:
        while waiting and len(running) < at_once:
            folder = waiting.pop(0)
            process = context.Process(target=run_job, args=(folder,))  # type: ignore[attr-defined]
            process.start()
            running[folder] = _Running(process)
        multiprocessing.connection.wait([each.process.sentinel for each in running.values()], 0.1)
        for folder, job in list(running.items()):
            process = job.process
            if job.testing_since is None and (folder / "running").exists():
                job.testing_since = time.monotonic()
            if process.is_alive() and time.monotonic() < job.deadline(within):
                continue
            if process.is_alive():
                late.append(folder)
                end_group(process.pid)
            process.join()
            del running[folder]
    return late


def main() -> None:
    """Run the jobs that standard input asks for, line by line."""
    answers, sys.stdout = sys.stdout, sys.stderr
    with tempfile.TemporaryDirectory() as nothing:  # imports all that pytest needs
        pytest.main([*plugins(), "--quiet", "--rootdir", nothing, nothing])
    # A worker's first act is to hash all loaded modules, for most of a second: once for all jobs.
    temporalio.worker._worker.load_default_build_id()
    gc.freeze()  # what is here already is no job's garbage
    for line in sys.stdin:
        request = json.loads(line)
        late = run_jobs(
            [Path(each) for each in request["folders"]], request["at_once"], request["within"]
        )
        print(json.dumps([str(each) for each in late]), file=answers, flush=True)


if __name__ == "__main__":
    main()
    os._exit(0)
