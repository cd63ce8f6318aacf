"""The watch: who does not answer is killed, who is slow is not."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import psutil
import pytest

from tests.families import wait_until
from workshop.processes import watch as watch_module
from workshop.processes.kept import Kept
from workshop.processes.watch import Watch

SLEEPER = [sys.executable, "-c", "import time; time.sleep(1000)"]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:  # type: ignore[misc]
    monkeypatch.setattr(watch_module, "BETWEEN", 0.02)
    program = Kept("The program", SLEEPER, log=tmp_path / "log", tell=lambda _: None)
    assert wait_until(lambda: program.pid, 10)
    program.keep_alive()
    yield program
    program.stop()


def test_one_that_does_not_answer_is_started_again(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "FROZEN_AFTER", 0.1)
    watch = Watch({kept: lambda: kept.starts > 1})
    assert wait_until(lambda: kept.starts == 2, 20)
    watch.end()


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_one_that_was_halted_does_not_get_the_time_of_one_that_is_slow(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "FROZEN_AFTER", 1e6)
    watch = Watch({kept: lambda: kept.starts > 1})
    assert kept.pid is not None
    psutil.Process(kept.pid).suspend()
    assert wait_until(lambda: kept.starts == 2, 20)
    watch.end()


def test_one_that_answers_now_and_then_is_left_alone(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watch_module, "FROZEN_AFTER", 1e6)
    asked = threading.Semaphore(0)
    answers = iter([True, False, False, True, False] * 5)

    def ask() -> bool:
        asked.release()
        return next(answers, True)

    watch = Watch({kept: ask})
    for _ in range(25):
        assert asked.acquire(timeout=10)
    watch.end()
    assert kept.starts == 1
