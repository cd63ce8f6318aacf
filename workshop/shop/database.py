"""The shop's memory: one SQLite file, so that a ledger survives a killed shop.

The service has one connection, used only on its event loop, and never awaits inside a transaction:
calls are answered one after the other, whatever arrives at the same time.
"""

import reprlib
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workshop.shop.catalogue import CATALOGUE

_SCHEMA = """
CREATE TABLE IF NOT EXISTS orders (
    order_id TEXT PRIMARY KEY, status TEXT NOT NULL, customer TEXT, items TEXT NOT NULL, reason TEXT);
CREATE TABLE IF NOT EXISTS charges (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL, amount INTEGER NOT NULL,
    refunded INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS refunds (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL, charge_id TEXT NOT NULL, amount INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS reservations (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL, items TEXT NOT NULL,
    released INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS shipments (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL, address TEXT,
    cancelled INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS mails (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL, recipient TEXT NOT NULL, subject TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS stock (sku TEXT PRIMARY KEY, available INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS calls (
    seq INTEGER PRIMARY KEY, order_id TEXT NOT NULL, operation TEXT NOT NULL,
    status INTEGER NOT NULL, answer_lost INTEGER NOT NULL, with_key INTEGER NOT NULL,
    replayed INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS faults (
    seq INTEGER PRIMARY KEY, order_id TEXT NOT NULL, operation TEXT NOT NULL, kind TEXT NOT NULL,
    times_left INTEGER, status INTEGER, seconds REAL);
CREATE TABLE IF NOT EXISTS outages (
    operation TEXT PRIMARY KEY, status INTEGER NOT NULL, ends_at REAL NOT NULL);
CREATE TABLE IF NOT EXISTS order_numbers (number INTEGER PRIMARY KEY AUTOINCREMENT);
CREATE TABLE IF NOT EXISTS answers (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS charges_of_order ON charges (order_id);
CREATE INDEX IF NOT EXISTS refunds_of_order ON refunds (order_id);
CREATE INDEX IF NOT EXISTS reservations_of_order ON reservations (order_id);
CREATE INDEX IF NOT EXISTS shipments_of_order ON shipments (order_id);
CREATE INDEX IF NOT EXISTS mails_of_order ON mails (order_id);
CREATE INDEX IF NOT EXISTS calls_of_order ON calls (order_id);
CREATE INDEX IF NOT EXISTS faults_of_order ON faults (order_id);
"""


def open_database(path: Path) -> sqlite3.Connection:
    """Open or create the shop's database.

    Raises:
        sqlite3.Error: the file cannot be opened, or is not a database.
    """
    db = sqlite3.connect(path, timeout=5, isolation_level=None)
    db.row_factory = sqlite3.Row
    # With WAL, NORMAL keeps every committed transaction when the process is killed.
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.executescript(_SCHEMA)
    db.executemany(
        "INSERT OR IGNORE INTO stock (sku, available) VALUES (?, ?)",
        [(sku, article.stock) for sku, article in CATALOGUE.items()],
    )
    return db


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All of the block happens, or none of it. The block must not await.

    Raises:
        sqlite3.Error: the database cannot be written; none of it happened.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # SQLite has rolled back by itself what a full disk stopped.
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def trouble_in(path: Path) -> str | None:
    """Say in one sentence, without the path, why the file can't be the shop's database.

    None when it can: it is the shop's, or it is empty or absent, and the shop will fill it. Nothing
    is changed, neither the file nor what SQLite keeps beside it (``-wal``, ``-shm``), which belongs
    to it wherever it goes. Not to be asked while a shop has the file open.
    """
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):
            found = "a folder" if stat.S_ISDIR(kind) else "something else"
            return f"The shop's database should be a file and is {found}."
        contents = {"": path.read_bytes()}
        for suffix in ("-wal", "-journal"):
            beside = path.with_name(path.name + suffix)
            if beside.is_file():
                contents[suffix] = beside.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return f"The shop's database cannot be read ({error.strerror})."
    return _trouble_in_copy(contents) if contents[""] else None


def _trouble_in_copy(contents: dict[str, bytes]) -> str | None:
    # SQLite itself writes beside a database that it only reads, and takes over what it finds there.
    try:
        with tempfile.TemporaryDirectory() as folder:
            for suffix, content in contents.items():
                Path(folder, f"copy{suffix}").write_bytes(content)
            with closing(sqlite3.connect(Path(folder, "copy"), isolation_level=None)) as db:
                # What is damaged may be text as well.
                db.text_factory = lambda text: text.decode(errors="replace")
                damage = damage_in(db)
                trouble = f"The shop's database is damaged ({damage})." if damage else _foreign(db)
                db.execute("PRAGMA user_version = 1")  # a newer format can be read, not written
                return trouble
    except UnicodeDecodeError:
        return "The shop's database is damaged (it holds names that are not UTF-8)."
    except sqlite3.Error as error:
        if "is full" in str(error):
            return None  # The same as below.
        if "not a database" in str(error):
            return "The shop's database is not a database."
        return f"The shop's database is damaged ({' '.join(str(error).split())})."
    except OSError:
        return None  # No room for a copy: that says nothing about the file.


def damage_in(db: sqlite3.Connection) -> str | None:
    """What SQLite finds broken in a database first, in its words; None when it finds nothing.

    Raises:
        sqlite3.Error: it cannot be looked at.
    """
    found = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    # "*** in database main ***" stands on a line of its own.
    return None if found == "ok" else found.splitlines()[-1]


def _foreign(db: sqlite3.Connection) -> str | None:
    with closing(sqlite3.connect(":memory:")) as ours:
        ours.executescript(_SCHEMA)
        expected = {name: _columns(ours, name) for _, name in _things(ours)}
    for kind, name in _things(db):
        if kind != "table" or name not in expected:
            return f"The shop's database holds the {kind} {reprlib.repr(name)}, which isn't the shop's."
        if _columns(db, name) != expected[name]:
            return f"The shop's database has other columns in its table {name} than this shop's."
    return None


def _things(db: sqlite3.Connection) -> list[tuple[str, str]]:
    """Kind and name of all that is in the database but indexes and SQLite's own."""
    return db.execute(
        "SELECT type, name FROM sqlite_master"
        " WHERE type <> 'index' AND substr(name, 1, 7) <> 'sqlite_' ORDER BY rowid"
    ).fetchall()


def _columns(db: sqlite3.Connection, table: str) -> list[tuple[object, ...]]:
    # Name, type, whether it may be null, its default, its place in the key, whether it is hidden.
    columns = db.execute("SELECT * FROM pragma_table_xinfo(?)", (table,)).fetchall()
    return sorted((column[1:] for column in columns), key=str)
