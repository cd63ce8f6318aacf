"""What the board keeps: a SQLite file in the room's folder."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from workshop.desk.spool import Event

#: Events are deleted after so many seconds: thirty days.
KEPT = 30 * 24 * 3600.0

#: Seconds for which a message is worth reading.
TOPICAL = 3 * 3600.0

_TABLES = """
CREATE TABLE IF NOT EXISTS events (
    learner TEXT, spool TEXT, number INTEGER, received REAL,
    kind TEXT, exercise TEXT, outcome TEXT, title TEXT, at REAL,
    PRIMARY KEY (learner, spool, number)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_age ON events (received);
CREATE TABLE IF NOT EXISTS spools (
    learner TEXT, spool TEXT, have INTEGER, PRIMARY KEY (learner, spool)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (number INTEGER PRIMARY KEY, learner TEXT, text TEXT, at REAL);
CREATE TABLE IF NOT EXISTS deeds (number INTEGER PRIMARY KEY, learner TEXT, what TEXT, lesson TEXT);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Received:
    """An event as the board has it: whose, and when it came (seconds since 1970, UTC)."""

    learner: str
    received: float
    event: Event


class Store:
    """The file; one process has it open.

    Args:
        path: where it is; made if it isn't there.

    Raises:
        sqlite3.Error: it can't be used.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        # A commit survives the death of this process; what a power cut takes, seats send again.
        self._db.executescript(
            f"PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            f"PRAGMA secure_delete=ON; {_TABLES}"
        )
        path.chmod(0o600)

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the file; one that is damaged is set aside first, as ``.damaged``.

        Raises:
            sqlite3.Error: it can't be used for another reason: the disk is full, say.
        """
        try:
            return cls(path)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            for suffix in ("-wal", "-shm"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            path.replace(path.with_suffix(".damaged"))
            return cls(path)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def add(self, learner: str, spool: str, events: Iterable[tuple[int, Event]]) -> list[Received]:
        """Add events by their numbers; return those that are new, in their order.

        What the spool has sent before, or what was deleted since, stays as it is.

        Raises:
            sqlite3.Error: they can't be written; none of them is.
        """
        have, now, new = self.have(learner, spool), time.time(), []
        for number, event in events:
            if number > have:
                have = number
                # A laptop's clock may be ahead of ours.
                event = replace(event, at=min(event.at, now))
                new.append((number, Received(learner, now, event)))
        if not new:
            return []
        with closing(self._db.cursor()) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                db.executemany(
                    "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        (
                            *(learner, spool, number, now),
                            *(each.event.kind, each.event.exercise),
                            *(each.event.outcome, each.event.title, each.event.at),
                        )
                        for number, each in new
                    ],
                )
                db.execute("REPLACE INTO spools VALUES (?, ?, ?)", (learner, spool, have))
                db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:  # a full disk has ended it already
                    db.execute("ROLLBACK")
                raise
        return [each for _, each in new]

    def have(self, learner: str, spool: str) -> int:
        """Return the highest number that this spool has sent; 0 if none."""
        row = self._db.execute(
            "SELECT have FROM spools WHERE learner = ? AND spool = ?", (learner, spool)
        ).fetchone()
        return row[0] if row else 0

    def events(self) -> list[Received]:
        """Return all of them, in the order in which they came."""
        rows = self._db.execute(
            "SELECT learner, received, kind, exercise, outcome, title, at FROM events "
            "ORDER BY received, learner, number"
        )
        return [Received(learner, received, Event(*rest)) for learner, received, *rest in rows]

    def forget(self, learner: str) -> None:
        """Delete what is known of a learner. What was sent already isn't taken a second time."""
        self._db.execute("DELETE FROM events WHERE learner = ?", (learner,))
        self._db.execute("DELETE FROM messages WHERE learner = ?", (learner,))
        self._db.execute("DELETE FROM deeds WHERE learner = ?", (learner,))

    def forget_old(self, now: float) -> None:
        """Delete what came more than `KEPT` seconds before now."""
        self._db.execute("DELETE FROM events WHERE received < ?", (now - KEPT,))
        self._db.execute("DELETE FROM messages WHERE at < ?", (now - KEPT,))

    def add_message(self, learner: str | None, text: str) -> None:
        """Keep a message to a learner, or to everybody."""
        self._db.execute(
            "INSERT INTO messages VALUES (?, ?, ?, ?)",
            (self._next("messages"), learner, text, time.time()),
        )

    def messages(self, learner: str, newest: int = 5) -> list[dict[str, Any]]:
        """Return the newest messages to a learner and to everybody, the oldest of them first.

        Those that are older than `TOPICAL` are none for somebody who comes in now.
        """
        rows = self._db.execute(
            "SELECT number, text FROM messages WHERE (learner = ? OR learner IS NULL) AND at > ? "
            "ORDER BY number DESC LIMIT ?",
            (learner, time.time() - TOPICAL, newest),
        ).fetchall()
        return [{"number": number, "text": text} for number, text in reversed(rows)]

    def add_deed(self, learner: str, what: str, lesson: str) -> None:
        """Keep what is to be done in a learner's workspace."""
        self._db.execute(
            "INSERT INTO deeds VALUES (?, ?, ?, ?)", (self._next("deeds"), learner, what, lesson)
        )

    def deeds(self, learner: str, newest: int = 20) -> list[dict[str, Any]]:
        """Return the newest things to be done in a learner's workspace, the oldest of them first."""
        rows = self._db.execute(
            "SELECT number, what, lesson FROM deeds WHERE learner = ? ORDER BY number DESC LIMIT ?",
            (learner, newest),
        ).fetchall()
        return [{"number": n, "what": what, "lesson": lesson} for n, what, lesson in reversed(rows)]

    def _next(self, table: Literal["messages", "deeds"]) -> int:
        """Return a number that no workspace has seen, not even from an earlier board's file."""
        (last,) = self._db.execute(f"SELECT MAX(number) FROM {table}").fetchone()
        return max(int(time.time() * 1000), (last or 0) + 1)

    @property
    def clock(self) -> dict[str, Any]:
        """``began``, when the session began, seconds since 1970, or None; ``added``, the minutes that
        slots of the agenda last longer, by their places as texts.
        """
        clock: dict[str, Any] = self.setting("clock", {"began": None, "added": {}})
        return clock

    def set_clock(self, began: float | None, added: Mapping[int, int]) -> None:
        """Set it; the places from 0."""
        kept = {str(place): minutes for place, minutes in added.items()}
        self.set("clock", {"began": began, "added": kept})

    def setting(self, name: str, default: Any) -> Any:
        """Return what was set under a name; JSON."""
        row = self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else default

    def set(self, name: str, value: Mapping[str, Any] | str | float | None) -> None:
        """Set what a name stands for; JSON."""
        self._db.execute("REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))
