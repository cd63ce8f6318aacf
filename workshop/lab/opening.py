"""Opening the lab: attach to the running one, or start one of this process's own.

Nothing heavy is imported before the processes of an embedded lab have been started: the SDK takes
half a second to import, and in that time the server and the shop come up beside it.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import sys
import threading
from typing import TYPE_CHECKING

from workshop.errors import LabError
from workshop.lab.services import SHOP, LabAddress, announced_lab, named, start_embedded_services
from workshop.lab.workspace import Workspace, find_workspace
from workshop.patience import SILENCE, Countdown
from workshop.processes.lock import Lock
from workshop.processes.scratch import sweep

if TYPE_CHECKING:
    from workshop.lab.lab import Lab

_open: Lab | None = None

#: The environment variable by which the kernels of `workshop lab` know that they belong to one.
LAB_ID = "WORKSHOP_LAB_ID"

#: Seconds of a quiet machine that a part of a running lab gets to answer. One that is frozen is
#: noticed and started again in half of it.
PATIENCE = 25.0


class LabNotThereError(LabError):
    """The lab that this process belongs to has ended, or a part of it does not answer."""


async def open_lab() -> Lab:
    """Attach to the lab that runs for this workspace, or start one of this process's own.

    Opening again gives the same lab while its services run. The modules in ``work/`` become importable,
    the services' addresses are put in the environment.

    A notebook of a running lab never gets another one: when a part of it does not answer, this
    waits until it was started again.

    Raises:
        RuntimeError: a server could not be started or does not answer; the message says why.
    """
    global _open
    workspace = find_workspace()
    if _open is not None:
        if await _is_the_one(_open, workspace):
            return _open
        for name in _open.address.environment:
            os.environ.pop(name, None)
        _open.close()
        _open = None

    workspace.create()
    if str(workspace.work) not in sys.path:
        sys.path.insert(0, str(workspace.work))
    address = await _lab_of(workspace)
    starting = None if address else asyncio.ensure_future(start_embedded_services())
    await asyncio.sleep(0)  # long enough for the processes to be started
    if starting:
        threading.Thread(target=sweep, daemon=True).start()

    from workshop.lab.lab import Lab
    from workshop.temporal.connect import connect
    from workshop.temporal.messages import tidy_messages
    from workshop.temporal.process import PROGRAMS

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
    PROGRAMS.import_too("workshop.orders")
    lab = _open = Lab(client, workspace, address, embedded)
    atexit.register(lab.leave)
    os.environ.update(address.environment)
    return lab


async def _is_the_one(lab: Lab, workspace: Workspace) -> bool:
    """Return whether the open lab is still the one to have, once all its parts answer.

    Raises:
        LabNotThereError: it is, but a part of it does not answer.
    """
    if not lab.is_embedded:
        there = await _lab_of(workspace)
        return there is not None and there.lab_id == lab.address.lab_id
    if lab.can_come_back:
        wait = _Wait("The lab of this notebook", "restart the kernel")
        while silent := await asyncio.to_thread(lab.address.silent_parts):
            await wait.go_on(silent)
        return True
    print(
        "The lab of this notebook has ended and can't be started again. This is a new, empty one.",
        file=sys.stderr,
    )
    return False


async def _lab_of(workspace: Workspace) -> LabAddress | None:
    """Return the lab that serves this workspace, once all its parts answer; None if none does.

    Raises:
        LabNotThereError: there is one, but a part of it does not answer, or this process belongs
            to one that has ended.
    """
    lock = Lock(workspace.lock_file)
    command = f"workshop lab {workspace.root.name}"
    wait = _Wait(
        "The lab of this workspace",
        f"press Ctrl-C in the terminal of `{command}` and start that again",
    )
    while True:
        address = announced_lab(workspace)
        silent = await asyncio.to_thread(address.silent_parts) if address else ["it"]
        if address and not silent:
            return address
        is_there = lock.is_held or (address and SHOP not in silent)
        if not is_there and LAB_ID in os.environ:
            raise LabNotThereError(
                f"The lab that this notebook belongs to has ended. Start it with `{command}`, and "
                "open the notebook in the JupyterLab that comes with it."
            )
        if not is_there:
            return None
        await wait.go_on(silent)


class _Wait:
    """Waiting for the parts of a lab: says once which it waits for, and has an end.

    Args:
        lab: the lab, as the subject of a sentence.
        remedy: what to do in the end, as the end of "to begin anew, …".
    """

    def __init__(self, lab: str, remedy: str) -> None:
        self._lab = lab
        self._remedy = remedy
        self._countdown = Countdown(PATIENCE)
        self._silence = Countdown(SILENCE)
        self._has_told = False

    async def go_on(self, silent: list[str]) -> None:
        """Wait for a moment for parts that do not answer.

        Raises:
            LabNotThereError: they have had their time.
        """
        parts, do = named(silent)
        if self._countdown.is_over:
            raise LabNotThereError(
                f"{self._lab} is there, but {parts} did not answer for {self._countdown.elapsed:.0f} s. "
                f"`workshop doctor` says what is wrong; to begin anew, {self._remedy}. Your work stays."
            )
        if self._silence.is_over and not self._has_told:
            self._has_told = True
            print(
                f"{self._lab} is there, but {parts} {do} not answer yet. What has ended is started "
                "again; this cell goes on by itself.",
                file=sys.stderr,
            )
        await asyncio.sleep(0.1)


def opened_lab() -> Lab | None:
    """Return the lab that this process has open, if any."""
    return _open


def _known_task_queues() -> list[str]:
    return _open.task_queues() if _open else []
