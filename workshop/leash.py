"""A process that must not outlive its parent, however the parent dies.

`atexit`, signal handlers and `finally` blocks do not run on `kill -9`. The operating system does one
thing whatever happens: it closes the files of a dead process. So the parent starts the child with
`stdin=subprocess.PIPE` and keeps the write end of that pipe, without ever writing to it. The child
reads its end in a thread: the read blocks for as long as the parent lives, and gives end-of-file the
moment the parent is gone, or closes the pipe on purpose.
"""

import os
import threading

_STDIN = 0


def end_with_parent() -> None:
    """End this process, at once and quietly, when standard input ends.

    Call it first thing in a child whose standard input is a pipe held by its parent. The end is
    `os._exit(0)`: no clean-up runs, so the caller must be safe to stop at any moment.
    """
    threading.Thread(target=_exit_at_end_of_input, name="end-with-parent", daemon=True).start()


def _exit_at_end_of_input() -> None:
    try:
        while os.read(_STDIN, 1024):
            pass
    finally:  # a standard input that cannot be read has no parent behind it either
        os._exit(0)
