"""Keep a program that is not ours alive while its parent lives, and not a moment longer.

A server started by a Python process outlives that process when it is killed. So nothing foreign
(the Temporal server, JupyterLab) is started directly: it is started by this script, which holds
the read end of a pipe whose write end only the parent has. However the parent ends, even by
SIGKILL, the operating system closes the pipe, the read returns, and the guard takes the program
down with everything it started. Python programs of the kit need no guard: see ``leash.py``.

The script is run by path under ``python -I`` and imports nothing it can do without, so that it
starts in a few hundredths of a second. Each time it starts the program it prints one line: the
program's process id.

    python -I guard.py [--restart] [--grace SECONDS] [--remove FOLDER] -- program argument ...
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
import time
from pathlib import Path

#: Seconds. A program that dies sooner than this after its start is not started again.
SHORTEST_LIFE = 1.0


class Guard:
    """One program, started at once and ended on request."""

    def __init__(self, command: list[str], *, restart: bool, grace: float) -> None:
        self.command = command
        self.restart = restart
        self.grace = grace
        self.lock = threading.Lock()
        self.ending = False
        self.program: subprocess.Popen[bytes] | None = None

    def run(self) -> int:
        """Run the program to its end, again after a crash if asked to; return its exit code."""
        while True:
            with self.lock:
                if self.ending:
                    return 0
                started = time.monotonic()
                program = self.program = subprocess.Popen(
                    self.command, stdin=subprocess.DEVNULL, stdout=sys.stderr
                )
            with contextlib.suppress(OSError):  # the parent may be gone already
                print(program.pid, flush=True)
            code = program.wait()
            with self.lock:  # whoever ends the program holds it until all of it is gone
                if self.ending:
                    return 0
            if not self.restart or time.monotonic() - started < SHORTEST_LIFE:
                return code

    def end(self) -> None:
        """End the program and all it started: ask, wait for the grace period, then kill."""
        import psutil  # only now: the way up has to be quick, the way down does not

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


def main() -> int:
    """Read the command line, run the program, and return its exit code."""
    parser = argparse.ArgumentParser(description="Run a program that ends with its parent.")
    parser.add_argument("--restart", action="store_true", help="start it again after a crash")
    parser.add_argument("--grace", type=float, default=2.0, help="seconds between ask and kill")
    parser.add_argument("--remove", type=Path, help="a folder to delete when asked to end")
    parser.add_argument("command", nargs="+")
    arguments = parser.parse_args()

    guard = Guard(arguments.command, restart=arguments.restart, grace=arguments.grace)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends us
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=guard.end).start())

    def end_with_the_pipe() -> None:
        # Not sys.stdin: its lock, held by this thread, would abort the interpreter's exit.
        while os.read(0, 1024):
            pass
        guard.end()

    threading.Thread(target=end_with_the_pipe, daemon=True).start()
    code = guard.run()
    if arguments.remove and guard.ending:  # after a failure its log is still wanted
        shutil.rmtree(arguments.remove, ignore_errors=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
