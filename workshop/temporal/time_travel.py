"""Let a day pass in a second, for one workflow, on the server that everybody is looking at.

The development server can skip time for a single workflow (`temporalio.testing.TimeSkipper`,
experimental; the server is started with ``frontend.WorkflowTimeSkippingEnabled=true``). The skip
is an event in the workflow's history, so nothing is hidden: the Web UI shows it too.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from temporalio.client import Client, WorkflowHandle
from temporalio.service import RPCError, RPCStatusCode
from temporalio.testing import TimeSkipper

from workshop.errors import LabError


class TimeSkippingError(LabError):
    """The server cannot skip time for this workflow; the message says why."""


async def skip(client: Client, handle: WorkflowHandle[Any, Any], duration: timedelta) -> bool:
    """Advance the clock of one workflow and wait until it has got there.

    Args:
        client: a client of the workflow's namespace.
        handle: the workflow.
        duration: how far, from the workflow's present time.

    Returns:
        True when its clock has advanced; False when the workflow ended before that.

    Raises:
        TimeSkippingError: the workflow is closed, or the server has no time skipping.
    """
    try:
        return await TimeSkipper(client).fast_forward(handle, duration)
    except RPCError as error:
        if error.status == RPCStatusCode.NOT_FOUND:
            raise TimeSkippingError(
                f"The workflow '{handle.id}' is not running, so its time cannot be skipped: "
                f"{error.message}."
            ) from error
        if error.status in (RPCStatusCode.UNIMPLEMENTED, RPCStatusCode.INVALID_ARGUMENT):
            raise TimeSkippingError(
                "This Temporal server cannot skip time; the development server that "
                f"`workshop lab` starts can. The server said: {error.message}."
            ) from error
        raise
