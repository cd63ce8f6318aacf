"""What happens at a moment of an activity: the workflow is cancelled, or its worker killed.

SIGKILL by the worker's own hand strikes at the very moment: after the shop has charged, for
example, and before anybody heard of it. A worker process is told of its strikes by an environment
variable, and of those that have struck already, whichever worker it was, by a folder of marks: a
local activity knows nothing of a try that died with its worker.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from temporalio import activity
from temporalio.client import Client, RPCError
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

When = Literal["before", "after"]

#: Where a worker process finds its strikes, and the folder of marks.
STRIKES, STRUCK = "WORKSHOP_CHAOS_STRIKES", "WORKSHOP_CHAOS_STRUCK"

#: Seconds that an activity is held up on its way to the shop when its workflow has just been
#: cancelled: whoever does not wait for its end undoes what is yet to come.
HELD_UP = 0.5


@dataclass(frozen=True)
class Moment:
    """Before the first try of an activity begins, or after it has done its work.

    ``activity`` is its type, or its id: Python's workflows count theirs "1", "2", "3".
    """

    activity: str
    when: When


@dataclass(frozen=True)
class Strike:
    """What happens at a moment."""

    deed: Literal["cancel", "kill"]
    at: Moment


Strikes = Mapping[str, Sequence[Strike]]
"""The strikes by workflow id."""


def as_text(strikes: Strikes) -> str:
    """Return the strikes as text for the environment."""
    return json.dumps({id: [asdict(each) for each in some] for id, some in strikes.items() if some})


def from_text(text: str) -> Strikes:
    """Return the strikes that `as_text` wrote."""
    return {
        id: [Strike(each["deed"], Moment(**each["at"])) for each in some]
        for id, some in json.loads(text).items()
    }


class StrikeAtMoments(Interceptor):
    """Strike at the moments of the activities of this worker; ``struck`` is the folder of marks."""

    def __init__(self, client: Client, strikes: Strikes, struck: Path) -> None:
        self._client = client
        self._strikes = strikes
        self._struck = struck

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:
        """Put the strikes around each activity."""
        return _StrikeAtMoments(next, self)

    async def reached(self, when: When) -> None:
        """Do what is to happen at this moment of the activity that runs, if it has not yet."""
        me = activity.info()
        if me.attempt > 1 or me.workflow_id is None:
            return
        now = (Moment(me.activity_type, when), Moment(me.activity_id, when))
        for number, strike in enumerate(self._strikes.get(me.workflow_id, ())):
            if strike.at not in now or not self._is_first(f"{me.workflow_id}-{number}"):
                continue
            if strike.deed == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            with contextlib.suppress(RPCError):  # it may be over already
                await self._client.get_workflow_handle(me.workflow_id).cancel()
            if when == "before":
                await asyncio.sleep(HELD_UP)

    def _is_first(self, strike: str) -> bool:
        """Leave a mark for the strike; return whether there was none."""
        try:
            (self._struck / strike).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


class _StrikeAtMoments(ActivityInboundInterceptor):
    def __init__(self, next: ActivityInboundInterceptor, strikes: StrikeAtMoments) -> None:
        super().__init__(next)
        self._strikes = strikes

    async def execute_activity(self, input: ExecuteActivityInput) -> Any:
        await self._strikes.reached("before")
        result = await super().execute_activity(input)
        await self._strikes.reached("after")
        return result
