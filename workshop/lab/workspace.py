"""A workspace: the folder a learner works in, and where the kit keeps what belongs to it.

my-workshop/
  00_start_here.ipynb …   copies of the notebooks, the learner's own from then on
  work/                   modules that ``%%module`` cells write
  .workshop/              the kit's: running lab, progress, databases, logs, backups
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import datetime
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
    def hints_file(self) -> Path:
        """How many hints were given, by exercise."""
        return self.state / "hints.json"

    @property
    def given_file(self) -> Path:
        """Which exercises were given to a learner who came late, solved."""
        return self.state / "given.json"

    @property
    def notice_file(self) -> Path:
        """What the learner has to be told in JupyterLab: a sentence or two; empty if nothing."""
        return self.state / "notice.txt"

    @property
    def backups(self) -> Path:
        """Where ``workshop reset`` puts what it replaces."""
        return self.state / "backups"

    @property
    def lock_file(self) -> Path:
        """What the running lab holds locked, and the programs that use the databases."""
        return self.state / "lock"

    @property
    def copies_file(self) -> Path:
        """Which version of each notebook this workspace was given last."""
        return self.state / "notebooks.json"

    def create(self) -> None:
        """Make the folders that are missing, for their owner alone; leave everything that is there.

        Raises:
            OSError: they can't be made.
        """
        for folder in (self.root, self.work, self.state):
            folder.mkdir(mode=0o700, parents=folder is self.root, exist_ok=True)
        if self.state.stat().st_mode & 0o077:  # made by an earlier version
            self.state.chmod(0o700)

    def set_aside(self, path: Path) -> Path:
        """Move a file to the backups, with what SQLite keeps beside it; return where it is now.

        Raises:
            OSError: it can't be moved.
        """
        place = self.place_for_backup(path.name)
        for suffix in ("", "-wal", "-shm", "-journal"):
            if (each := path.with_name(path.name + suffix)).exists():
                shutil.move(each, place.with_name(place.name + suffix))
        return place

    def place_for_backup(self, name: str) -> Path:
        """Return where a file of this name can be kept: in the backups, where nothing is yet.

        Raises:
            OSError: there can be no backups.
        """
        self.backups.mkdir(mode=0o700, exist_ok=True)
        now = f"{datetime.now():%Y-%m-%d_%H%M%S}"
        place = self.backups / f"{now}_{name}"
        number = 1
        while place.exists():
            number += 1
            place = self.backups / f"{now}_{number}_{name}"
        return place


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
