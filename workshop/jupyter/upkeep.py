"""What may be wrong with a workspace, and what can be put right: for `workshop lab` and `doctor`."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from workshop.exercises.engine.progress import trouble_with_progress
from workshop.lab.services import announced_lab
from workshop.lab.workspace import Workspace
from workshop.shop import database as shop_database

#: Bytes. SQLite opens no file with a longer path (its own limit is 512, with what it keeps beside).
LONGEST_PATH = 500

#: Megabytes that have to be free. Measured: a lesson's workflows and logs take up to 30.
ROOM = 100

ELSEWHERE = "Choose another folder: `workshop lab FOLDER`."
MAKE_ROOM = "Make room there, or choose another folder: `workshop lab FOLDER`."

#: Tables that every database of the Temporal server has.
_TEMPORALS_TABLES = {"executions", "history_node", "namespaces"}


@dataclass(frozen=True)
class Trouble:
    """Something that keeps a workspace from being used, in a sentence, and what to do about it."""

    what: str
    cure: str

    def __str__(self) -> str:
        return f"{self.what} {self.cure}"


def trouble_with_place(root: Path) -> Trouble | None:
    """Return what makes the folder unfit for a workspace, whether it is there or not.

    Files may be made, and removed again, to see whether that can be done.
    """
    path = str(root)
    length = len(os.fsencode(Workspace(root).state / "temporal.db"))
    if length > LONGEST_PATH:
        return Trouble(
            f"The path of this folder is too long by {length - LONGEST_PATH} characters: the "
            "databases in it could not be opened.",
            ELSEWHERE,
        )
    if not path.isprintable():
        return Trouble(
            f"The folder's path, {path!r}, holds a character that can't be printed.", ELSEWHERE
        )
    if os.pathsep in path:
        return Trouble(
            f"The folder's path, {path}, holds '{os.pathsep}', which stands between paths in the "
            "environment: programs would not find your modules.",
            ELSEWHERE,
        )
    here = _nearest(root)
    if _kind_of(here) != "folder":
        return Trouble(f"{here} is a file, not a folder.", ELSEWHERE)
    for folder in (here, *(each for each in _folders_in(root) if _kind_of(each) == "folder")):
        if trouble := _trouble_with_writing(folder):
            return trouble
    return None


def can_be_written(folder: Path) -> bool:
    """Return whether files can be made in the folder, or where it would be made."""
    try:
        with tempfile.TemporaryFile(dir=_nearest(folder)):
            return True
    except OSError:
        return False


def unusable_files(workspace: Workspace) -> Iterator[tuple[Path, str]]:
    """Yield the files of the workspace's state that can't be used: each, and why in a sentence."""
    shop = workspace.state / "shop.db"
    if why := shop_database.trouble_in(shop):
        yield shop, why
    temporal = workspace.state / "temporal.db"
    if why := _trouble_with_workflows(temporal):
        yield temporal, why
    if why := trouble_with_progress(workspace):
        yield workspace.progress_file, why
    if workspace.lab_file.exists() and announced_lab(workspace) is None:
        yield workspace.lab_file, "It doesn't say where a lab is."


def _nearest(path: Path) -> Path:
    """Return the path, or the nearest above it at which there is something."""
    while _kind_of(path) is None and path != path.parent:
        path = path.parent
    return path


def _kind_of(path: Path) -> Literal["folder", "file"] | None:
    """Return what is there, as far as we may look."""
    try:
        return "folder" if path.is_dir() else "file" if path.exists() else None
    except OSError:  # another user's folder is in the way
        return None


def _folders_in(root: Path) -> tuple[Path, ...]:
    workspace = Workspace(root)
    return (workspace.work, workspace.state)


def _trouble_with_writing(folder: Path) -> Trouble | None:
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"x" * 4096)
    except OSError as error:
        return trouble_of(error, folder)
    free = shutil.disk_usage(folder).free // 2**20
    if free < ROOM:
        return Trouble(
            f"There are {free} MB free where {folder} is, and a lab needs {ROOM}.",
            MAKE_ROOM,
        )
    return None


def trouble_of(error: OSError, folder: Path) -> Trouble:
    """Return what an error of the operating system says of a folder, with the cure."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(
            f"There is no room left where {folder} is.",
            MAKE_ROOM,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble(
            f"{folder} can't be written to ({os.strerror(error.errno)}).",
            "Choose a folder of your own, as `workshop lab ~/my-workshop`, or change its rights.",
        )
    return Trouble(
        f"{folder} can't be used ({error.strerror or error}).",
        ELSEWHERE,
    )


def _trouble_with_workflows(database: Path) -> str | None:
    """Return what is wrong with the Temporal server's database; None if it is fine or absent."""
    if not database.exists():
        return None
    if not database.is_file():
        return "It isn't a file."
    try:
        with closing(sqlite3.connect(database, timeout=1)) as db:
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
            damage = shop_database.damage_in(db)
    except sqlite3.Error as error:
        return f"It can't be opened as a database ({error})."
    if damage:
        return f"It is damaged ({damage})."
    if not tables:
        return "It is empty."
    if not tables >= _TEMPORALS_TABLES:
        return "It is the database of another program."
    return None
