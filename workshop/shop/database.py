"""The shop's memory: one SQLite file, so that a ledger survives a killed shop.

The service has one connection, used only on its event loop, and never awaits inside a transaction:
calls are answered one after the other, whatever arrives at the same time.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
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
    """All of the block happens, or none of it. The block must not await."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
