"""Judging tests by mutants: tests are good when they fail with code that is wrong.

The answer to a `TestsExercise` is a module of pytest tests. They run beside the module that they
test (`pytest_jobs.py` says how): first as it is, then in wrong versions of it, the *mutants*, each
in a small file that says in its docstring what it does wrong. Tests have to pass with the first
and to fail with each of the others.

Only a test that fails for its own reason has noticed something. A run in which the machine may have
had a part (a process that died, a server that did not start, a test or a fixture that was late
while others had the processors) is made again, by itself, followed by one beside the module as it
is. If that one is well, the code under test made the difference; if not, the answer could not be
judged.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import warnings
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from workshop.exercises.own_tests.jobs import jobs
from workshop.exercises.own_tests.test_results import PYTEST_INI, TestRun
from workshop.exercises.workflows.exercise import Exercise
from workshop.exercises.workflows.trial import Trial
from workshop.lab.lab import Lab
from workshop.notebook import built
from workshop.processes.pytest_process import with_our_programs
from workshop.processes.scratch import Scratch
from workshop.temporal.command import find_command

TestsJudge = Callable[["TestsTrial"], Awaitable[None]]

#: Seconds the tests may take, once, on a quiet machine. Measured: 0.5 for a handful.
WITHIN = 8.0

#: How many versions are tried at the same time: tests spend half of their time waiting.
AT_ONCE = max(3, (os.cpu_count() or 1) + 1)


@dataclass(frozen=True)
class Version:
    """A version of the module under test: its source, and what it does in a few words."""

    source: str
    does: str

    @classmethod
    def read(cls, path: Path) -> Version:
        """Return the version in a file; its docstring says what it does."""
        source = path.read_text(encoding="utf-8")
        return cls(source, source.split('"""')[1].strip().rstrip("."))


def versions_in(folder: Path) -> list[Version]:
    """Return the versions in a folder, in the order of their names."""
    return [
        Version.read(path) for path in sorted(folder.glob("*.py")) if path.name != "__init__.py"
    ]


class TestsExercise(Exercise):
    """An exercise that asks for tests.

    Args:
        tested: the module that the tests are for; a cell of the lesson gives it.
        options: as `Exercise` has them.
    """

    __test__ = False

    def __init__(self, name: str, *, tested: str, **options: Any):
        super().__init__(name, **options)
        self.tested = tested

    def requires(  # type: ignore[override]  # its judges get a TestsTrial, which `begin` makes
        self, title: str, *, within: float = 60.0, then: bool = False
    ) -> Callable[[TestsJudge], TestsJudge]:
        """Make the decorated function a check of this exercise; see `Exercise.requires`."""
        return super().requires(title, within=within, then=then)  # type: ignore[return-value]

    async def begin(self, lab: Lab) -> Trial:
        """Return the trial."""
        return TestsTrial(self, lab, await find_command())


class TestsTrial(Trial):
    """One module of tests, and folders in which it runs beside versions of the module it tests.

    ``as_it_is`` is that module as the lesson gives it; ``as_given`` what came of the tests with it,
    once a check has run them.
    """

    __test__ = False

    def __init__(self, exercise: TestsExercise, lab: Lab, temporal: Path) -> None:
        super().__init__(exercise.name, ModuleType(exercise.module), lab)
        self.tested = exercise.tested
        self.as_it_is = Version(built.given_module(exercise.tested), "")
        self._given = exercise.given
        self._work = lab.workspace.work
        self._scratch = Scratch("tests")
        self._folder = self._scratch.path
        self._jobs = 0
        self._temporal = temporal
        self.as_given = TestRun()

    async def test(
        self,
        *versions: Version,
        files: Mapping[str, str] | None = None,
        within: float | None = None,
        at_once: int = AT_ONCE,
        start_in: str = ".",
    ) -> list[TestRun]:
        """Run the tests beside each version; return what came of it, in the same order.

        A run in which the machine may have had a part is made again, by itself.

        Args:
            versions: of the module under test.
            files: further files beside the tests, by their path.
            within: seconds each run may take on a quiet machine; None: `WITHIN`.
            at_once: how many run at the same time.
            start_in: the folder that pytest is started in, as seen from that of the tests.
        """
        run_beside = functools.partial(
            self._run, files=files or {}, within=within or WITHIN, start_in=start_in
        )
        runs = await run_beside(versions, at_once=at_once)
        self._warn_of_unawaited(runs)
        is_late_indeed = False
        for place, run in enumerate(runs):
            if run.late and is_late_indeed:  # so is this one: it need not be waited for again
                runs[place] = replace(run, busy=False)
            elif run.is_doubtful:
                again, control = await run_beside([versions[place], self.as_it_is], at_once=1)
                is_late_indeed = bool(again.late) and control.is_well
                runs[place] = replace(again, busy=again.busy and not control.is_well)
        return runs

    def _warn_of_unawaited(self, runs: Sequence[TestRun]) -> None:
        """Warn here of what Python warned of there: the report says it with the finding."""
        for said, file, line in {each for run in runs for each in run.unawaited}:
            warnings.warn_explicit(said, RuntimeWarning, file, line)

    async def _run(
        self,
        versions: Sequence[Version],
        *,
        files: Mapping[str, str],
        within: float,
        at_once: int,
        start_in: str,
    ) -> list[TestRun]:
        if not versions:
            return []
        folders = [self._prepare(each, files, start_in) for each in versions]
        ended = await jobs().run(folders, at_once, within)
        return [
            TestRun.read(
                each,
                late_after=ended["late"].get(str(each)),
                busy=str(each) in ended["busy"],
            )
            for each in folders
        ]

    def _prepare(self, version: Version, files: Mapping[str, str], start_in: str) -> Path:
        self._jobs += 1
        folder = self._folder / str(self._jobs)
        folder.mkdir()
        name = f"{self.module.__name__}.py"
        for given in (name, *(f"{each}.py" for each in self._given)):
            shutil.copyfile(self._work / given, folder / given)
        job = {
            "tests": name,
            "start_in": start_in,
            "module": self.tested,
            "helpers": str(self._work),
            "temporal": str(self._temporal),
            "environment": {
                # What is configured for the learner's cluster must not reach the tests, and
                # the shop is not there: tests of a workflow have to do without.
                **{each: None for each in os.environ if each.startswith("TEMPORAL_")},
                "TEMPORAL_CONFIG_FILE": os.devnull,
                "WORKSHOP_SHOP_URL": None,
                "PATH": with_our_programs(os.environ.get("PATH", "")),
            },
        }
        contents = {
            f"{self.tested}.py": version.source,
            "pytest.ini": PYTEST_INI,
            "job.json": json.dumps(job),
            **files,
        }
        for path, content in contents.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(content, encoding="utf-8")
        (folder / start_in).mkdir(parents=True, exist_ok=True)
        return folder

    async def end(self) -> None:
        """Remove the folders."""
        self._scratch.remove()
