"""What is said about a file that can't be the shop's database, and that nothing is changed."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.shop.process import end_shop, start_shop
from workshop.shop.database import open_database, trouble_in


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that a shop has written much into, all in one file."""
    path = tmp_path_factory.mktemp("ours") / "shop.db"
    with closing(open_database(path)) as db:
        rows = [
            (f"mail-{number}", f"order-{number % 50}", "ada", "x" * 90) for number in range(900)
        ]
        db.executemany("INSERT INTO mails VALUES (?, ?, ?, ?)", rows)
        db.execute("PRAGMA journal_mode = DELETE")
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shop.db"


def look(path: Path) -> str | None:
    """Ask for the trouble, and hold what the folder has against what it had."""
    before = snapshot(path.parent)
    trouble = trouble_in(path)
    assert snapshot(path.parent) == before, "it changed something"
    if trouble is not None:
        assert trouble.startswith("The shop's database ")
        assert trouble.endswith(".")
        assert "\n" not in trouble
        assert str(path) not in trouble
    return trouble


def snapshot(folder: Path) -> dict[str, object]:
    return {
        each.name: (
            each.lstat().st_mtime_ns,
            each.lstat().st_mode,
            each.is_file() and each.read_bytes(),
        )
        for each in folder.iterdir()
        if not each.is_fifo()
    }


