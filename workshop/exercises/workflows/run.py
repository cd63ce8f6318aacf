"""A run: one workflow of a trial, what became of it, and what a check may expect of it.

Long, because it is one object that checks hold: what it says is in `wording.py`.
"""

from __future__ import annotations

import asyncio
import builtins
import logging
import math
from collections.abc import AsyncIterator
from contextvars import ContextVar
from datetime import timedelta
from typing import Any, Protocol

from temporalio.client import (
    Client,
    RPCError,
    WorkflowExecutionStatus,
    WorkflowFailureError,
    WorkflowHandle,
    WorkflowHistory,
    WorkflowQueryFailedError,
    WorkflowUpdateFailedError,
    WorkflowUpdateRPCTimeoutOrCancelledError,
)
from temporalio.worker import Replayer

from workshop.exercises.engine.finding import CouldNotJudge, NotYet, expect
from workshop.exercises.engine.obstacles import delay_of
from workshop.exercises.workflows.wording import (
    SLIPS,
    how_it_ended,
    in_short,
    reason_of,
    said_of_a_wait,
    slip_of,
    thought_on,
    why_not_taken,
)
from workshop.history import History, read_history
from workshop.history.failures import Failure
from workshop.patience import wait_patiently
from workshop.shop.client import Shop
from workshop.shop.ledger import Ledger
from workshop.temporal.time_travel import TimeSkippingError, skip
from workshop.temporal.waiting import WorkflowStuckError, diagnose
from workshop.temporal.worker import BackgroundWorker

logger = logging.getLogger(__name__)

#: The title of the check that is being judged: several may be at the same time.
judged_check: ContextVar[str] = ContextVar("judged_check", default="")


class Ground(Protocol):
    """What a run stands on; a `Trial` is one."""

    @property
    def client(self) -> Client:
        """Of the server that the workflow runs on."""
        ...

    @property
    def shop(self) -> Shop:
        """The shop that its activities ask."""
        ...

    @property
    def worker(self) -> BackgroundWorker:
        """Whatever serves the answer."""
        ...

    @property
    def workflows(self) -> dict[str, type]:
        """The answer's workflows by their types."""
        ...


