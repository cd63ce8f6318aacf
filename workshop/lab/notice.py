"""What a lab has to tell its learner in JupyterLab: one program writes it, the course panel shows it."""

from __future__ import annotations

import contextlib

from workshop.lab.workspace import Workspace
from workshop.processes.whole_file import write_whole


class Notice:
    """What is told in a workspace; at first whatever an earlier lab has left.

    Args:
        workspace: the learner's.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._file = workspace.notice_file
        self._told: str | None = None

    def tell(self, text: str) -> None:
        """Have JupyterLab show a sentence or two, until they are taken back by an empty text."""
        if text != self._told:
            with contextlib.suppress(OSError):  # the disk is full: saving a notebook says so too
                write_whole(self._file, text)
                self._told = text


def noticed(workspace: Workspace) -> str:
    """Return what JupyterLab has to show; an empty text if nothing."""
    try:
        return workspace.notice_file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
