"""What keeps an answer from being judged: a server or a shop that is away, a worker that died.

An obstacle is looked for where an error says so, and again whenever a check is about to say that
an answer is not right yet: what the learner sees as ✗ must be the answer's own doing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from workshop.exercises.engine.finding import CouldNotJudge
from workshop.history import History
from workshop.lab.lab import Lab
from workshop.patience import slowness
from workshop.shop.client import ShopError
from workshop.temporal.server import ServerStartError
from workshop.temporal.waiting import ServerSilentError
from workshop.temporal.worker import BackgroundWorker, WorkerStartTimeoutError

#: Seconds after which something that takes hundredths of one has been held up.
HELD_UP = 2.0

#: How long the server may take to say that it is well.
_HEALTH = timedelta(seconds=10)

_DOCTOR = "Check again. If that does not help, run workshop doctor in a terminal."


def obstacle_in(error: Exception) -> CouldNotJudge | None:
    """Return what kept the answer from being judged, if that is what the error says."""
    if isinstance(error, CouldNotJudge):
        return error
    if isinstance(error, ShopError):
        message = str(error)
        return CouldNotJudge(f"{message[:1].upper()}{message[1:]}.", next_step=_DOCTOR)
    if isinstance(error, (ServerStartError, ServerSilentError, WorkerStartTimeoutError)):
        return CouldNotJudge(str(error), next_step=_DOCTOR)
    if isinstance(error, RPCError) and error.status in (
        RPCStatusCode.UNAVAILABLE,
        RPCStatusCode.CANCELLED,  # the connection was closed in that moment
    ):
        return _server_is_away(error)
    return None


async def find_obstacle(
    client: Client,
    lab: Lab,
    *,
    workers: Iterable[BackgroundWorker] = (),
    restarts: int | None = None,
) -> CouldNotJudge | None:
    """Return what is not as a check needs it: the server, the shop, or one of its own workers.

    Args:
        client: a client of the server that the answer runs on.
        lab: the lab.
        workers: the check's own.
        restarts: the lab's when the check began, if it has.
    """
    try:
        await client.service_client.check_health(timeout=_HEALTH)
    except RPCError as error:
        return _server_is_away(error)
    if not await asyncio.to_thread(lambda: lab.address.shop_answers):
        return CouldNotJudge("The shop does not answer.", next_step=_DOCTOR)
    if restarts is not None and lab.restarts != restarts:
        return CouldNotJudge("A part of the lab ended meanwhile, and was started again.")
    dead = [each for each in workers if each.has_failed]
    if dead:
        return CouldNotJudge("The check's own worker ended before its time.")
    return None


def delay_of(history: History) -> CouldNotJudge | None:
    """Return what held a workflow up that has ended, or the news of its end, if not its own code.

    The server hands a workflow's task to a worker that polls within hundredths of a second, and tells
    of an end as soon. (Seen once in some thousand runs, on a quiet machine: 15 s.)
    """
    longest = HELD_UP * slowness()
    waits = [
        (task.started_at - task.scheduled_at).total_seconds()
        for task in history.workflow_tasks
        if task.started_at
    ]
    if (
        any(task.status == "timed out" for task in history.workflow_tasks)
        or max(waits, default=0.0) > longest
    ):
        return CouldNotJudge("A task of the workflow was handed to its worker late, or got lost.")
    since = (datetime.now(timezone.utc) - history.last_event_at).total_seconds()
    if since > longest and not history.time_skips:
        return CouldNotJudge(
            f"The workflow had ended, and the server had not said so {since:.0f} s later."
        )
    return None


def _server_is_away(error: RPCError) -> CouldNotJudge:
    return CouldNotJudge(f"The Temporal server does not answer: {error}.", next_step=_DOCTOR)
