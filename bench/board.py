"""The instructor's board under a full room: what it costs, and how soon a page shows a check.

Two hundred learners, each with a courier, check an exercise every ten seconds; in the middle the board
is killed. Run as ``python -m bench.board`` it is the process that measures: it prints a JSON object.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import quantiles
from threading import Thread

import httpx
import psutil

from bench.processes import clean_environment, run, temporary_folder
from bench.rows import Row
from tests.board.crowd import Crowd, a_crowd
from tests.boards import ABoard, a_board

LEARNERS = 200

#: Seconds between two checks of a learner, and of the whole.
EVERY, WHOLE = 10.0, 300.0


def measure_board(_: int) -> list[Row]:
    """Measure in a process of its own."""
    with temporary_folder() as folder:
        finished = run(
            (sys.executable, "-m", "bench.board"), clean_environment(folder), timeout=WHOLE * 2
        )
    found = json.loads(finished.stdout.splitlines()[-1])
    room = f"a board with {LEARNERS} learners, a check each {EVERY:.0f} s"
    return [
        Row(f"{room}: its processor time, of one core", [found["cpu"]], "–", (), at_most=5, unit="%"),
        Row(f"{room}: a page shows it (99 of 100)", [found["shown"]], "–", (), at_most=2),
        Row(f"{room}: a check waits for it (99 of 100)", [found["waited"]], "–", (), at_most=0.05),
        Row(f"{room}: lost or told twice, though it was killed once", [found["wrong"]], "–", (),
            at_most=0, unit="events"),
    ]  # fmt: skip


@contextlib.contextmanager
def _a_hub() -> Iterator[int]:
    """A hub that takes everybody for the instructor; return its port."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name is the base class's
            body = json.dumps(
                {"kind": "user", "name": "instructor", "scopes": ["access:services!service=board"]}
            ).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


class _Page:
    """What the instructor's page has seen: when it was shown each check."""

    def __init__(self, board: ABoard) -> None:
        self._board = board
        self.shown: dict[tuple[str, int], float] = {}

    async def watch(self) -> None:
        """Follow the news; come back when the board does."""
        cookies = {"service-board": "the-instructor"}
        async with httpx.AsyncClient(cookies=cookies, timeout=None, trust_env=False) as client:
            while True:
                with contextlib.suppress(httpx.HTTPError):
                    async with client.stream("GET", f"{self._board.url}/news") as news:
                        news.raise_for_status()
                        async for line in news.aiter_lines():
                            if line.startswith("data: {"):
                                self._see(json.loads(line[6:]))
                await asyncio.sleep(0.2)

    def _see(self, told: dict[str, list[dict[str, object]]]) -> None:
        now = time.time()
        for row in told["learners"]:
            for attempt in dict(row["attempts"]).values():  # type: ignore[call-overload]
                for number in range(int(attempt["title"]) + 1):
                    self.shown.setdefault((str(row["learner"]), number), now)


async def _measure(folder: Path) -> dict[str, float]:
    state = folder / "room"
    state.mkdir()
    with _a_hub() as hub, a_board(state, hub=hub) as board:
        while not board.answers:
            await asyncio.sleep(0.1)
        page = _Page(board)
        watching = asyncio.create_task(page.watch())
        with a_crowd(folder, board, LEARNERS) as crowd:
            await asyncio.sleep(5)
            told, waited, cpu = await _check(crowd, board)
            await asyncio.sleep(5)
        watching.cancel()
        wrong = abs(len(told) - _kept(state)) + len(told.keys() - page.shown.keys())
    late = [page.shown[each] - at for each, at in told.items() if each in page.shown]
    return {
        "cpu": 100 * cpu / WHOLE,
        "shown": quantiles(late, n=100)[-1],
        "waited": quantiles(waited, n=100)[-1],
        "wrong": wrong,
    }


async def _check(
    crowd: Crowd, board: ABoard
) -> tuple[dict[tuple[str, int], float], list[float], float]:
    """Have everybody check, spread over `EVERY` seconds; kill the board in the middle."""
    told: dict[tuple[str, int], float] = {}
    waited: list[float] = []
    cpu, killed = 0.0, False
    began = time.monotonic()
    for number in range(int(WHOLE / EVERY)):
        for index, learner in enumerate(crowd.learners):
            due = began + number * EVERY + index * EVERY / len(crowd.learners)
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            told[learner, number] = time.time()
            before = time.perf_counter()
            crowd.check(learner, f"{number}")
            waited.append(time.perf_counter() - before)
        if not killed and number * EVERY > WHOLE / 2:
            cpu += _used(board)
            board.program.kill()
            killed = True
            # What it had cost to start is the new one's again; what the outage adds to "shown" is real.
    return told, waited, cpu + _used(board)


def _used(board: ABoard) -> float:
    times = psutil.Process(board.program.pid).cpu_times()
    return times.user + times.system


def _kept(state: Path) -> int:
    import sqlite3

    with contextlib.closing(sqlite3.connect(state / "board.db")) as db:
        (count,) = db.execute("SELECT COUNT(*) FROM events").fetchone()
    return int(count)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(asyncio.run(_measure(Path(place)))), flush=True)
    os._exit(0)
