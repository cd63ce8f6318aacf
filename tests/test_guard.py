"""The guard: a program lives while its parent does, and not longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.processes import family_of, wait_until, wait_until_gone
from workshop.guard import SHORTEST_LIFE
from workshop.temporal.server import start_guarded

SLEEPER = [sys.executable, "-c", "import time; time.sleep(1000)"]
STUBBORN = [
    sys.executable,
    "-c",
    "import signal, subprocess, sys, time;"
    "signal.signal(signal.SIGTERM, signal.SIG_IGN);"
    "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(1000)'],"
    " start_new_session=True);"
    "print('up', file=sys.stderr, flush=True);"
    "time.sleep(1000)",
]


def program_of(guard: subprocess.Popen[bytes]) -> psutil.Process:
    assert guard.stdout is not None
    return psutil.Process(int(guard.stdout.readline()))


def end(guard: subprocess.Popen[bytes]) -> None:
    assert guard.stdin is not None
    guard.stdin.close()
    guard.wait(10)


def test_a_program_ends_when_its_parent_lets_go(tmp_path: Path) -> None:
    guard = start_guarded(SLEEPER, log=tmp_path / "log")
    program = program_of(guard)
    end(guard)
    assert not program.is_running()


def test_a_program_that_does_not_listen_is_killed_with_all_it_started(tmp_path: Path) -> None:
    guard = start_guarded(STUBBORN, log=tmp_path / "log", grace=0.3)
    program = program_of(guard)
    assert wait_until(lambda: "up" in (tmp_path / "log").read_text(), 5)
    family = family_of(program.pid)
    assert len(family) == 2
    end(guard)
    assert wait_until_gone(family, 2) == []


PARENT = """
import sys, time
from pathlib import Path
from workshop.temporal.server import start_guarded

folder = Path(sys.argv[1])
sleeper = [sys.executable, "-c", "import time; time.sleep(1000)"]
start_guarded(sleeper, log=folder / "log", remove=folder / "state")
time.sleep(1000)
"""


def test_a_program_does_not_outlive_a_killed_parent(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)])
    assert wait_until(lambda: len(family_of(parent.pid)) == 3, 10)
    family = family_of(parent.pid)
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    assert wait_until_gone(family, 5) == []
    assert not (tmp_path / "state").exists()


def test_a_program_that_crashed_is_started_again(tmp_path: Path) -> None:
    guard = start_guarded(SLEEPER, log=tmp_path / "log", restart=True)
    first = program_of(guard)
    # A crash in the first second counts as a failed start, so let it live that long.
    time.sleep(SHORTEST_LIFE)
    first.kill()
    second = program_of(guard)
    assert second.pid != first.pid
    end(guard)
    assert not second.is_running()


def test_a_program_that_cannot_start_is_not_tried_for_ever(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    guard = start_guarded(
        [sys.executable, "-c", "raise SystemExit('no tea')"],
        log=state / "log",
        restart=True,
        remove=state,
    )
    assert guard.wait(10) == 1
    assert (state / "log").read_text() == "no tea\n"  # whoever started it wants to know why
