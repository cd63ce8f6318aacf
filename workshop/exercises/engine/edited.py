"""Cells that were changed after they were run: the panel notes them just before a check by hand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

#: The exercises whose cell has another text than the module that is checked next.
EDITED: set[str] = set()


def edited_note(exercise: str, module: Path) -> str | None:
    """Return what to say of a check that judges an older text than the cell's; None if it does not.

    Said once: the panel notes the exercise before each check anew.

    Args:
        exercise: its name.
        module: the file that was checked.
    """
    if exercise not in EDITED:
        return None
    EDITED.discard(exercise)
    ran = datetime.fromtimestamp(module.stat().st_mtime) if module.exists() else None
    version = f" the version of {ran:%H:%M}" if ran else " what was run last"
    return f"You have changed the cell since you ran it; this judges{version}. Run it, then check."
