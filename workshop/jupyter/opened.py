"""What JupyterLab is started upon: a workspace of one's own, its services, and their announcement.

Long: starting and ending are one thing here, since whatever was started when something fails has to end.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from workshop.course.copies import Copies, fill_workspace
from workshop.exercises.engine.words import listed
from workshop.jupyter.upkeep import unusable_files
from workshop.lab.services import UI_PATH, Services, running_lab, start_services
from workshop.lab.workspace import Workspace
from workshop.patience import Countdown
from workshop.processes.kept import stop_all
from workshop.processes.lock import Lock
from workshop.processes.scratch import sweep
from workshop.temporal.server import ServerStartError

#: Seconds of a quiet machine that a lab which is starting or ending gets to be there or gone.
PATIENCE = 20.0

Say = Callable[[str], None]


class EndedError(Exception):
    """Ctrl-C or a signal came before the lab was open."""


class End:
    """Whether Ctrl-C or a signal has asked the lab to end.

    A plain flag: a `threading.Event` has a lock, and a signal that comes while the main thread holds
    it would wait for itself for ever.
    """

    def __init__(self) -> None:
        self.has_come = False
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)  # Windows has no SIGHUP
            if number is None or (
                name == "SIGHUP" and signal.getsignal(number) is signal.SIG_IGN
            ):  # it is to survive its terminal, as with nohup
                continue
            signal.signal(number, self._note)

    def _note(self, *_: object) -> None:
        self.has_come = True


class Opened:
    """The services of a workspace, announced there, with whatever was started upon them.

    Args:
        workspace: whose. This process has its lock.
        folder: how sentences call it.
        lock: the lock.
        end: whether to give up.
        say: gets the sentences about what is found, and about what is started again.
        fixed_ports: begin at the usual ports, so that addresses stay the same from day to day.
        ui_path: the path of the Web UI on its origin.

    Raises:
        EndedError: a signal came.
        LabError, OSError: something does not start.
    """

    def __init__(
        self,
        workspace: Workspace,
        folder: Path,
        lock: Lock,
        end: End,
        say: Say,
        *,
        fixed_ports: bool = True,
        ui_path: str = UI_PATH,
    ) -> None:
        threading.Thread(target=sweep, daemon=True).start()
        for line in _set_aside_what_is_broken(workspace):
            say(line)
        for line in _news(fill_workspace(workspace), folder):
            say(line)

        async def start() -> Services:
            return await start_services(
                workspace.state,
                fixed_ports=fixed_ports,
                inherits=lock.inheritable,
                tell=say,
                ui_path=ui_path,
            )

        self.services = _start_services(workspace, start, end, say)
        self.running = [*self.services.programs]
        self.announcement = Announcement(workspace, self.services, say)

    def close(self) -> None:
        """End all of it."""
        self.announcement.withdraw()
        self.services.watch.end()
        stop_all(self.running)


class Announcement:
    """What ``lab.json`` says of the running lab; written anew when a part was started again."""

    def __init__(self, workspace: Workspace, services: Services, say: Say) -> None:
        self.jupyter_url = ""
        self._workspace = workspace
        self._services = services
        self._say = say
        self._turn = threading.Lock()
        self._is_withdrawn = False
        for program in services.programs:
            program.tell = self._tell
        self.write()

    def write(self) -> None:
        """Announce the lab as it is now."""
        with self._turn:
            if self._is_withdrawn:
                return
            replace(
                self._services.address,
                jupyter_url=self.jupyter_url,
                restarts=self._services.restarts,
            ).write(self._workspace)

    def withdraw(self) -> None:
        """Announce it no more."""
        with self._turn:
            self._is_withdrawn = True
            self._workspace.lab_file.unlink(missing_ok=True)

    def _tell(self, sentence: str) -> None:
        self._say(sentence)
        with contextlib.suppress(OSError):  # a full disk must not end the thread that restarts
            self.write()


def _start_services(
    workspace: Workspace, start: Callable[[], Coroutine[Any, Any, Services]], end: End, say: Say
) -> Services:
    """Start the services; when the server can't, see whether its database is to blame."""
    try:
        return asyncio.run(_unless_ended(start(), end))
    except ServerStartError as error:
        database = workspace.state / "temporal.db"
        if not database.exists():
            raise
        kept = workspace.set_aside(database)
        try:
            services = asyncio.run(_unless_ended(start(), end))
        except BaseException:
            kept.replace(database)
            raise
        say(
            "The Temporal server could not be started with the workflows that were here, so it "
            f"begins without any. They are kept as {kept.relative_to(workspace.root)}. {error}"
        )
        return services


async def _unless_ended(starting: Coroutine[Any, Any, Services], end: End) -> Services:
    task = asyncio.ensure_future(starting)
    while not task.done():
        await asyncio.wait({task}, timeout=0.05)
        if end.has_come and not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise EndedError
    return task.result()


def wait_for(lock: Lock, workspace: Workspace, end: End) -> bool:
    """Take the workspace's lock; return False if a lab that answers has it, or nobody lets go."""
    countdown = Countdown(PATIENCE)
    while not lock.acquire():
        address = running_lab(workspace)
        if countdown.is_over or (address and address.jupyter_url):
            return False
        if end.has_come:
            raise EndedError
        time.sleep(0.1)
    return True


def _set_aside_what_is_broken(workspace: Workspace) -> Iterator[str]:
    """Move files that can't be used to the backups; yield a sentence for each."""
    for path, why in list(unusable_files(workspace)):
        kept = workspace.set_aside(path)
        yield (
            f"{path.relative_to(workspace.root)} can't be used, and the lab begins without it. "
            f"{why} It is kept as {kept.relative_to(workspace.root)}."
        )


def _news(copies: Copies, folder: Path) -> Iterator[str]:
    """Yield what to say about notebooks of which there is a newer version."""
    if copies.renewed:
        yield (
            f"The course has changed: {listed(copies.renewed)} were updated; you hadn't touched them."
            if len(copies.renewed) > 1
            else f"The course has changed: {copies.renewed[0]} was updated; you hadn't touched it."
        )
    if copies.retired:
        yield (
            f"The course has been cut anew, and {listed(copies.retired)} "
            f"{'are' if len(copies.retired) > 1 else 'is'} not part of it any more. Your answers are "
            "in the new notebooks; the old ones, as you had them, are in .workshop/backups."
        )
    if copies.kept:
        lesson = copies.kept[0].partition("_")[0]
        yield (
            f"There is a newer version of {listed(copies.kept)}. Yours stays as it is; `workshop "
            f"reset {lesson} {folder} --beside` puts the new one beside it."
        )
