"""Files that several processes read and write."""

from __future__ import annotations

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file, for its owner alone, so that nobody ever sees half of it.

    It is written beside and moved into place: a full disk, a killed process or another writer leave
    the one before.

    Raises:
        OSError: it can't be written; what was there is there still.
    """
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        beside.touch(mode=0o600)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
