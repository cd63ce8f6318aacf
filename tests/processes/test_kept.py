"""A program that is kept: it lives while its parent does, comes back when it dies, and not longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from tests.families import family_of, wait_until, wait_until_gone
from workshop.processes.kept import FAILED_STARTS, Kept, stop_all

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
#: What a program of ours is: it ends with its standard input, and says when it is there.
OURS = [
    sys.executable,
    "-c",
    "from workshop.processes.leash import die_with_starting_thread, end_with_parent;"
    "end_with_parent(); die_with_starting_thread();"
    "print('{}', flush=True);"
    "import time; time.sleep(1000)",
]
KINDS = [pytest.param(True, id="guarded"), pytest.param(False, id="ours")]
posix = pytest.mark.skipif(os.name != "posix", reason="signals")


class Keeper:
    """Starts programs that end with the test; what they tell is in ``told``."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.told: list[str] = []
        self.log = folder / "log"
        self._stack = stack

    def keep(
        self, command: list[str] | None = None, *, guarded: bool = True, **options: object
    ) -> Kept:
        kept = Kept(
            "The program",
            command or (SLEEPER if guarded else OURS),
            log=self.log,
            guarded=guarded,
            tell=self.told.append,
            **options,  # type: ignore[arg-type]
        )
        self._stack.callback(kept.stop)
        return kept


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    with ExitStack() as stack:
        yield Keeper(tmp_path, stack)


def program_of(kept: Kept, *, other_than: int | None = None) -> psutil.Process:
    """Return the program, once it runs; another one than that of the given process id."""
    assert wait_until(lambda: kept.pid not in (None, other_than), 20)
    assert kept.pid is not None
    return psutil.Process(kept.pid)


@pytest.mark.parametrize("guarded", KINDS)
def test_a_program_ends_when_its_parent_lets_go(keeper: Keeper, guarded: bool) -> None:
    kept = keeper.keep(guarded=guarded)
    program = program_of(kept)
    kept.stop()
    assert not program.is_running()
    assert kept.has_ended
    assert keeper.told == []


def test_a_program_that_does_not_listen_is_killed_with_all_it_started(keeper: Keeper) -> None:
    kept = keeper.keep(STUBBORN, grace=0.3)
    program = program_of(kept)
    assert wait_until(lambda: "up" in keeper.log.read_text(), 10)
    family = family_of(program.pid)
    assert len(family) == 2
    kept.stop()
    assert wait_until_gone(family, 2) == []


@posix
@pytest.mark.parametrize("guarded", KINDS)
@pytest.mark.parametrize("who", ["program", "guard"])
def test_a_halted_one_ends_as_well(keeper: Keeper, who: str, guarded: bool) -> None:
    kept = keeper.keep(guarded=guarded, grace=0.2)
    program = program_of(kept)
    halted = program if who == "program" or not guarded else psutil.Process(program.ppid())
    halted.suspend()
    kept.stop()
    assert wait_until_gone([program, halted], 2) == []


PARENT = """
import sys, time
from pathlib import Path
from workshop.processes.kept import Kept

folder = Path(sys.argv[1])
kept = Kept(
    "It", eval(sys.argv[2]), log=folder / "log", guarded=eval(sys.argv[3]), remove=folder / "state",
)
kept.keep_alive()
while kept.pid is None:
    time.sleep(0.01)
print(kept.pid, flush=True)
time.sleep(1000)
"""


def parent_of(folder: Path, guarded: bool) -> tuple[subprocess.Popen[bytes], list[psutil.Process]]:
    """Start a parent that keeps a program; return it and all of them, once the program is there."""
    command = SLEEPER if guarded else OURS
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, folder, repr(command), repr(guarded)], stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    assert int(parent.stdout.readline())
    family = family_of(parent.pid)
    assert len(family) == (3 if guarded else 2)
    return parent, family


