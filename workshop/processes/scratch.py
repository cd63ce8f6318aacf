"""Temporary folders, and the removal of those whose process was killed before it could."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path
from types import TracebackType

from workshop.processes.lock import Lock

#: What the names of all our temporary folders begin with.
PREFIX = "temporal-workshop-"

#: Seconds. A folder that is younger may be about to be locked by whoever makes it.
YOUNG = 60.0


class Scratch:
    """A temporary folder of this process; the owner's alone, and removed by `remove`.

    Its ``lock`` is held until then, by children too that inherit ``lock.fd``. What is left of a
    process that was killed is removed by `sweep`.

    Args:
        purpose: what it is for, in its name.
    """

    def __init__(self, purpose: str) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{purpose}-")).resolve()
        self.lock = Lock(self.path / "lock")
        self.lock.acquire()

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.lock.release()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.remove()


def sweep(young: float = YOUNG) -> list[Path]:
    """Remove the temporary folders of ours that nobody uses any more; return which.

    Args:
        young: seconds; a folder that was made later is left alone.
    """
    removed = []
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            found = folder.lstat()
            if hasattr(os, "getuid") and found.st_uid != os.getuid():
                continue
            lock = Lock(folder / "lock")
            if not lock.path.exists() or time.time() - found.st_mtime < young:
                continue
            if lock.acquire():
                shutil.rmtree(folder, ignore_errors=True)
                lock.release()
                removed.append(folder)
    return removed
