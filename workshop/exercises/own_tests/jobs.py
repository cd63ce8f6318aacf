"""The process that runs learners' tests: begun once, and again when it has ended."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workshop.exercises.engine.finding import CouldNotJudge
from workshop.processes.pytest_process import end_group


class Jobs:
    """The process that runs jobs, for all checks of this kernel."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workshop.exercises.own_tests.pytest_jobs"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    async def run(self, folders: Sequence[Path], at_once: int, within: float) -> dict[str, Any]:
        """Run the jobs in these folders; return those that were ``late``, with the seconds they had,
        and those that met a ``busy`` machine.

        Raises:
            CouldNotJudge: the process that runs them has ended.
        """
        request = {"folders": [*map(str, folders)], "at_once": at_once, "within": within}
        async with self._turn:
            try:
                answer = await asyncio.to_thread(self._ask, json.dumps(request))
            except BaseException:
                self._end()
                raise
        if not answer:
            raise CouldNotJudge("The process that runs your tests ended before its time.")
        ended: dict[str, Any] = json.loads(answer)
        return ended

    def _ask(self, request: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(request + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()

    def _end(self) -> None:
        """End the process; its jobs end with it."""
        end_group(self._process.pid)
        self._process.wait()


_running: Jobs | None = None


def jobs() -> Jobs:
    """Return the process that runs jobs; it is begun when there is none."""
    global _running
    if _running is None or not _running.is_running:
        _running = Jobs()
    return _running
