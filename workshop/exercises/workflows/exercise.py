"""An exercise: a name, a module to write, hints, and checks that try the module for real.

Long: from the verb `check` to a line of the report, in the order in which it happens.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import gc
import re
import sys
import traceback
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.desk.orders import still_locked
from workshop.exercises.engine.awaited import Awaited
from workshop.exercises.engine.edited import edited_note
from workshop.exercises.engine.finding import CouldNotJudge, NotYet
from workshop.exercises.engine.obstacles import find_obstacle, obstacle_in
from workshop.exercises.engine.progress import (
    forget_progress,
    read_hints,
    read_progress,
    record_hints,
    record_progress,
    what_follows,
)
from workshop.exercises.engine.report import CAN_BE_RUN, Line, Outcome, Report
from workshop.exercises.engine.room import tell_room
from workshop.exercises.engine.text import Text
from workshop.exercises.engine.unawaited import collecting_unawaited, with_unawaited
from workshop.exercises.workflows.run import judged_check
from workshop.exercises.workflows.trial import Trial
from workshop.lab.lab import Lab
from workshop.lab.opening import open_lab
from workshop.lab.workspace import find_workspace
from workshop.modules.files import (
    EndlessImportError,
    as_cell,
    import_current,
    read_cell,
    write_module,
)
from workshop.notebook import built
from workshop.notebook.cells import put_below
from workshop.patience import SILENCE, wait_patiently
from workshop.temporal.command import TemporalCommandError
from workshop.temporal.worker import WorkerStartError

Judge = Callable[[Trial], Awaitable[None]]


#: How a worker names itself, on the task queue of a check.
_CHECKS_QUEUE = re.compile(r"^The worker on 'check-[^']*'")


@dataclass(frozen=True)
class Check:
    """One thing an answer has to show: a sentence, the function that judges it, a deadline.

    ``within``: seconds on a machine that does nothing else; a busy one gives more.
    ``then``: it begins when those before it are done; else at the same time as the one before it.
    """

    title: str
    judge: Judge
    within: float
    then: bool


class Exercise:
    """One exercise of a lesson.

    Args:
        name: as learners import it, unique in the course.
        lesson: the lesson's package name.
        module: the module in ``work/`` that holds the answer.
        hints: from a nudge to nearly the answer; `hint` gives one more each time.
        workflows: what the checks bring along, for an answer that has only activities.
        given: modules of the lesson that the answer needs. One whose cell has not been run is
            written from the lesson.
        builds_on: the exercise whose answer is the beginning of this one's.
    """

    def __init__(
        self,
        name: str,
        *,
        lesson: str,
        module: str,
        hints: Sequence[str],
        workflows: Sequence[type] = (),
        given: Sequence[str] = (),
        builds_on: Exercise | None = None,
    ) -> None:
        self.name = name
        self.lesson = lesson
        self.module = module
        self.hints = tuple(hints)
        self.workflows = tuple(workflows)
        self.given = tuple(given)
        self.builds_on = (builds_on.name, builds_on.module) if builds_on else None
        self.checks: list[Check] = []
        self._hints_given = 0
        self._warned = False

    def __repr__(self) -> str:
        return f"exercise {self.name} · work/{self.module}.py · {len(self.checks)} checks"

    def requires(
        self, title: str, *, within: float = 15.0, then: bool = False
    ) -> Callable[[Judge], Judge]:
        """Make the decorated function a check of this exercise.

        Args:
            title: completes the sentence "the answer …".
            within: seconds the check may take before it is "not yet".
            then: begin it when all those before it are done: for a check that needs what they leave
                behind, and for the second one, so that an answer that does nothing right hears so
                at once. The others begin with the one before, as most of their time is waiting.
        """

        def add(judge: Judge) -> Judge:
            self.checks.append(Check(title, judge, within, then))
            return judge

        return add

    def check(self) -> Awaited[Report]:
        """Run the answer against the server and the shop and return the verdict.

        Checks run in their order and end with the first that is not done: one thought at a time.
        An answer that could not be judged, because the machine, the shop or the server was in the
        way, is judged once more. To be awaited.
        """
        return Awaited(self._check, f"{self.name}.check()")

    async def _check(self) -> Report:
        lab = await open_lab()
        with collecting_unawaited() as forgotten:
            report = await self._try(lab)
            if report.outcome is Outcome.NOT_JUDGED:
                report = await self._try(lab)
            if report.outcome is not Outcome.DONE:
                gc.collect()  # what hangs in a cycle would be told with the next answer
        report = with_unawaited(report, forgotten, self.module)
        if note := edited_note(self.name, lab.workspace.work / f"{self.module}.py"):
            report = replace(report, note=note)
        tell_room(lab.workspace, self.full_name, report)
        try:
            record_progress(lab.workspace, self.full_name, report.outcome)
        except OSError as error:
            return replace(
                report, note=f"This verdict could not be written to your progress: {error}."
            )
        if report.outcome is Outcome.DONE:
            return replace(report, following=what_follows(lab.workspace, self.name))
        return report

    @property
    def full_name(self) -> str:
        """Its name in the list of what is done: ``lesson.exercise``."""
        return f"{self.lesson}.{self.name}"

    def hint(self) -> Text:
        """Return the next hint; after the last one, the last again."""
        workspace = find_workspace()
        if locked := still_locked(workspace.state, "hints", self.full_name):
            return Text(locked)
        given = max(self._hints_given, read_hints(workspace).get(self.full_name, 0))
        number = self._hints_given = min(given + 1, len(self.hints))
        if workspace.state.is_dir():
            with contextlib.suppress(OSError):  # it is counted here, then
                record_hints(workspace, self.full_name, number)
        text = f"Hint {number} of {len(self.hints)}: {self.hints[number - 1]}"
        if number == len(self.hints):
            text += f" (That's the last hint. `{self.name}.solution()` shows the worked cell.)"
        return Text(text)

    def solution(self) -> Text:
        """Return the worked cell: at once if the exercise is done, else the second time."""
        workspace = find_workspace()
        is_done = read_progress(workspace).get(self.full_name) is Outcome.DONE
        if not is_done and (locked := still_locked(workspace.state, "solution", self.full_name)):
            return Text(locked)
        if not (is_done or self._warned):
            self._warned = True
            return Text(
                "You learn most from the minute before you look. If you still want to see the "
                "worked cell, run this cell once more."
            )
        return Text(as_cell(self.module, built.solution(self.name)), language="python")

    def reset(self) -> Text:
        """Begin this exercise anew: its cell as it came is put below, the answer is kept aside."""
        workspace = find_workspace()
        mine = workspace.work / f"{self.module}.py"
        kept = workspace.set_aside(mine) if mine.exists() else None
        forget_progress(workspace, self.lesson, self.name)
        self._hints_given, self._warned = 0, False
        with contextlib.suppress(OSError):
            record_hints(workspace, self.full_name, 0)
        where = f"Your answer is kept as {kept.relative_to(workspace.root)}. " if kept else ""
        return _put_below(
            as_cell(self.module, built.starter(self.name)), f"{where}The exercise starts over"
        )

    def start_from_mine(self) -> Text:
        """Put my answer to the exercise that this one builds on below, as this one's cell."""
        if self.builds_on is None:
            return Text(f"{self.name} does not build on an answer of yours.")
        name, module = self.builds_on
        mine = read_cell(module, find_workspace().work)
        if mine is None:
            return Text(
                f"There is no answer of yours yet to {name}: work/{module}.py is not there."
            )
        return _put_below(as_cell(self.module, mine), f"This is your answer to {name}")

    def write_given(self, lab: Lab) -> None:
        """Write the modules that the lesson gives and that are not there."""
        for name in self.given:
            if not (lab.workspace.work / f"{name}.py").exists():
                write_module(name, built.given_module(name), lab.workspace.work)

    async def begin(self, lab: Lab) -> Trial:
        """Return the trial that the checks judge; an error says why the answer cannot be run."""
        return await Trial.begin(self.name, import_current(self.module), lab, self.workflows)

    async def _try(self, lab: Lab) -> Report:
        path = lab.workspace.work / f"{self.module}.py"
        if not path.exists():
            return Report(
                self.name,
                message=f"There is no work/{self.module}.py yet. Run the cell that begins with "
                f"%%module {self.module}, then check again.",
            )
        if _same_code(path.read_text(encoding="utf-8"), built.starter(self.name)):
            return Report(
                self.name,
                message=f"The cell %%module {self.module} is still the original. Write your answer "
                "in it, run it, then check again.",
            )
        try:
            self.write_given(lab)
            trial = await self.begin(lab)
        except TemporalCommandError:
            raise  # there is no Temporal on this machine
        except Exception as error:
            obstacle = obstacle_in(error) or await find_obstacle(lab.client, lab)
            return Report(self.name, [_line(CAN_BE_RUN, obstacle or _unusable(error, str(path)))])
        try:
            return Report(self.name, [*await self._lines(trial)])
        finally:
            await trial.end()

    async def _lines(self, trial: Trial) -> list[Line]:
        """Judge the checks in their order, up to the first that is not done."""
        lines: list[Line] = []
        for group in self.groups():
            if all(line.outcome is Outcome.DONE for line in lines):
                lines += await _judged_together(group, trial)
            else:
                lines += map(_left, group)
        return lines

    def groups(self) -> Iterator[list[Check]]:
        """Yield the checks in their order; those that run at the same time in one list."""
        together: list[Check] = []
        for check in self.checks:
            if check.then and together:
                yield together
                together = []
            together.append(check)
        yield together


