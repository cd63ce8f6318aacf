"""A server that does not answer: noticing it, saying so once a wait, saying when it is back.

A server that was stopped in the middle of its work keeps its connections: a call gets no answer for
30 s and then fails, a wait for a result after 45 s. One that has gone is tried again for 6 to 10 s,
then the call fails (temporalio 1.35, measured).
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TypeVar

from temporalio.api.workflowservice.v1 import GetSystemInfoRequest
from temporalio.client import Client
from temporalio.service import RPCError, RPCStatusCode

from workshop.errors import LabError
from workshop.patience import Countdown, slowness
from workshop.temporal.waiting.diagnosis import Diagnosis

Result = TypeVar("Result")

UNREACHABLE = (RPCStatusCode.UNAVAILABLE, RPCStatusCode.DEADLINE_EXCEEDED, RPCStatusCode.CANCELLED)
"""How a call ends that the server did not answer."""

PERIOD = 1.0
"""Seconds between two questions whether the server answers."""

PATIENCE = 30.0
"""Seconds that the kit waits for an answer to a call of its own: a server starts again in 20."""

A_CALL = 8.0
"""Seconds after which such a call is made again: a connection to a frozen server is of no use."""

_PAUSE = 0.1
"""Seconds before a server that refused a connection is asked again: it may just be starting."""

_AT_MOST = 3.0
"""The most that the seconds for a question are stretched."""

FORGETFUL = 3.0
"""Seconds in which a server finds a namespace again that it has."""

_NO_NAMESPACE = re.compile(r"Namespace \S+ is not found")

SILENT = Diagnosis(
    kind="server-silent",
    what="The Temporal server does not answer.",
    evidence="`workshop lab` starts a dead or frozen server again by itself, within about 20 s.",
    next_step=(
        "If nothing moves then, look at the terminal of `workshop lab`, or run `workshop doctor`."
    ),
    can_move_by_itself=True,
)

BACK = Diagnosis(
    kind="server-answers",
    what="The Temporal server answers again.",
    evidence="",
    next_step="",
    can_move_by_itself=True,
)


class ServerSilentError(LabError):
    """The Temporal server did not answer a call of the kit's own."""

    def __init__(self) -> None:
        super().__init__(f"{SILENT.what} {SILENT.evidence} {SILENT.next_step}")


async def answers(client: Client, within: float) -> bool:
    """Whether the server answers a question that costs it nothing.

    Args:
        client: any client of it.
        within: seconds. A server that keeps the question gets up to three times as long on a busy
            machine; one that refuses the connection does not get better by being slow.
    """
    began = time.monotonic()
    timeout = timedelta(seconds=within * min(slowness(), _AT_MOST))
    while True:
        try:
            await client.workflow_service.get_system_info(GetSystemInfoRequest(), timeout=timeout)
        except RPCError as error:
            if error.status not in UNREACHABLE:
                return True  # it has said why not
            if time.monotonic() - began >= within:
                return False
            await asyncio.sleep(_PAUSE)
        else:
            return True


async def answered(call: Callable[[timedelta], Awaitable[Result]]) -> Result:
    """Return the answer to a call of the kit's own; make it again when the server does not answer.

    Args:
        call: makes the call; its argument is the ``rpc_timeout``.

    Raises:
        ServerSilentError: the server did not answer within `PATIENCE`.
    """
    countdown = Countdown(PATIENCE)
    while True:
        try:
            return await call(timedelta(seconds=A_CALL * slowness()))
        except RPCError as error:
            if error.status not in UNREACHABLE:
                raise
            if countdown.is_over:
                raise ServerSilentError from error
        await asyncio.sleep(_PAUSE)


async def found(call: Callable[[], Awaitable[Result]]) -> Result:
    """Return the answer to a call; make it again if the server says that it has no such namespace.

    It says so too where it could not read its database in time (Temporal's server,
    common/namespace/nsregistry/registry.go; seen once in some hundred thousand calls).

    Args:
        call: makes the call.

    Raises:
        RPCError: as the call does; for want of the namespace after `FORGETFUL` seconds.
    """
    countdown = Countdown(FORGETFUL)
    while True:
        try:
            return await call()
        except RPCError as error:
            is_forgetful = error.status is RPCStatusCode.NOT_FOUND and _NO_NAMESPACE.match(
                error.message
            )
            if not is_forgetful or countdown.is_over:
                raise
        await asyncio.sleep(_PAUSE)


class Silence:
    """What one wait tells of a server that does not answer: that once, and once that it does again.

    Args:
        client: any client of the server.
        tell: called with `SILENT` and with `BACK`.
    """

    def __init__(self, client: Client, tell: Callable[[Diagnosis], None]) -> None:
        self._client = client
        self._tell = tell
        self._is_told = False

    async def watch(self) -> Exception:
        """Ask the server for as long as the wait lasts. Never returns."""
        while await answers(self._client, within=2.0):
            await asyncio.sleep(PERIOD)
        self._is_told = True
        self._tell(SILENT)
        while not await answers(self._client, within=2.0):
            await asyncio.sleep(PERIOD)
        self.ends()
        await asyncio.Event().wait()
        raise AssertionError("unreachable")

    def ends(self) -> None:
        """The server has answered, a question or what was waited for: tell, if that is news."""
        if self._is_told:
            self._is_told = False
            self._tell(BACK)
