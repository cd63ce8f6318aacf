"""Opening the lab: attach to the running one, or start one of this process's own.

Nothing heavy is imported before the processes of an embedded lab have been started: the SDK takes
half a second to import, and in that time the server and the shop come up beside it.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import sys
from typing import TYPE_CHECKING

from workshop.services import running_lab, start_embedded_services
from workshop.workspace import find_workspace

if TYPE_CHECKING:
    from workshop.lab import Lab

_open: Lab | None = None


async def open_lab() -> Lab:
    """Attach to the lab that runs for this workspace, or start one of this process's own.

    Opening again gives the same lab while its services run. The modules in ``work/`` become importable,
    the services' addresses are put in the environment, and in a notebook the cell magic
    ``%%module`` is registered and the ■ button made to stop a waiting cell.

    Raises:
        RuntimeError: a server could not be started or does not answer; the message says why.
    """
    global _open
    if _open is not None:
        if _open.is_open:
            return _open
        for name in _open.address.environment:
            os.environ.pop(name, None)
        _open.close()
        _open = None

    workspace = find_workspace()
    workspace.create()
    if str(workspace.work) not in sys.path:
        sys.path.insert(0, str(workspace.work))
    address = running_lab(workspace)
    starting = None if address else asyncio.ensure_future(start_embedded_services())
    await asyncio.sleep(0)  # long enough for the processes to be started

    from workshop.lab import Lab
    from workshop.notebook import prepare_notebook
    from workshop.temporal.connect import connect
    from workshop.temporal.messages import tidy_messages

    embedded = await starting if starting else None
    if embedded:
        address = embedded.address
    assert address is not None
    tidy_messages()
    try:
        client = await connect(address.temporal, _known_task_queues)
    except BaseException:
        if embedded:
            embedded.stop()
        raise
    lab = _open = Lab(client, workspace, address, embedded)
    atexit.register(lab.leave)
    os.environ.update(address.environment)
    prepare_notebook()
    return lab


def opened_lab() -> Lab | None:
    """Return the lab that this process has open, if any."""
    return _open


def _known_task_queues() -> list[str]:
    return _open.task_queues() if _open else []
