"""Keep a program that is not ours alive while its parent lives, and not a moment longer.

A server started by a Python process outlives that process when it is killed. So nothing foreign
(the Temporal server, JupyterLab) is started directly: it is started by this script, which holds
the read end of a pipe whose write end only the parent has. However the parent ends, even by
SIGKILL, the operating system closes the pipe, the read returns, and the guard takes the program
down with everything it started. Where the guard itself is killed, Linux ends the program with it
(PR_SET_PDEATHSIG); elsewhere the parent does, which notices (``kept.py``). Python programs of the
kit need no guard: see ``leash.py``.

The script is run by path under ``python -I`` and imports nothing it can do without, so that it
starts in a few hundredths of a second. When it has started the program it prints one line: the
program's process id. Its exit code is the program's, as shells have it: 128 and the signal's number
for a program that a signal has ended.

    python -I guard.py [--grace SECONDS] [--remove FOLDER] [--keep FD] -- program argument ...
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

#: What prctl(2) calls the signal that a process gets when its parent dies.
_PR_SET_PDEATHSIG = 1


class Guard:
    """One program, started at once and ended on request."""

    def __init__(self, command: list[str], *, grace: float, keep: list[int]) -> None:
        self.command = command
        self.grace = grace
        self.keep = keep
        self.lock = threading.Lock()
        self.ending = False
        self.program: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Run the program to its end; return its exit code, or 0 if it was ended on request."""
        with self.lock:
            if self.ending:
                return 0
            program = self.program = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=sys.stderr,
                pass_fds=self.keep,
                preexec_fn=_die_with(os.getpid()),
            )
        with contextlib.suppress(OSError):  # the parent may be gone already
            print(program.pid, flush=True)
        # Not earlier: the way up has to be quick. Not later: the environment that it comes from may
        # be gone when the program has to end.
        import psutil  # noqa: F401

        code = program.wait()
        with self.lock:  # whoever ends the program holds it until all of it is gone
            if self.ending:
                return 0
        return code if code >= 0 else 128 - code

    def end(self) -> None:
        """End the program and all it started: ask, wait for the grace period, then kill."""
        import psutil

        with self.lock:
            self.ending = True
            if self.program is None or self.program.poll() is not None:
                return
            with contextlib.suppress(psutil.NoSuchProcess):
                family = psutil.Process(self.program.pid).children(recursive=True)
                self.program.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.program.wait(self.grace)
                self.program.kill()
                for process in family:  # psutil will not kill a stranger who got an old id
                    with contextlib.suppress(psutil.NoSuchProcess):
                        process.kill()
            self.program.wait()


def _die_with(parent: int) -> Callable[[], None] | None:
    """Return what a child of ours does first, so that it dies when we do; None if it can't."""
    if not sys.platform.startswith("linux"):
        return None
    import ctypes

    prctl = ctypes.CDLL(None, use_errno=True).prctl

    def die_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)

    return die_with_parent


def main() -> int:
    """Read the command line, run the program, and return its exit code."""
    parser = argparse.ArgumentParser(description="Run a program that ends with its parent.")
    parser.add_argument("--grace", type=float, default=2.0, help="seconds between ask and kill")
    parser.add_argument("--remove", type=Path, help="a folder to delete when asked to end")
    parser.add_argument(
        "--keep", type=int, action="append", default=[], help="an open file that it is to inherit"
    )
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()

    guard = Guard(arguments.command, grace=arguments.grace, keep=arguments.keep)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us

    def end_with_the_pipe() -> None:
        # Not sys.stdin: its lock, held by this thread, would abort the interpreter's exit.
        while os.read(0, 1024):
            pass
        guard.end()

    threading.Thread(target=end_with_the_pipe, daemon=True).start()
    # After that: a handler that starts a thread must not come while another thread is started.
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=guard.end).start())
    code = guard.run()
    if arguments.remove and guard.ending:  # after a failure its log is still wanted
        shutil.rmtree(arguments.remove, ignore_errors=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
