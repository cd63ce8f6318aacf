"""A board of a test's own, as a process, and what speaks to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workshop.desk.courier import Desk
from workshop.processes.kept import Kept
from workshop.processes.local_http import get_json
from workshop.processes.ports import free_port
from workshop.room.place import Place
from workshop.room.settings import Keys, board_command, board_environment
from workshop.room.tokens import Tokens


class ABoard:
    """A board that runs, without a hub behind it: seats can tell it things, no instructor comes in.

    Args:
        state: the folder that it keeps its files in.
        program: what runs it.
        url: where it is.
    """

    def __init__(self, state: Path, program: Kept, url: str) -> None:
        self.state = state
        self.program = program
        self.url = url
        self.tokens = Tokens(state / "tokens.json")

    def desk(self, seat: str) -> Desk:
        """Return what a seat's courier needs."""
        return Desk(self.url, self.tokens.of(seat))

    @property
    def answers(self) -> bool:
        """Whether it serves."""
        return get_json(f"{self.url}/health", timeout=3) is not None


@contextmanager
def a_board(state: Path, port: int | None = None, hub: int | None = None) -> Iterator[ABoard]:
    """Run a board on a folder; end it in the end.

    Args:
        state: the folder.
        port: where it listens; None: at any that is free.
        hub: where the hub is that knows who the instructor is; None: there is none.
    """
    Tokens(state / "tokens.json")
    place = Place("127.0.0.1", 0, 0, hub or free_port(None), port or free_port(None), None)
    program = Kept(
        "The board",
        board_command(),
        log=state / "board.log",
        guarded=False,
        environment=board_environment(state, place, Keys()),
        tell=lambda _: None,
    )
    program.keep_alive()
    board = ABoard(state, program, place.board_url)
    try:
        yield board
    finally:
        program.stop()
