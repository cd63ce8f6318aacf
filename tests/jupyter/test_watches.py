"""What is watched while a lab is open says when something is the matter, and when it no longer is."""

from __future__ import annotations

import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import psutil
import pytest

from workshop.jupyter import watches
from workshop.jupyter.watches import SHOWN, DiskWatch, MemoryWatch, limit_of
from workshop.processes.memory import family_of, megabytes_of


def test_a_full_disk_is_the_matter_until_there_is_room_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "free")
    watch = DiskWatch(tmp_path)
    for free, is_full in [(500, False), (1, True), (0, True), (3, True), (90, False), (3, False)]:
        monkeypatch.setattr(
            watches.shutil,  # type: ignore[attr-defined]
            "disk_usage",
            lambda _, free=free: usage(free * 2**20),
        )
        assert bool(watch.look()) == is_full, free
        assert len(watch.look()) <= SHOWN
    assert DiskWatch(tmp_path / "gone").look() == "", (
        "a folder that was moved does not end the watch"
    )


def test_much_memory_is_the_matter_until_there_is_enough_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watches, "BETWEEN", 0.0)
    takes = 0.0
    monkeypatch.setattr(watches, "family_of", lambda process: [process])
    monkeypatch.setattr(watches, "megabytes_of", lambda _: takes)
    watch = MemoryWatch(1000)
    for takes, said in [
        (790, ""),
        (810, "810 of your 1000 MB are taken."),
        (760, "810 of your"),
        (690, ""),
    ]:
        assert said in watch.look()
        assert bool(watch.look()) == bool(said), takes
        assert len(watch.look()) <= SHOWN


def test_a_watch_does_not_ask_the_system_at_every_look(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[psutil.Process] = []

    def note(process: psutil.Process) -> list[psutil.Process]:
        asked.append(process)
        return []

    monkeypatch.setattr(watches, "family_of", note)
    watch = MemoryWatch(1000)
    for _ in range(100):
        watch.look()
    assert len(asked) == 1


def test_memory_is_that_of_all_below_a_process() -> None:
    program = "import sys; kept = bytearray(80 * 2**20); print(flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout and child.stdout.read(1)
        family = family_of(psutil.Process())
        assert child.pid in [each.pid for each in family]
        assert megabytes_of(psutil.Process(child.pid)) > 80
        child.communicate()
    assert megabytes_of(psutil.Process()) > 0
    assert family_of(family[-1]) in ([], [family[-1]])


def test_jupyterhubs_limit_is_in_bytes() -> None:
    assert limit_of(str(900 * 2**20)) == 900
    assert limit_of("") == limit_of("none") == 0