@pytest.mark.parametrize("content", [b"\n", b"x", b"\x00"])
def test_a_single_byte_is_no_trouble(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert look(path) is None
    open_database(path).close()  # for SQLite, that's an empty file


def test_a_database_of_ours_is_no_trouble(ours: Path, path: Path) -> None:
    shutil.copy(ours, path)
    assert look(path) is None


def test_a_database_just_made_is_no_trouble(path: Path) -> None:
    open_database(path).close()
    assert look(path) is None


def test_the_database_of_a_killed_shop_is_no_trouble(path: Path) -> None:
    process, url = start_shop(path)
    httpx.post(f"{url}/charges", json={"order_id": "order-1", "amount": 1}, timeout=60)
    process.kill()
    end_shop(process)
    assert (path.parent / "shop.db-wal").stat().st_size > 0
    assert look(path) is None
    # Not without what stands beside it: there is nothing in it but in the log.
    with closing(open_database(path)) as db:
        assert db.execute("SELECT count(*) FROM charges").fetchone()[0] == 1


def test_a_shop_killed_while_it_made_its_tables_left_no_trouble(path: Path) -> None:
    with closing(open_database(path)) as db:
        for table in ("answers", "outages", "faults"):
            db.execute(f"DROP TABLE {table}")
    assert look(path) is None
    with closing(sqlite3.connect(path)) as db:
        for (name,) in db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall():
            db.execute(f"DROP TABLE {name}")
    assert look(path) is None


def test_an_index_more_or_statistics_are_no_trouble(path: Path) -> None:
    with closing(open_database(path)) as db:
        db.execute("CREATE INDEX mine ON mails (subject)")
        db.execute("ANALYZE")
    assert look(path) is None


def test_what_is_absent_or_empty_is_no_trouble(path: Path) -> None:
    assert look(path) is None
    path.touch()
    assert look(path) is None
    (path.parent / "shop.db-wal").write_bytes(b"left over")
    assert look(path) is None
    path.unlink()
    assert look(path) is None
    path.symlink_to(path.parent / "nowhere")
    assert look(path) is None


@pytest.mark.parametrize(
    "content",
    [
        b"{}", b"\x00\x00", b"hello, I am your shop\n" * 40, b"\x00" * 100, b"\x00" * 8192,
        random.Random(1).randbytes(50), random.Random(2).randbytes(5000),
        b"SQLite format 3", b"SQLite format 3\x00", b"SQLite format 3\x00" + b"\x00" * 5000,
        b'{"orders": []}', b"\xef\xbb\xbf", b"PK\x03\x04" + b"\x01" * 3000,
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_not_a_database_is_said_to_be_none(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert look(path) == "The shop's database is not a database."


@pytest.mark.parametrize("size", [2, 16, 99, 100, 101, 500])
def test_a_database_cut_off_in_its_header_is_none(ours: Path, path: Path, size: int) -> None:
    path.write_bytes(ours.read_bytes()[:size])
    trouble = look(path)
    assert trouble is not None
    assert "is not a database" in trouble or "is damaged" in trouble


def test_a_header_of_zeros_is_none(ours: Path, path: Path) -> None:
    path.write_bytes(b"\x00" * 100 + ours.read_bytes()[100:])
    assert look(path) == "The shop's database is not a database."


@pytest.mark.parametrize("pages", [0.5, 1, 2, 10, 20.5])
def test_a_database_that_was_cut_off_is_damaged(ours: Path, path: Path, pages: float) -> None:
    path.write_bytes(ours.read_bytes()[: int(4096 * pages)])
    assert "The shop's database is damaged (" in (look(path) or "")


@pytest.mark.parametrize("first", [1, 5, 12, 20])
@pytest.mark.parametrize("filled_with", [b"\x00", b"\xff", b"x"])
def test_a_database_with_pages_overwritten_is_damaged(
    ours: Path, path: Path, first: int, filled_with: bytes
) -> None:
    content = bytearray(ours.read_bytes())
    pages = slice(4096 * first, 4096 * (first + 8))
    content[pages] = filled_with * (4096 * 8)
    path.write_bytes(content)
    assert "The shop's database is damaged (" in (look(path) or "")


def test_a_format_that_cannot_be_written_is_damage(ours: Path, path: Path) -> None:
    content = bytearray(ours.read_bytes())
    content[18] = 200  # the header's version for writers
    path.write_bytes(content)
    assert "The shop's database is damaged (" in (look(path) or "")


def test_whatever_was_damaged_something_is_said_and_nothing_raised(ours: Path, path: Path) -> None:
    dice = random.Random(17)
    whole = ours.read_bytes()
    for _ in range(150):
        content = bytearray(whole)
        # Half of the hits go where the header and the schema are.
        for _ in range(dice.choice((1, 5, 40))):
            content[dice.randrange(dice.choice((4096, len(content))))] = dice.randrange(256)
        path.write_bytes(content)
        look(path)


def test_a_folder_is_said_to_be_one(path: Path) -> None:
    path.mkdir()
    assert look(path) == "The shop's database should be a file and is a folder."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    assert look(path) == "The shop's database should be a file and is something else."


def test_what_lies_under_a_file_cannot_be_read(path: Path) -> None:
    path.write_text("a file")
    assert trouble_in(path / "shop.db") in (
        "The shop's database cannot be read (Not a directory).",
        None,  # where the system says that there is no such file
    )


FOREIGN = [
    ("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)", "the table 'users'"),
    ("CREATE TABLE charges (id TEXT PRIMARY KEY, order_id TEXT NOT NULL)", "its table charges"),
    ("CREATE TABLE orders (order_id TEXT, status TEXT)", "its table orders"),
    ("CREATE TABLE stock (sku TEXT PRIMARY KEY, available TEXT NOT NULL)", "its table stock"),
    ("CREATE TABLE stock (sku TEXT PRIMARY KEY, available INTEGER)", "its table stock"),
    ("CREATE TABLE stock (sku TEXT, available INTEGER NOT NULL)", "its table stock"),
    ("CREATE VIEW orders AS SELECT 1 AS order_id", "the view 'orders'"),
    ("CREATE VIEW broken AS SELECT * FROM nowhere", "the view 'broken'"),
    ("CREATE TABLE 'a\nb' (x)", "the table 'a\\nb'"),
    ("CREATE TABLE sqliteish (x)", "the table 'sqliteish'"),
]


@pytest.mark.parametrize(("statement", "named"), FOREIGN, ids=range(len(FOREIGN)))
def test_another_program_s_database_is_foreign(path: Path, statement: str, named: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(statement)
    assert named in (look(path) or "")


OTHER_VERSIONS = [
    ("ALTER TABLE calls DROP COLUMN replayed", "its table calls"),
    ("ALTER TABLE faults DROP COLUMN seconds", "its table faults"),
    ("ALTER TABLE mails ADD COLUMN sent_at REAL", "its table mails"),
    ("ALTER TABLE refunds RENAME COLUMN amount TO cents", "its table refunds"),
    ("CREATE TABLE customers (name TEXT)", "the table 'customers'"),
    ("CREATE TRIGGER t AFTER INSERT ON mails BEGIN DELETE FROM mails; END", "the trigger 't'"),
]


@pytest.mark.parametrize(("statement", "named"), OTHER_VERSIONS, ids=range(len(OTHER_VERSIONS)))
def test_another_version_s_database_is_foreign(
    ours: Path, path: Path, statement: str, named: str
) -> None:
    shutil.copy(ours, path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(statement)
    assert named in (look(path) or "")


def test_what_only_the_log_holds_is_looked_at(path: Path) -> None:
    other = path.with_name("other.db")
    with closing(sqlite3.connect(other, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE users (name TEXT)")
        for suffix in ("", "-wal"):
            shutil.copy(f"{other}{suffix}", f"{path}{suffix}")
    assert "the table 'users'" in (look(path) or "")


def test_a_file_that_cannot_be_copied_is_not_called_broken(
    monkeypatch: pytest.MonkeyPatch, ours: Path, path: Path
) -> None:
    shutil.copy(ours, path)
    before = look(path)
    monkeypatch.setattr("tempfile.mkdtemp", _full)
    assert before is None
    assert look(path) is None


def _full(*_: object, **__: object) -> str:
    raise OSError(28, "No space left on device")
