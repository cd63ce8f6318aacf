"""Looking at one wait for as long as it lasts: say what is found, end the wait if it is hopeless."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

from temporalio.client import Client
from temporalio.service import RPCError

from workshop.errors import LabError
from workshop.patience import slowness
from workshop.temporal.waiting.beside import beside
from workshop.temporal.waiting.diagnosis import Diagnosis
from workshop.temporal.waiting.explain import explain_with_children
from workshop.temporal.waiting.silence import BACK, SILENT, UNREACHABLE, answers
from workshop.temporal.waiting.snapshot import WaitingFor, take_snapshot

PERIOD = 0.5
"""Seconds between looks at first."""

PERIOD_LATER = 2.0
"""Seconds between looks once the wait has lasted `SETTLED`."""

SETTLED = 15.0
"""Seconds after which a wait counts as a long one."""

CALM_AFTER = 5.0
"""Seconds before the learner is told that nothing is wrong."""

STILL_SILENT = 1.0
"""Seconds that a server gets which did not answer a look, before it counts as silent."""

logger = logging.getLogger(__name__)

Result = TypeVar("Result")


class WorkflowStuckError(LabError):
    """The wait was ended because the workflow cannot move until somebody fixes something.

    The workflow still runs: fix the cause and wait again.

    Args:
        diagnosis: What is the matter; its text is the message.
    """

    def __init__(self, diagnosis: Diagnosis) -> None:
        super().__init__(str(diagnosis))
        self.diagnosis = diagnosis

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows: the cell has just been told the diagnosis itself."""
        return [
            "WorkflowStuckError: the message above says why. Only this cell has stopped waiting; "
            "the workflow is still open, and goes on when the cause is fixed."
        ]


@dataclass(frozen=True)
class Settings:
    """What holds for every wait of a client.

    Args:
        client: The client whose waits are watched.
        tell: Called with each new diagnosis.
        patience: How long a hopeless diagnosis must last before the wait ends; None: for ever.
        known_task_queues: Returns the task queues that the caller's own workers poll.
        is_in_vain: Tells whether a workflow that may move by itself will not.
    """

    client: Client
    tell: Callable[[Diagnosis], None]
    patience: timedelta | None
    known_task_queues: Callable[[], Iterable[str]]
    is_in_vain: Callable[[Diagnosis], bool]


@dataclass
class Watcher:
    """The watcher of one wait."""

    settings: Settings
    workflow_id: str
    run_id: str | None
    waiting_for: WaitingFor
    _began: float = field(default_factory=time.monotonic)
    _since: datetime = field(default_factory=lambda: datetime.now(timezone.utc))
    _told: dict[str, _Telling] = field(default_factory=dict)
    _complained: bool = False

    async def around(self, wait: Coroutine[Any, Any, Result]) -> Result:
        """Run the wait and return its result or raise its error; explain while it lasts.

        Nothing is asked of the server if the wait ends before `FIRST_LOOK`. A cancellation
        reaches the wait at once; no task outlives this call.

        Raises:
            WorkflowStuckError: The workflow cannot move until somebody fixes something.
        """
        result = await beside(wait, self._stuck)
        self._tell_of_return()
        return result

    async def _stuck(self) -> WorkflowStuckError:
        return WorkflowStuckError(await self._watch())

    async def _watch(self) -> Diagnosis:
        """Look again and again; return the diagnosis that makes it hopeless to wait on."""
        matter: tuple[str, bool] | None = None
        point: object = None
        first_seen = self._waited()
        while True:
            matter_before, point_before = matter, point
            point, diagnosis = await self._look()
            matter = (diagnosis.what, diagnosis.can_move_by_itself) if diagnosis else None
            if matter != matter_before:
                first_seen = self._waited()
            # Two looks must agree on the matter and find the workflow at the same point: a task
            # seen waiting or failing may be a new one, about to succeed.
            confirmed = diagnosis == SILENT or (
                matter == matter_before
                and (
                    point == point_before
                    or (diagnosis and diagnosis.kind in ("activity-retries", "activity-misfit"))
                )
            )
            if point:
                self._tell_of_return()
            if diagnosis and confirmed:
                self._tell(diagnosis)
                if self._is_hopeless(diagnosis, self._waited() - first_seen):
                    return diagnosis
            await asyncio.sleep(PERIOD if self._waited() < SETTLED else PERIOD_LATER)

    async def _look(self) -> tuple[object, Diagnosis | None]:
        """One look: a mark of the workflow's progress, and the diagnosis. Never raises."""
        try:
            snapshot = await take_snapshot(
                self.settings.client,
                self.workflow_id,
                self.run_id,
                waiting_for=self.waiting_for,
                waiting_since=self._since,
                known_task_queues=self.settings.known_task_queues(),
            )
            return snapshot.progress, await explain_with_children(self.settings.client, snapshot)
        except RPCError as error:
            # Not found, no permission, ...: the wait itself meets the same error and raises it.
            if error.status in UNREACHABLE:
                silent = not await answers(self.settings.client, within=STILL_SILENT)
                return None, SILENT if silent else None
            return None, None
        except Exception:
            if not self._complained:
                self._complained = True
                logger.exception("Could not find out why %s does not move", self.workflow_id)
            return None, None

    def _is_hopeless(self, diagnosis: Diagnosis, seconds: float) -> bool:
        patience = self.settings.patience
        if patience is None:
            return False
        if diagnosis.can_move_by_itself and not self.settings.is_in_vain(diagnosis):
            return False
        return seconds >= patience.total_seconds() * slowness()

    def _tell_of_return(self) -> None:
        """The server has answered: tell, if it was silent."""
        if SILENT.what in self._told:
            self._tell(BACK)

    def _tell(self, diagnosis: Diagnosis) -> None:
        """Pass the diagnosis on: once, and again with new evidence after ever longer silences."""
        now = self._waited()
        if diagnosis.is_calm and now < CALM_AFTER:
            return
        last = self._told.get(diagnosis.what)
        if last and (last.diagnosis == diagnosis or now < last.quiet_until):
            return
        silence = 1.0 if last is None else last.silence * 2
        self._told[diagnosis.what] = _Telling(diagnosis, silence, now + silence)
        try:
            self.settings.tell(diagnosis)
        except Exception:
            logger.exception("Could not tell why %s does not move", self.workflow_id)

    def _waited(self) -> float:
        return time.monotonic() - self._began


@dataclass(frozen=True)
class _Telling:
    diagnosis: Diagnosis
    silence: float
    quiet_until: float
