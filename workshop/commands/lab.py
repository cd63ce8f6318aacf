"""``workshop lab``: everything a learner needs, started and ended together.

Long: starting and ending are one thing here, since whatever was started when something fails has to end.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workshop.commands.jupyter import Jupyter, start_jupyter
from workshop.commands.upkeep import RoomWatch, trouble_of, trouble_with_place, unusable_files
from workshop.course.copies import Copies, fill_workspace
from workshop.errors import LabError
from workshop.exercises.engine.words import listed
from workshop.lab.services import LabAddress, Services, announced_lab, running_lab, start_services
from workshop.lab.workspace import Workspace
from workshop.patience import Countdown
from workshop.processes.kept import stop_all
from workshop.processes.lock import Lock
from workshop.processes.scratch import sweep
from workshop.temporal.server import ServerStartError

#: Seconds of a quiet machine that a lab which is starting or ending gets to be there or gone.
PATIENCE = 20.0

SEE_DOCTOR = "Run `workshop doctor` to see what is wrong."


class _Ended(Exception):
    """Ctrl-C or a signal came before the lab was open."""


class _End:
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


def run_lab(folder: Path, *, port: int | None, open_browser: bool) -> int:
    """Run the lab of a workspace until Ctrl-C or a signal ends it; return the exit code.

    Exit code: 0 it was ended; 1 it could not be opened, or JupyterLab died.
    """
    end = _End()
    workspace = Workspace(folder.absolute().resolve())
    if trouble := trouble_with_place(workspace.root):
        _say(str(trouble))
        return 1
    try:
        with contextlib.ExitStack() as stack:
            workspace.create()
            lock = Lock(workspace.lock_file)
            if not _wait_for(lock, workspace, end):
                return _say_who_serves(folder, workspace)
            stack.callback(lock.release)
            jupyter, services = _open(workspace, folder, lock, stack, port, open_browser, end)
            _say_where_things_are(folder, jupyter.url, services.address)
            room = RoomWatch(workspace.root, _say)
            while not (end.has_come or jupyter.program.has_ended):
                room.look()
                time.sleep(0.1)
            _say("\nEnding JupyterLab, Temporal and the shop …")
    except _Ended:
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
    workspace: Workspace,
    folder: Path,
    lock: Lock,
    stack: contextlib.ExitStack,
    port: int | None,
    open_browser: bool,
    end: _End,
) -> tuple[Jupyter, Services]:
    """Start everything; what is to be done in the end is put on the stack.

    Raises:
        _Ended: a signal came.
        LabError, OSError: something does not start.
    """
    threading.Thread(target=sweep, daemon=True).start()
    for line in [*_set_aside_what_is_broken(workspace), *_news(fill_workspace(workspace), folder)]:
        _say(line)
    services = _start_services(workspace, lock, end)
    running = [*services.programs]
    stack.callback(lambda: stop_all(running))
    stack.callback(services.watch.end)
    announcement = _Announcement(workspace, services)
    stack.callback(announcement.withdraw)
    try:
        jupyter = start_jupyter(
            workspace,
            services.address,
            port=port,
            open_browser=open_browser,
            is_over=lambda: end.has_come,
        )
    except LabError:
        if end.has_come:
            raise _Ended from None
        raise
    running.append(jupyter.program)
    announcement.jupyter_url = jupyter.url
    announcement.write()
    return jupyter, services


class _Announcement:
    """What ``lab.json`` says of the running lab; written anew when a part was started again."""

    def __init__(self, workspace: Workspace, services: Services) -> None:
        self.jupyter_url = ""
        self._workspace = workspace
        self._services = services
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
        _say(sentence)
        with contextlib.suppress(OSError):  # a full disk must not end the thread that restarts
            self.write()


def _start_services(workspace: Workspace, lock: Lock, end: _End) -> Services:
    """Start the services; when the server can't, see whether its database is to blame."""

    def start() -> Services:
        return asyncio.run(_unless_ended(workspace, lock, end))

    try:
        return start()
    except ServerStartError as error:
        database = workspace.state / "temporal.db"
        if not database.exists():
            raise
        kept = workspace.set_aside(database)
        try:
            services = start()
        except BaseException:
            kept.replace(database)
            raise
        _say(
            "The Temporal server could not be started with the workflows that were here, so it "
            f"begins without any. They are kept as {kept.relative_to(workspace.root)}. {error}"
        )
        return services


async def _unless_ended(workspace: Workspace, lock: Lock, end: _End) -> Services:
    task = asyncio.ensure_future(
        start_services(workspace.state, fixed_ports=True, inherits=lock.inheritable, tell=_say)
    )
    while not task.done():
        await asyncio.wait({task}, timeout=0.05)
        if end.has_come and not task.done():
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            raise _Ended
    return task.result()


def _wait_for(lock: Lock, workspace: Workspace, end: _End) -> bool:
    """Take the workspace's lock; return False if a lab that answers has it, or nobody lets go."""
    countdown = Countdown(PATIENCE)
    while not lock.acquire():
        address = running_lab(workspace)
        if countdown.is_over or (address and address.jupyter_url):
            return False
        if end.has_come:
            raise _Ended
        time.sleep(0.1)
    return True


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
