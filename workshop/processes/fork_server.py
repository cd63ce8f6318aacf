"""Fork programs from a process that has imported what they need: ``-m …fork_server FD IDLE MODULE …``.

Python takes most of a second to start and to import a large library. This program imports the
modules that its command line names, once, and then forks for whoever asks; a program is there in a
hundredth of a second. It has one thread, so a fork leaves nothing half done.

Who asks is its parent, by the socket ``FD``: a message a program, JSON, and with it four open files:
where to write how it goes, and what is to be the program's standard input, output and error. How it
goes is two lines, the process id at once and the exit code in the end, as `subprocess` has it. The
fork server ends when the socket does, so with its parent, however that ends; and when nobody has
asked for ``IDLE`` seconds and no program of it runs, as it holds 40 MB. It hears no more then, and
who asks is told so (``EPIPE``).
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import os
import runpy
import select
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

#: The longest message: a program's environment is its largest part.
LONGEST = 1 << 18

#: Open files that come with a message.
FILES = 4


def main() -> None:
    """Import, then fork until nobody asks any more."""
    parent = socket.socket(fileno=int(sys.argv[1]))
    idle = float(sys.argv[2])
    for name in sys.argv[3:]:
        importlib.import_module(name)
    gc.freeze()  # what is here already is no program's garbage
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    woken, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    signal.signal(signal.SIGCHLD, lambda *_: None)  # so that the descriptor is written to
    running: dict[int, int] = {}
    is_retired = False
    asks = [parent.fileno()]
    while asks or running:
        ready, _, _ = select.select([*asks, woken], [], [], None if running else idle)
        if woken in ready:
            os.read(woken, 4096)
            _tell_of_ends(running)
        if not ready and not running:
            # From here on nobody can ask; what has been asked until now can still be read.
            parent.shutdown(socket.SHUT_RD)
            is_retired = True
        if parent.fileno() not in ready:
            continue
        message, files, _, _ = socket.recv_fds(parent, LONGEST, FILES)
        if not message and is_retired:
            asks = []  # and what runs may run to its end
            continue
        if not message:
            break
        status, *streams = files
        process_id = os.fork()
        if process_id == 0:
            for file in (parent.detach(), woken, wake, status, *running.values()):
                os.close(file)
            _run(json.loads(message), streams)
        running[process_id] = status
        _write(status, process_id)
        for file in streams:
            os.close(file)
    os._exit(0)


def _tell_of_ends(running: dict[int, int]) -> None:
    for process_id in list(running):
        ended, status = os.waitpid(process_id, os.WNOHANG)
        if ended:
            file = running.pop(process_id)
            _write(file, os.waitstatus_to_exitcode(status))
            os.close(file)


def _write(file: int, number: int) -> None:
    with contextlib.suppress(BrokenPipeError):  # nobody wants to know
        os.write(file, f"{number}\n".encode())


def _run(program: dict[str, Any], streams: list[int]) -> None:
    """Become the program: as after ``python -u -m module argument …``. Never returns."""
    code = 1
    try:
        os.setsid()
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number, file in enumerate(streams):
            os.dup2(file, number)
            os.close(file)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout, sys.stderr = (
            io.TextIOWrapper(
                open(number, "wb", 0, closefd=False),  # noqa: SIM115
                encoding="utf-8",
                errors="backslashreplace",
                write_through=True,
            )
            for number in (1, 2)
        )
        before = _python_path()
        os.environ.clear()
        os.environ.update(program["environment"])
        os.chdir(program["folder"])
        others = [each for each in sys.path[1:] if each not in before]
        sys.path[:] = dict.fromkeys([program["folder"], *_python_path(), *others])
        importlib.invalidate_caches()
        sys.argv = ["", *program["arguments"]]
        runpy.run_module(program["module"], run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as exit_request:
        code = exit_request.code if isinstance(exit_request.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _python_path() -> list[str]:
    """Return the folders of PYTHONPATH as `sys.path` has them."""
    given = os.environ.get("PYTHONPATH")
    return [str(Path(each).absolute()) for each in given.split(os.pathsep)] if given else []


if __name__ == "__main__":
    main()
