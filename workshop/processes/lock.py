"""A lock in a file, held by the processes that use what it stands for, freed by the death of the last.

The operating system keeps it (flock), so a killed process leaves none behind. What the usual
libraries for this do not offer is needed here: a child inherits the lock with the open file. The
Temporal server may live a moment longer than `workshop lab`; until it has ended too, nobody else
gets at its database.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from types import TracebackType


class Lock:
    """A lock in the file ``path``; not ours until `acquire` says True.

    ``fd`` is the open file: a child that inherits it holds the lock as well.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.fd: int | None = None

    def __enter__(self) -> Lock:
        """Wait for the lock: for what is done in a moment."""
        while not self.acquire():
            time.sleep(0.01)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.release()

    def acquire(self) -> bool:
        """Take the lock and return True, or return False at once if somebody has it.

        Where the file system knows no locks, everybody gets it.

        Raises:
            OSError: the file can't be made.
        """
        fd = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            locked = _lock(fd)
        except BaseException:
            os.close(fd)
            raise
        if not locked:
            os.close(fd)
            return False
        self.fd = fd
        return True

    def release(self) -> None:
        """Let go of it; it is free when the children that inherited it have ended as well."""
        if self.fd is not None:
            os.close(self.fd)
            self.fd = None

    @property
    def inheritable(self) -> list[int]:
        """The open files that a child has to inherit to hold the lock as well."""
        return [] if self.fd is None else [self.fd]

    @property
    def is_held(self) -> bool:
        """Whether any process has it."""
        if self.fd is not None:
            return True
        with contextlib.suppress(OSError):
            fd = os.open(self.path, os.O_RDWR)
            try:
                return not _lock(fd)
            finally:
                os.close(fd)
        return False


def _lock(fd: int) -> bool:
    """Lock the open file, unless somebody else has."""
    if os.name != "posix":
        import msvcrt

        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # this file system has no locks
        return True
    return True
