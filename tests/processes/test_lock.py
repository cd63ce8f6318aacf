"""The lock: one process has it, its children too, and it is free when the last of them is gone."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.families import wait_until
from workshop.processes.lock import Lock

HOLDER = """
import subprocess, sys, time
from pathlib import Path
from workshop.processes.lock import Lock

lock = Lock(Path(sys.argv[1]))
assert lock.acquire()
child = subprocess.Popen(
    [sys.executable, "-c", "import time; time.sleep(1000)"], pass_fds=lock.inheritable
)
print(child.pid, flush=True)
time.sleep(1000)
"""


def test_one_at_a_time_has_it(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    assert not other.is_held
    assert one.acquire()
    assert not other.acquire()
    assert other.is_held
    assert one.is_held
    one.release()
    assert not one.is_held
    assert other.acquire()
    other.release()


def test_a_lock_that_was_never_made_is_free(tmp_path: Path) -> None:
    assert not Lock(tmp_path / "nowhere" / "lock").is_held


@pytest.mark.skipif(os.name != "posix", reason="open files are inherited")
def test_it_is_held_until_the_last_child_has_ended(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, tmp_path / "lock"], stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    child = int(holder.stdout.readline())
    lock = Lock(tmp_path / "lock")
    holder.kill()
    holder.wait()
    assert lock.is_held
    os.kill(child, 9)
    assert wait_until(lambda: not lock.is_held, 10)


def test_who_waits_gets_it_next(tmp_path: Path) -> None:
    path, entries = tmp_path / "lock", 0

    def count() -> None:
        nonlocal entries
        for _ in range(50):
            with Lock(path):
                before = entries
                threading.Event().wait(0)
                entries = before + 1

    threads = [threading.Thread(target=count) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert entries == 200
