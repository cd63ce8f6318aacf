"""A program that this process keeps: started again when it dies, ended when this process ends."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import psutil

from workshop.patience import Countdown

#: The script between us and a program that is not ours.
GUARD = Path(__file__).parent / "guard.py"

#: Seconds of a quiet machine. A life shorter than this counts as a failed start.
SHORTEST_LIFE = 1.0

#: After so many failed starts in a row a program is given up. The pauses before them add up to 6 s.
FAILED_STARTS = 8

#: Seconds between a program's death and its next start, after a failed start twice as many, at most
#: so many.
PAUSE, LONGEST_PAUSE = 0.02, 2.0

#: Seconds that a guard gets to end its program, beyond the grace that the program has.
MARGIN = 1.0


def print_to_stderr(message: str) -> None:
    """Print the message where warnings go."""
    print(message, file=sys.stderr)


class Kept:
    """A program and what keeps it; it begins at once.

    The program, or its guard, prints a line when it is on its way: `first_line`. ``starts`` counts
    how often it was started, ``exit_code`` is that of its last life, 128 and the signal's
    number if one has ended it.

    Args:
        name: what a sentence that begins with it calls it, as "The shop".
        command: the program and its arguments.
        log: the file that gets what it writes.
        guarded: it is not ours: it stands under a guard. Otherwise it is on a leash by itself
            (``leash.py``).
        folder: the folder it starts in.
        environment: what its environment has besides ours.
        inherits: open files that it is to inherit.
        grace: seconds between asking it to end and killing it.
        remove: a folder to delete when it has been ended.
        tell: called, from another thread, with a sentence when it is started again or given up.

    Raises:
        OSError: it cannot be started at all.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        log: Path,
        guarded: bool = True,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
        inherits: Iterable[int] = (),
        grace: float = 2.0,
        remove: Path | None = None,
        tell: Callable[[str], None] = print_to_stderr,
    ) -> None:
        self.name = name
        self.log = log
        self._command = [*command]
        self._guarded = guarded
        self._folder = folder
        self._environment = dict(environment or {})
        self._inherits = tuple(inherits)
        self._grace = grace
        self._remove = remove
        self.tell = tell
        self._lock = threading.Lock()
        self._ending = threading.Event()
        self._is_kept_alive = False
        self._first_line = b""
        self._program: psutil.Process | None = None
        self._error: OSError | None = None
        self.exit_code: int | None = None
        self.starts = 0
        launched = threading.Event()
        # Launched by the thread that lives as long as the program is wanted: see `leash`.
        self._thread = threading.Thread(target=self._keep, args=(launched,), daemon=True)
        self._thread.start()
        launched.wait()
        if self._error:
            raise self._error

    @property
    def has_ended(self) -> bool:
        """Whether it has ended for good."""
        return not self._thread.is_alive()

    @property
    def pid(self) -> int | None:
        """The program's process id, while it is known."""
        program = self._program
        return program.pid if program else None

    @property
    def is_stopped(self) -> bool:
        """Whether the program has been halted, as by SIGSTOP."""
        with contextlib.suppress(psutil.Error):
            program = self._program
            return program is not None and program.status() == psutil.STATUS_STOPPED
        return False

    async def first_line(self) -> bytes:
        """Return what it printed first; nothing if it ended without a word."""
        while not self._first_line and not self.has_ended:
            await asyncio.sleep(0.005)
        return self._first_line

    def keep_alive(self, command: Sequence[str] | None = None) -> None:
        """From now on, start it again when it dies.

        Args:
            command: the program and its arguments then; None: as before.
        """
        with self._lock:
            self._command = [*(command or self._command)]
            self._is_kept_alive = True

    def kill(self) -> None:
        """Kill the program, and its guard: what is kept alive is started again."""
        with self._lock:
            process, family = self._process, self._family()
        _kill_all(family)
        process.kill()

    def let_go(self) -> None:
        """Ask it to end, and do not wait for that."""
        with self._lock:
            self._ending.set()
            assert self._process.stdin is not None
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def stop(self, *, keep_folder: bool = False) -> None:
        """End it with all that it has started, and wait until it has ended.

        Args:
            keep_folder: do not remove the folder that was to be removed.
        """
        self.let_go()
        family = self._family()
        self._thread.join(self._grace + MARGIN)
        if not self.has_ended:  # a frozen guard, or a frozen program without one
            self._process.kill()
        _kill_all(family)
        self._thread.join()
        psutil.wait_procs(family, timeout=MARGIN)
        if self._remove and not keep_folder:  # a guard that was killed left it
            shutil.rmtree(self._remove, ignore_errors=True)

    def written(self, since: int = 0) -> str:
        """Return what it has written, from the byte ``since`` of its log on."""
        with contextlib.suppress(OSError):
            return self.log.read_bytes()[since:].decode(errors="replace").strip()
        return ""

    def _family(self) -> list[psutil.Process]:
        """Return the program and all it has started."""
        family = []
        if self._program:
            with contextlib.suppress(psutil.Error):
                family = [self._program, *self._program.children(recursive=True)]
        return family

    def _launch(self) -> subprocess.Popen[bytes]:
        command = self._command
        if self._guarded:
            options = ["--grace", str(self._grace)]
            for fd in self._inherits:
                options += ["--keep", str(fd)]
            if self._remove:
                options += ["--remove", str(self._remove)]
            command = [sys.executable, "-I", str(GUARD), *options, "--", *command]
        with self.log.open("ab") as output:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=output,
                cwd=self._folder,
                env={**os.environ, **self._environment},
                pass_fds=self._inherits if os.name == "posix" else (),
                start_new_session=True,
            )

    def _keep(self, launched: threading.Event) -> None:
        failed = 0
        while True:
            with self._lock:
                if self._ending.is_set():
                    return
                try:
                    self._process = self._launch()
                except OSError as error:  # the environment was removed, or the disk is full
                    self._error = error
                    break
                finally:
                    launched.set()
            short = Countdown(SHORTEST_LIFE)
            self.starts += 1
            if self.starts > 1:
                self.tell(f"{self.name} had ended, and was started again.")
            self._wait_for_the_end()
            with self._lock:
                if self._ending.is_set() or not self._is_kept_alive:
                    return
            failed = failed + 1 if not short.is_over else 0
            if failed >= FAILED_STARTS:
                break
            if self._ending.wait(min(PAUSE * 2**failed, LONGEST_PAUSE)):
                return
        if self._is_kept_alive:
            self.tell(f"{self.name} has ended and can't be started again. See {self.log}.")

    def _wait_for_the_end(self) -> None:
        process = self._process
        assert process.stdout is not None
        line = process.stdout.readline()
        if line:
            with contextlib.suppress(psutil.Error, ValueError):
                self._program = psutil.Process(int(line) if self._guarded else process.pid)
            self._first_line = self._first_line or line
        process.stdout.read()
        code = process.wait()
        self.exit_code = code if code >= 0 else 128 - code
        process.stdout.close()
        # Where the guard was killed, and the system did not end the program with it.
        _kill_all(self._family())
        self._program = None


def _kill_all(processes: Iterable[psutil.Process]) -> None:
    for each in processes:  # psutil will not kill a stranger who got an old id
        with contextlib.suppress(psutil.Error):
            each.kill()


def stop_all(programs: Iterable[Kept]) -> None:
    """End several programs at the same time, and wait until all have ended."""
    programs = list(programs)
    for each in programs:
        each.let_go()
    for each in programs:
        each.stop()