async def _judged_together(checks: Sequence[Check], trial: Trial) -> list[Line]:
    """Begin all the checks at once; what comes after the first that is not done is left."""
    judging = [asyncio.ensure_future(_judged(check, trial)) for check in checks]
    lines: list[Line] = []
    try:
        for check, line in zip(checks, judging, strict=True):
            await asyncio.wait({line}, timeout=SILENCE)
            if not line.done():
                print(f"Still checking: {check.title} …", file=sys.stderr, flush=True)
            lines.append(await line)
            if lines[-1].outcome is not Outcome.DONE:
                break
    finally:
        for line in judging:
            line.cancel()
        await asyncio.gather(*judging, return_exceptions=True)
    return [*lines, *map(_left, checks[len(lines) :])]


async def _judged(check: Check, trial: Trial) -> Line:
    judged_check.set(check.title)
    try:
        await wait_patiently(trial.unless_blocked(check.judge(trial)), check.within)
    except NotYet as not_yet:
        said: NotYet | CouldNotJudge = not_yet
    except asyncio.TimeoutError as late:
        said = await trial.overdue(late.args[0] if late.args else check.within)
    except Exception as error:  # what the SDK says of an answer that nobody thought of
        said = (
            obstacle_in(error)
            or await trial.over_too_soon(error)
            or NotYet(
                expected="the check to come to its end",
                happened=f"it met {type(error).__name__}: {error}.",
                think="what your code did just before, and whether the exercise asks for it.",
            )
        )
    else:
        return Line(check.title, Outcome.DONE)
    if isinstance(said, NotYet):
        said = await trial.obstacle() or trial.explained(said)
    return _line(check.title, said)


def _put_below(source: str, what: str) -> Text:
    """Put a cell below the one that runs, and say so; without a notebook, return it."""
    if put_below(source):
        return Text(f"{what}, in the cell below. Run that one instead of the one above.")
    return Text(source, language="python")


def _left(check: Check) -> Line:
    return Line(check.title, Outcome.NOT_ATTEMPTED)


def _line(title: str, said: NotYet | CouldNotJudge) -> Line:
    if isinstance(said, CouldNotJudge):
        return Line(title, Outcome.NOT_JUDGED, obstacle=said)
    return Line(title, Outcome.NOT_YET, said)


def _unusable(error: Exception, path: str) -> NotYet:
    """Say why the module at ``path`` cannot be imported or served."""
    if isinstance(error, NotYet):
        return error
    if isinstance(error, WorkerStartError):
        return NotYet(
            expected="a worker to accept your module",
            happened=_CHECKS_QUEUE.sub("The worker", str(error)),
            think="what the last line above says about your class or its imports.",
        )
    if isinstance(error, EndlessImportError):
        return NotYet(
            expected="your module to be importable",
            happened=str(error),
            think="what that line waits for, and which function it belongs in.",
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
