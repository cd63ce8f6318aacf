"""How a seat is started: as a process of this machine, in the learner's folder."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, ClassVar

from jupyterhub.spawner import LocalProcessSpawner
from traitlets import Bool, Integer, Unicode, default

from workshop.processes.memory import MB
from workshop.room.files import STATE, TOKENS
from workshop.room.limits import scope
from workshop.room.seat import BOARD, BOARD_TOKEN, ROOM_PIPE
from workshop.room.tokens import Tokens
from workshop.room.users import FIRST, as_user, give

#: How many seats start at the same time: more would only make each of them slower.
AT_A_TIME = 4


#: What a seat runs.
SEAT = [sys.executable, "-m", "workshop.room.seat"]

#: What `systemd-run --user` needs of our environment.
SYSTEMDS = ("XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS")


class SeatEndedError(Exception):
    """A seat ended while it was started. What it said is in the hub's log."""

    #: What JupyterHub's pages show of it.
    jupyterhub_message = (
        "it ended at once. Your work is safe. Tell your instructor: why is in the room's hub.log"
    )


class SeatSpawner(LocalProcessSpawner):
    """Starts ``workshop.room.seat`` for a learner, whom the system need not know.

    All seats belong to the user who started the room, or each to one of its own.
    """

    folder = Unicode(config=True, help="The room's folder.")
    limits = Bool(config=True, help="systemd sees to it that a seat keeps to `mem_limit`.")
    own_users = Bool(config=True, help="Each seat is of a user of its own: we are root.")
    board = Unicode(config=True, help="Where seats find the instructor's board.")
    pipe = Integer(config=True, help="A file that is open while the room is.")

    #: Who waits for a turn, the first one first.
    waiting: ClassVar[list[SeatSpawner]] = []
    _turns: ClassVar[asyncio.Semaphore] = asyncio.Semaphore(AT_A_TIME)

    @default("cmd")
    def _cmd(self) -> list[str]:
        return SEAT

    @property
    def _tokens(self) -> Path:
        return Path(self.folder) / STATE / TOKENS

    @property
    def seat(self) -> Path:
        """The learner's folder."""
        return Path(self.folder) / str(self.user.name)

    @property
    def number(self) -> int:
        """The number of the seat's own user."""
        return FIRST + int(self.authenticator.seats.number_of(self.user.name))

    @property
    def learner(self) -> str:
        """The learner's name, as typed."""
        return str(self.authenticator.seats.shown(self.user.name))

    def make_preexec_fn(self, _: str) -> Callable[[], None]:
        """Return what the new process does first: it goes to the learner's folder."""
        # systemd-run itself makes a process another user's.
        is_ours = self.own_users and not self.limits
        folder, become = self.seat, as_user(self.number) if is_ours else None

        def go_there() -> None:
            if become:
                become()
            os.chdir(folder)

        return go_there

    def user_env(self, env: dict[str, str]) -> dict[str, str]:
        """Return the environment of a seat: a home in the learner's folder."""
        env["USER"] = str(self.user.name)
        env["HOME"] = str(self.seat)
        env["SHELL"] = os.environ.get("SHELL", "/bin/sh")
        env[ROOM_PIPE] = str(self.pipe)
        env[BOARD], env[BOARD_TOKEN] = self.board, Tokens(self._tokens).of(str(self.user.name))
        # Some Pythons don't start without the first; a user of their own has no bus of ours.
        kept = ("LD_LIBRARY_PATH", *(SYSTEMDS if self.limits and not self.own_users else ()))
        env.update({name: os.environ[name] for name in kept if name in os.environ})
        return env

    def move_certs(self, paths: dict[str, Any]) -> dict[str, Any]:
        """Leave certificates where they are."""
        return paths

    async def start(self) -> Any:
        """Start the seat when it is its turn, and return where it listens.

        JupyterHub itself refuses who comes when too many seats are being started; here they stand in
        line. A seat's turn lasts until it listens, as that is when the work of its start is done.
        """
        self.waiting.append(self)
        try:
            await self._turns.acquire()
        finally:
            self.waiting.remove(self)
        try:
            self.seat.mkdir(mode=0o700, exist_ok=True)
            if self.own_users:
                give(self.seat, self.number)
            if self.limits:
                user = self.number if self.own_users else None
                self.cmd = [*scope(self.mem_limit // MB, user), *SEAT]
            self.popen_kwargs = {"pass_fds": (self.pipe,)}
            place = await super().start()
            if not await self._listens():
                raise SeatEndedError
            return place
        finally:
            self._turns.release()

    async def progress(self) -> AsyncIterator[dict[str, Any]]:
        """Yield what the page says to who waits for the seat."""
        said = ""
        while not self.ready:
            if self not in self.waiting:
                progress, message = 50, "Your JupyterLab is being started …"
            elif ahead := self.waiting.index(self):
                progress, message = 10, f"{ahead} are before you …"
            else:
                progress, message = 10, "You are the next one …"
            if message != said:
                said = message
                yield {"progress": progress, "message": message}
            await asyncio.sleep(0.5)

    async def _listens(self) -> bool:
        """Wait until the seat listens, and return True; return False if it ends before."""
        while await self.poll() is None:
            with contextlib.suppress(OSError):
                _, writer = await asyncio.open_connection(self.ip or "127.0.0.1", self.port)
                writer.close()
                return True
            await asyncio.sleep(0.1)
        return False