class Run:
    """One workflow of a trial.

    ``outcome`` is the history once the workflow has ended, None before; ``check`` is the title of
    the check that it was begun for, ``task_queue`` the one that it was started on, if the trial did.
    """

    def __init__(
        self,
        trial: Ground,
        workflow_type: str,
        handle: WorkflowHandle[Any, Any],
        order_id: str | None,
    ) -> None:
        self.trial = trial
        self.workflow_type = workflow_type
        self.handle = handle
        self.order_id = order_id
        self.outcome: History | None = None
        self.check = judged_check.get()
        self.task_queue = ""
        self._slip_in_update: Failure | None = None

    @property
    def history(self) -> History:
        """The history of a run that has ended."""
        assert self.outcome is not None, "await run.end() first"
        return self.outcome

    @property
    def ledger(self) -> Ledger:
        """What the shop knows of this run's order now."""
        assert self.order_id is not None, "this run has no order"
        return self.trial.shop.ledger(self.order_id)

    def slip(self) -> Failure | None:
        """Return the first error of a kind that only a mistake in the code raises, if any."""
        if self.outcome is None:
            return self._slip_in_update
        failed = [each.failure for each in self.outcome.activities] + [self.outcome.failure]
        causes = [cause for failure in failed if failure for cause in failure.chain]
        return next((cause for cause in causes if cause.type in SLIPS), None)

    async def end(
        self, expected: str = "the workflow to end", within: float | None = None
    ) -> History:
        """Wait until the workflow has ended, however it ends, and return its history.

        Args:
            expected: the sentence for a workflow that does not end.
            within: seconds to wait on a machine that does nothing else; None: as long as it can
                move.

        Raises:
            NotYet: it cannot move, or takes longer; the finding says what it waits for.
        """
        try:
            await wait_patiently(self.handle.result(), within or math.inf)
        except WorkflowFailureError:
            pass
        except WorkflowStuckError as stuck:
            raise said_of_a_wait(expected, stuck.diagnosis) from stuck
        except asyncio.TimeoutError:
            raise await self.still_runs(expected) from None
        self.outcome = await read_history(self.handle)
        return self.outcome

    async def still_runs(self, expected: str) -> NotYet | CouldNotJudge:
        """Return what to say of a workflow that ought to have ended: what it waits for now."""
        if logger.isEnabledFor(logging.INFO):  # in tests: it may be the machine's fault
            logger.info("%s", (await self.handle.describe()).raw_description)
            logger.info("%s", await read_history(self.handle))
        if await self.is_closed():
            return delay_of(await read_history(self.handle)) or NotYet(
                expected=expected,
                happened="it has ended only now.",
                think="what took so long; if your computer was busy with other work, check again.",
            )
        return said_of_a_wait(expected, await diagnose(self.trial.client, self.handle.id))

    async def ended_too_soon(self) -> NotYet:
        """Return the finding for a workflow that ended before a message could reach it."""
        return NotYet(
            expected="the workflow to be there for the message that the check sends it",
            happened=how_it_ended(await self.end()),
            think="what run() did before it had anything to wait for.",
        )

    async def skip(self, duration: timedelta) -> bool:
        """Let ``duration`` pass for this workflow; return False when it ended before that.

        Raises:
            NotYet: the server cannot skip time.
        """
        if await self.is_closed():
            return False
        try:
            return await skip(self.trial.client, self.handle, duration)
        except TimeSkippingError as error:
            if await self.is_closed():
                return False
            raise NotYet(
                expected="a server that can skip time, to judge what your workflow does in a day",
                happened=str(error),
                think="how to open this notebook on the development server: without "
                "TEMPORAL_ADDRESS and TEMPORAL_PROFILE in the environment.",
            ) from error

    async def is_closed(self) -> bool:
        """Return whether the workflow has ended, however it ended."""
        return (await self.handle.describe()).status is not WorkflowExecutionStatus.RUNNING

    async def query(self, name: str) -> Any:
        """Return what the learner's query answers.

        Raises:
            NotYet: there is no such query, or it fails.
        """
        try:
            return await self.handle.query(name)
        except WorkflowQueryFailedError as error:
            there_is_none = "not found" in str(error)
            raise NotYet(
                expected=f"an answer to the query {name}",
                happened=f"it failed: {error}.",
                think="which decorator makes a method a query, and under which name."
                if there_is_none
                else "what that method needs, and from which line on it is there.",
            ) from error

    async def update(self, name: str, argument: Any) -> Any:
        """Return what the learner's update answers.

        Raises:
            NotYet: it is not taken, or fails.
        """
        try:
            return await self.send_update(name, argument)
        except (WorkflowUpdateFailedError, WorkflowStuckError, RPCError) as error:
            self._slip_in_update = slip = slip_of(error)
            raise NotYet(
                expected=f"{name}({argument!r}) to be taken and answered",
                happened=f"it was not: {reason_of(error)}.",
                think=why_not_taken(slip, reason_of(error)),
            ) from error

    async def expect_refused(self, name: str, argument: Any, when: str) -> None:
        """Raise `NotYet` unless the learner's update is refused and the workflow goes on."""
        expected = f"{name}({argument!r}) to be refused {when}"
        try:
            answer = await self.send_update(name, argument)
        except WorkflowUpdateFailedError:
            pass
        except (WorkflowStuckError, RPCError) as error:
            raise NotYet(
                expected=f"{expected}, and the workflow to go on",
                happened=f"{reason_of(error)}.",
                think="what an ordinary exception in a handler does to the workflow.",
            ) from error
        else:
            raise NotYet(
                expected=expected,
                happened=f"it was taken, and answered {answer!r}.",
                think="who looks at it before it is accepted, and what that one knows.",
            )
        history = await read_history(self.handle)
        expect(
            history.status == "running",
            expected=f"{expected}, and the workflow to go on",
            happened=f"the workflow {history.status}"
            + (f": {history.failure.origin}." if history.failure else "."),
            think="what an ordinary exception in a handler does to the workflow."
            if history.failure
            else "what run() waits for, and whether a refusal can make it true.",
        )

    async def send_update(self, name: str, argument: Any) -> Any:
        """Return what the update answers, or raise as the SDK does.

        Raises:
            CancelledError: the check is called off. The SDK has an error of its own for that.
        """
        try:
            return await self.handle.execute_update(name, argument)
        except WorkflowUpdateRPCTimeoutOrCancelledError as error:
            raise asyncio.CancelledError from error

    def expect_completed(self) -> Any:
        """Return the result, as plain JSON values; raise `NotYet` unless the run completed."""
        expect(
            self.history.status == "completed",
            expected="the workflow to complete",
            happened=how_it_ended(self.history),
            think=thought_on(self.history.failure),
        )
        return self.history.result

    def expect_no_bug(self, *, think: str) -> None:
        """Raise `NotYet` if the run failed only because a check lets bugs fail a workflow."""
        failure = self.history.failure
        expect(
            failure and not hasattr(builtins, failure.type),
            expected="an error that makes a workflow fail: the activity's own, or an "
            "ApplicationError",
            happened=f"run() raised {failure and failure.type}. Temporal takes that for a bug: "
            "outside of this check the workflow would not fail, it would be stuck.",
            think=think,
        )

    async def expect_replays(self) -> None:
        """Raise `NotYet` unless the learner's code replays the history it has made."""
        await expect_replays_of(self)


async def expect_replays_of(*runs: Run) -> None:
    """Raise `NotYet` unless the learner's code replays the history of each of these runs.

    One replayer does: to make one takes as long as two replays.
    """
    if not runs:
        return
    histories = await asyncio.gather(*(run.handle.fetch_history() for run in runs))
    replayer = Replayer(workflows=[*{run.trial.workflows[run.workflow_type] for run in runs}])

    async def one_by_one() -> AsyncIterator[WorkflowHistory]:
        for history in histories:
            yield history

    async with replayer.workflow_replay_iterator(one_by_one()) as replays:
        async for replay in replays:
            expect(
                replay.replay_failure is None,
                expected="a replay of the history to take the same steps again",
                happened=f"it did not: {in_short(replay.replay_failure)}.",
                think="what in run() can differ from one time to the next.",
            )
