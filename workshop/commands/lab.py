"""``workshop lab``: everything a learner needs, started and ended together."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path

from workshop.desk.spool import IN_ROOM
from workshop.errors import LabError
from workshop.jupyter.alone import Jupyter, start_jupyter
from workshop.jupyter.opened import End, EndedError, Opened, wait_for
from workshop.jupyter.upkeep import trouble_of, trouble_with_place
from workshop.jupyter.watches import DiskWatch
from workshop.lab.notice import Notice
from workshop.lab.services import LabAddress, announced_lab
from workshop.lab.workspace import Workspace
from workshop.processes.lock import Lock
from workshop.room.laptop import courier_for

SEE_DOCTOR = "Run `workshop doctor` to see what is wrong."


def run_lab(folder: Path, *, port: int | None, open_browser: bool, room: str | None = None) -> int:
    """Run the lab of a workspace until Ctrl-C or a signal ends it; return the exit code.

    Exit code: 0 it was ended; 1 it could not be opened, or JupyterLab died.

    Args:
        folder: the workspace.
        port: JupyterLab's; None: any.
        open_browser: open one.
        room: the link to a room's board, for a laptop.
    """
    end = End()
    workspace = Workspace(folder.absolute().resolve())
    if trouble := trouble_with_place(workspace.root):
        _say(str(trouble))
        return 1
    try:
        with contextlib.ExitStack() as stack:
            workspace.create()
            lock = Lock(workspace.lock_file)
            if not wait_for(lock, workspace, end):
                return _say_who_serves(folder, workspace)
            stack.callback(lock.release)
            if room:
                stack.callback(courier_for(workspace, room, _say).close)
                os.environ[IN_ROOM] = "1"
            opened = Opened(workspace, folder, lock, end, _say)
            stack.callback(opened.close)
            jupyter = _open(opened, workspace, port, open_browser, end)
            _say_where_things_are(folder, jupyter.url, opened.services.address)
            disk, notice, said = DiskWatch(workspace.root), Notice(workspace), ""
            while not (end.has_come or jupyter.program.has_ended):
                if (full := disk.look()) != said:
                    said = full
                    _say(_about_the_disk(workspace.root, is_full=bool(full)))
                notice.tell(full)
                time.sleep(0.1)
            _say("\nEnding JupyterLab, Temporal and the shop …")
    except EndedError:
        _say(f"Stopped before the lab was open. Your work is in {folder}.")
        return 0
    except OSError as error:
        _say(str(trouble_of(error, folder)))
        return 1
    except LabError as error:
        _say(f"{error}\n\n{SEE_DOCTOR}")
        return 1
    if not end.has_come and jupyter.program.exit_code:
        _say(
            f"JupyterLab has ended by itself{_by_what(jupyter.program.exit_code)}, and with it the "
            f"lab. What it wrote is in {jupyter.program.log}. Your work is in {folder}: start "
            "`workshop lab` again."
        )
        return 1
    _say(f"Everything is stopped. Your work is in {folder}.")
    return 0


def _open(
    opened: Opened, workspace: Workspace, port: int | None, browser: bool, end: End
) -> Jupyter:
    """Start JupyterLab upon what is open.

    Raises:
        EndedError: a signal came.
        LabError: it does not start.
    """
    try:
        jupyter = start_jupyter(
            workspace,
            opened.services.address,
            port=port,
            open_browser=browser,
            is_over=lambda: end.has_come,
        )
    except LabError:
        if end.has_come:
            raise EndedError from None
        raise
    opened.running.append(jupyter.program)
    opened.announcement.jupyter_url = jupyter.url
    opened.announcement.write()
    return jupyter


def _about_the_disk(root: Path, *, is_full: bool) -> str:
    if not is_full:
        return f"There is room again where {root} is."
    return (
        f"There is no room left where {root} is. Notebooks can't be saved, and calls to Temporal and "
        "the shop fail. Make room there; the lab then goes on by itself."
    )


def _say_who_serves(folder: Path, workspace: Workspace) -> int:
    address = announced_lab(workspace)
    if address and address.jupyter_url:
        _say(
            f"A lab is already running for {folder}, at\n\n  {address.jupyter_url}\n\n"
            "To restart it, press Ctrl-C in the terminal it runs in."
        )
    else:
        _say(
            f"Another program uses {folder}: a lab that is starting, or one that has not ended yet. "
            f"Try again in a moment. {SEE_DOCTOR}"
        )
    return 1


def _by_what(code: int) -> str:
    """Return how a program has ended, by its exit code, for the middle of a sentence."""
    with contextlib.suppress(ValueError):
        return f" ({signal.Signals(code - 128).name})"
    return f" (exit code {code})"


def _say_where_things_are(folder: Path, url: str, address: LabAddress) -> None:
    rows = [("JupyterLab", url)]
    if address.temporal:
        rows += [("Temporal", address.temporal), ("its Web UI", str(address.ui_url))]
    else:
        rows += [("Temporal", "the cluster that your environment configures")]
    rows += [("the shop", address.shop_url), ("your work", str(folder))]
    _say("\nThe lab is open.\n")
    for name, place in rows:
        _say(f"  {name:<12}{place}")
    _say("\nCtrl-C ends it. Your work and the workflows stay.\n")


def _say(text: str) -> None:
    print(text, flush=True)
