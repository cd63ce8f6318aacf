"""What `pytest_jobs` writes down and `mutants` reads: light to import on both sides."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

#: How tests run, here and in the lesson: async tests and fixtures, all on one event loop.
PYTEST_INI = """\
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = session
asyncio_default_test_loop_scope = session
addopts = -q --no-header --tb=short --show-capture=no -p no:cacheprovider
"""


@dataclass(frozen=True)
class TestCase:
    """What became of one test: ``"passed"``, ``"failed"``, ``"error"`` (in a fixture), ``"skipped"``.

    ``line`` is the last line of the test file that the error went through; ``seconds`` is how long
    the test itself took; ``no_server`` says that it met a server which did not start or answer.
    """

    __test__ = False  # not for pytest, for all its name

    name: str
    outcome: str
    message: str = ""
    line: int | None = None
    seconds: float = 0.0
    no_server: bool = False

    def __str__(self) -> str:
        where = f", at line {self.line} of your cell" if self.line else ""
        return f"{self.name}{where}: {self.message}".rstrip(": .")


@dataclass
class TestRun:
    """One run of a module of tests.

    ``broken`` says why they could not be collected; ``late`` names the test that was running when
    the time was over; ``imports`` says whether the tests import the module under test; ``crashed``
    that their process ended without a result; ``busy`` that others had the processors meanwhile;
    ``late_after`` how many seconds a late run had. ``unawaited`` are Python's warnings of coroutines
    that nobody awaited, each with the file and the line in which it noticed.
    """

    __test__ = False

    cases: list[TestCase] = field(default_factory=list)
    broken: TestCase | None = None
    imports: bool = False
    late: str | None = None
    late_after: float = 0.0
    crashed: bool = False
    busy: bool = False
    unawaited: list[tuple[str, str, int]] = field(default_factory=list)

    @classmethod
    def read(cls, folder: Path, *, late_after: float | None, busy: bool) -> TestRun:
        """Return what the job in a folder wrote down, or which test did not come to its end."""
        if late_after is not None:
            running = folder / "running"
            name = running.read_text(encoding="utf-8") if running.exists() else "pytest"
            return cls(late=name, late_after=late_after, busy=busy)
        try:
            written = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):
            broken = TestCase("pytest", "error", "its process ended before its time")
            return cls(broken=broken, crashed=True, busy=busy)
        written["busy"] = busy
        written["unawaited"] = [tuple(each) for each in written["unawaited"]]
        written["cases"] = [TestCase(**each) for each in written["cases"]]
        written["broken"] = written["broken"] and TestCase(**written["broken"])
        return cls(**written)

    def write(self, folder: Path) -> None:
        """Write this down for `read`."""
        (folder / "result.json").write_text(json.dumps(asdict(self)), encoding="utf-8")

    def which(self, *outcomes: str) -> list[TestCase]:
        """Return the tests with one of these outcomes."""
        return [each for each in self.cases if each.outcome in outcomes]

    @property
    def seconds(self) -> float:
        """How long the tests took, without their fixtures."""
        return sum(each.seconds for each in self.cases)

    @property
    def is_doubtful(self) -> bool:
        """Whether the machine, and not the code under test, may have made this of the tests."""
        errors = self.which("error")
        no_server = any(each.no_server for each in [*errors, *self.which("failed")])
        return self.crashed or no_server or (self.busy and bool(self.late or errors))

    @property
    def is_well(self) -> bool:
        """Whether every test came to its end and passed."""
        return not (self.late or self.fails or self.which("skipped"))

    @property
    def fails(self) -> bool:
        """Whether a person who ran these tests would see that something is wrong."""
        return bool(self.broken or self.which("failed", "error"))
