"""``workshop bundle``: what laptops without internet need."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workshop.commands.room import is_installed
from workshop.room.bundle import PLATFORMS, PYTHONS, USUAL_PLATFORMS, BundleError, make_bundle


def bundle_course(
    folder: Path, platforms: Sequence[str] | None = None, pythons: Sequence[str] | None = None
) -> int:
    """Make the bundle; return the exit code: 2 for a platform or a Python that none can be for."""
    platforms, pythons = platforms or USUAL_PLATFORMS, pythons or PYTHONS
    if not is_installed():
        return 1
    for asked, known, word in ((platforms, PLATFORMS, "platform"), (pythons, PYTHONS, "python")):
        for each in asked:
            if each not in known:
                print(
                    f"A bundle can't be for {each}. It can be for: {', '.join(known)} (--{word})."
                )
                return 2
    try:
        make_bundle(folder, platforms, pythons, lambda text: print(text, flush=True))
    except BundleError as error:
        print(error)
        return 1
    return 0
