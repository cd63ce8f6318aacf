"""An exercise: a name, a module to write, hints, and checks that try the module for real."""

from __future__ import annotations

import ast
import asyncio
import traceback
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from workshop import course
from workshop.exercises.finding import NotYet
from workshop.exercises.progress import record_progress
from workshop.exercises.report import Line, Outcome, Report
from workshop.exercises.text import Text
from workshop.exercises.trial import Trial
from workshop.lab import Lab
from workshop.notebook.modules import import_current
from workshop.opening import open_lab
from workshop.temporal.worker import WorkerStartError

Judge = Callable[[Trial], Awaitable[None]]


@dataclass(frozen=True)
class Check:
    """One thing an answer has to show: a sentence, the function that judges it, a deadline."""

    title: str
    judge: Judge
    within: float


class Exercise:
    """One exercise of a lesson.

    Args:
        name: as learners import it, unique in the course.
        lesson: the lesson's package name.
        module: the module in ``work/`` that holds the answer.
        hints: from a nudge to nearly the answer; `hint` gives one more each time.
        workflows: what the checks bring along, for an answer that has only activities.
    """

    def __init__(
        self,
        name: str,
        *,
        lesson: str,
        module: str,
        hints: Sequence[str],
        workflows: Sequence[type] = (),
    ) -> None:
        self.name = name
        self.lesson = lesson
        self.module = module
        self.hints = tuple(hints)
        self.workflows = tuple(workflows)
        self.checks: list[Check] = []
        self._hints_given = 0
        self._warned = False

    def __repr__(self) -> str:
        return f"exercise {self.name} · work/{self.module}.py · {len(self.checks)} checks"

    def requires(self, title: str, *, within: float = 10.0) -> Callable[[Judge], Judge]:
        """Make the decorated function a check of this exercise.

        Args:
            title: completes the sentence "the answer …".
            within: seconds the check may take before it is "not yet".
        """

        def add(judge: Judge) -> Judge:
            self.checks.append(Check(title, judge, within))
            return judge

        return add

    async def check(self) -> Report:
        """Run the answer against the server and the shop and return the verdict.

        Checks run in their order and end with the first that is not done: one thought at a time.
        """
        lab = await open_lab()
        report = await self._try(lab)
        record_progress(lab.workspace, f"{self.lesson}.{self.name}", report.outcome)
        return report

    def hint(self) -> Text:
        """Return the next hint; after the last one, the last again."""
        self._hints_given = min(self._hints_given + 1, len(self.hints))
        number = self._hints_given
        return Text(f"Hint {number} of {len(self.hints)}: {self.hints[number - 1]}")

    def solution(self) -> Text:
        """Return the worked cell, the second time it is asked for."""
        if not self._warned:
            self._warned = True
            return Text(
                "You learn most from the minute before you look. If you still want to see the "
                "worked cell, run this cell once more."
            )
        return Text(course.solution(self.name), language="python")

    async def _try(self, lab: Lab) -> Report:
        path = lab.workspace.work / f"{self.module}.py"
        if not path.exists():
            return Report(
                self.name,
                message=f"There is no work/{self.module}.py yet. Run the cell that begins with "
                f"%%module {self.module}, then check again.",
            )
        if _same_code(path.read_text(encoding="utf-8"), course.starter(self.name)):
            return Report(
                self.name,
                message=f"The cell %%module {self.module} is still as it came. Write your answer "
                "in it, run it, then check again.",
            )
        try:
            module = import_current(self.module)
            trial = await Trial.begin(self.name, module, lab, self.workflows)
        except Exception as error:
            return Report(
                self.name,
                [Line("can be served by a worker", *_not_yet(_unusable(error, str(path))))],
            )
        try:
            return Report(self.name, [*await self._lines(trial)])
        finally:
            await trial.end()

    async def _lines(self, trial: Trial) -> list[Line]:
        lines: list[Line] = []
        for check in self.checks:
            if any(line.outcome is not Outcome.DONE for line in lines):
                lines.append(Line(check.title, Outcome.NOT_ATTEMPTED))
                continue
            try:
                await asyncio.wait_for(check.judge(trial), check.within)
                lines.append(Line(check.title, Outcome.DONE))
            except NotYet as finding:
                lines.append(Line(check.title, *_not_yet(finding)))
            except asyncio.TimeoutError:
                lines.append(Line(check.title, *_not_yet(await trial.overdue(check.within))))
        return lines


def _not_yet(finding: NotYet) -> tuple[Outcome, NotYet]:
    return Outcome.NOT_YET, finding


def _unusable(error: Exception, path: str) -> NotYet:
    """Say why the module at ``path`` cannot be imported or served."""
    if isinstance(error, NotYet):
        return error
    if isinstance(error, WorkerStartError):
        return NotYet(
            expected="a worker to accept your module",
            happened=str(error),
            think="what the last line above says about your class or its imports.",
        )
    where = [
        each.lineno for each in traceback.extract_tb(error.__traceback__) if each.filename == path
    ]
    line = f", at line {where[-1]} of your cell" if where else ""
    return NotYet(
        expected="your module to be importable",
        happened=f"importing it raised {type(error).__name__}: {error}{line}.",
        think="what that line needs that is not there.",
    )


def _same_code(one: str, other: str) -> bool:
    """Whether two sources are the same but for comments and blank lines."""
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    except SyntaxError:
        return one.strip() == other.strip()
