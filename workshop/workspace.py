"""A workspace: the folder a learner works in, and where the kit keeps what belongs to it.

my-workshop/
  00_start_here.ipynb …   copies of the notebooks, the learner's own from then on
  work/                   modules that ``%%module`` cells write
  .workshop/              the kit's: running lab, progress, databases, logs, backups
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

STATE = ".workshop"


@dataclass(frozen=True)
class Workspace:
    """The folder ``root`` and the names of the places in it."""

    root: Path

    @property
    def work(self) -> Path:
        """Where ``%%module`` writes modules."""
        return self.root / "work"

    @property
    def state(self) -> Path:
        """What the kit keeps here for itself."""
        return self.root / STATE

    @property
    def lab_file(self) -> Path:
        """Where the running lab is announced."""
        return self.state / "lab.json"

    @property
    def progress_file(self) -> Path:
        """Which exercises are done."""
        return self.state / "progress.json"

    @property
    def backups(self) -> Path:
        """Where ``workshop reset`` puts what it replaces."""
        return self.state / "backups"

    def create(self) -> None:
        """Make the folders that are missing; leave everything that is there."""
        self.work.mkdir(parents=True, exist_ok=True)
        self.state.mkdir(exist_ok=True)


def find_workspace(start: Path | None = None) -> Workspace:
    """Return the workspace that ``start`` (default: the current folder) lies in.

    It is the folder named by WORKSHOP_WORKSPACE if that is set, else the nearest folder upwards
    that has a ``.workshop``, else ``start`` itself.
    """
    if named := os.environ.get("WORKSHOP_WORKSPACE"):
        return Workspace(Path(named).resolve())
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / STATE).is_dir():
            return Workspace(folder)
    return Workspace(start)
