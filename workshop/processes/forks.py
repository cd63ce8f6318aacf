"""Python programs that are there in a hundredth of a second: forked from one that is ready.

On Linux. Elsewhere a program is a fresh interpreter: macOS's own libraries are not safe to fork, and
Windows has no fork.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

#: How often a program is tried to start: the process that forks may have died unnoticed.
TRIES = 2

#: Seconds after which a process that forks gives its memory back, when nobody asks. To start one
#: again takes most of a second.
IDLE = 60.0


class Program(Protocol):
    """What the parent sees of a program; a `subprocess.Popen` is one."""

    @property
    def pid(self) -> int:
        """The process id, as the operating system knows it."""
        ...

    def poll(self) -> int | None:
        """Return the exit code; None while it runs."""
        ...

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code.

        Raises:
            subprocess.TimeoutExpired: it has not ended after so many seconds.
        """
        ...

    def send_signal(self, sig: int) -> None:
        """Send it a signal, if it has not ended."""
        ...

    def kill(self) -> None:
        """Kill it."""
        ...


class ForkServer:
    """Forks programs that need the same modules.

    There are two processes that fork, in turn: what is forked from one process shares its seed for
    the hashes of texts, and a program that takes over from another must not find the same ones.
    Each is started when it is first needed, and again when it has ended: by itself, when nobody has
    asked for a while. They end with this process.

    Args:
        modules: what they import before they fork.
        idle: the seconds that are a while.
    """

    def __init__(self, *modules: str, idle: float = IDLE) -> None:
        self._modules = [*modules]
        self._lock = threading.Lock()
        self._turns = itertools.cycle([_Forking(idle), _Forking(idle)])

    def import_too(self, module: str) -> None:
        """Import one more module from now on; what has been started already has none of it."""
        if module not in self._modules:
            self._modules.append(module)

    def start(
        self,
        module: str,
        *arguments: str,
        folder: Path,
        environment: Mapping[str, str],
        stdin: int,
        stdout: int,
        stderr: int,
    ) -> Program:
        """Start what ``python -u -m module argument …`` would.

        Args:
            module: what to run.
            arguments: its command line.
            folder: the program's working directory; modules in it can be imported.
            environment: all of its environment.
            stdin: the open file to read from.
            stdout: the open file to write to.
            stderr: the open file for errors; may be the same.

        Raises:
            OSError: it could not be started.
        """
        if not sys.platform.startswith("linux"):
            return subprocess.Popen(
                [sys.executable, "-u", "-m", module, *arguments],
                stdin=stdin,
                stdout=stdout,
                stderr=stderr,
                cwd=folder,
                env=dict(environment),
                start_new_session=True,
            )
        message = json.dumps(
            {
                "module": module,
                "arguments": arguments,
                "folder": str(folder),
                "environment": dict(environment),
            }
        ).encode()
        with self._lock:
            forking = next(self._turns)
            for _ in range(TRIES):
                status, status_end = os.pipe()
                with contextlib.suppress(OSError):  # it has died: the pipe says so too
                    forking.ask(message, [status_end, stdin, stdout, stderr], self._modules)
                os.close(status_end)
                program = ForkedProgram(status)
                if program.pid:
                    return program
        raise OSError("The process that starts programs has ended at once.")


class _Forking:
    """A process that forks, once it has been asked to."""

    def __init__(self, idle: float) -> None:
        self._idle = idle
        self._process: subprocess.Popen[bytes] | None = None
        self._socket: socket.socket

    def ask(self, message: bytes, files: list[int], modules: list[str]) -> None:
        """Send a message to it; start it first if it does not run, or hears no more."""
        if self._process and self._process.poll() is None:
            try:
                socket.send_fds(self._socket, [message], files)
                return
            except BrokenPipeError:
                pass
        if self._process:
            self._socket.close()
        self._start(modules)
        socket.send_fds(self._socket, [message], files)

    def _start(self, modules: list[str]) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "workshop.processes.fork_server"),
                    *(str(theirs.fileno()), str(self._idle), *modules),
                ],
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )
        # So that the system forgets it as soon as it has ended.
        threading.Thread(target=self._process.wait, daemon=True).start()


class ForkedProgram:
    """A program that a fork server has started. Its ``pid`` is 0 if it could not start it."""

    def __init__(self, status: int) -> None:
        self._status = os.fdopen(status, "rb", buffering=0)
        self._ended = threading.Event()
        self.returncode: int | None = None
        self.pid = int(self._status.readline() or 0)
        if self.pid:
            threading.Thread(target=self._wait_for_the_end, daemon=True).start()
        else:
            self._status.close()

    def poll(self) -> int | None:
        """Return the exit code; None while it runs."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code.

        Raises:
            subprocess.TimeoutExpired: it has not ended after so many seconds.
        """
        if not self._ended.wait(timeout):
            raise subprocess.TimeoutExpired(f"program {self.pid}", timeout or 0)
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, sig: int) -> None:
        """Send it a signal, if it has not ended."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, sig)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)

    def _wait_for_the_end(self) -> None:
        with self._status as status:
            line = status.readline()
        if not line:  # the fork server has died: nobody would ever hear of the program's end
            self.kill()
        self.returncode = int(line or -signal.SIGKILL)
        self._ended.set()