@posix
@pytest.mark.parametrize("guarded", KINDS)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_program_does_not_outlive_its_parent(
    tmp_path: Path, number: signal.Signals, guarded: bool
) -> None:
    (tmp_path / "state").mkdir()
    parent, family = parent_of(tmp_path, guarded)
    os.kill(parent.pid, number)
    parent.wait()
    assert wait_until_gone(family, 10) == []
    if guarded:
        assert not (tmp_path / "state").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs prctl")
def test_a_halted_program_of_ours_does_not_outlive_its_killed_parent(tmp_path: Path) -> None:
    parent, family = parent_of(tmp_path, guarded=False)
    family[1].suspend()
    parent.kill()
    parent.wait()
    assert wait_until_gone(family, 10) == []


@pytest.mark.parametrize("guarded", KINDS)
def test_a_program_that_dies_is_started_again_and_again(keeper: Keeper, guarded: bool) -> None:
    kept = keeper.keep(guarded=guarded)
    program = program_of(kept)
    kept.keep_alive()
    for _ in range(3):  # each in its first second
        before = program.pid
        program.kill()
        program = program_of(kept, other_than=before)
    assert wait_until(lambda: len(keeper.told) == 3, 10)
    assert set(keeper.told) == {"The program had ended, and was started again."}
    kept.stop()
    assert not program.is_running()


@posix
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_guard_that_dies_takes_its_program_along_and_both_come_back(
    keeper: Keeper, number: signal.Signals
) -> None:
    kept = keeper.keep()
    program = program_of(kept)
    kept.keep_alive()
    guard = psutil.Process(program.ppid())
    guard.send_signal(number)
    again = program_of(kept, other_than=program.pid)
    assert wait_until_gone([guard, program], 5) == []
    assert again.is_running()


def test_it_comes_back_with_the_command_that_it_is_to_have_then(keeper: Keeper) -> None:
    kept = keeper.keep()
    program = program_of(kept)
    kept.keep_alive([*SLEEPER, "another"])
    program.kill()
    assert program_of(kept, other_than=program.pid).cmdline()[-1] == "another"


def test_what_is_not_kept_alive_ends_and_says_how(keeper: Keeper) -> None:
    kept = keeper.keep()
    program_of(kept).kill()
    assert wait_until(lambda: kept.has_ended, 10)
    assert kept.exit_code == 128 + signal.SIGKILL
    assert keeper.told == []


def test_a_program_that_cannot_start_is_not_tried_at_all(keeper: Keeper, tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    kept = keeper.keep([sys.executable, "-c", "raise SystemExit('no tea')"], remove=state)
    assert wait_until(lambda: kept.has_ended, 10)
    assert kept.exit_code == 1
    assert kept.written() == "no tea"
    assert state.exists()  # whoever started it wants to know why


def test_a_program_that_cannot_start_any_more_is_given_up(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workshop.processes.kept.LONGEST_PAUSE", 0.05)
    kept = keeper.keep()
    program = program_of(kept)
    kept.keep_alive([sys.executable, "-c", "raise SystemExit('no tea')"])
    program.kill()
    assert wait_until(lambda: kept.has_ended, 30)
    assert kept.starts <= 1 + FAILED_STARTS
    assert keeper.told[-1].startswith("The program has ended and can't be started again. See ")


def test_a_program_whose_interpreter_is_gone_is_given_up(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = keeper.keep()
    program = program_of(kept)
    kept.keep_alive()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "removed" / "python"))
    program.kill()
    assert wait_until(lambda: kept.has_ended, 10)
    assert "can't be started again" in keeper.told[-1]
    kept.stop()


def test_several_end_at_the_same_time(keeper: Keeper) -> None:
    programs = [keeper.keep(STUBBORN, grace=0.5) for _ in range(3)]
    families = [each for kept in programs for each in family_of(program_of(kept).pid)]
    stop_all(programs)
    assert wait_until_gone(families, 2) == []
