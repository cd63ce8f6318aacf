"""A database that fails under the shop: each call says so, does nothing, and reads go on."""

import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from tests.shop.conftest import TEAPOTS
from tests.shop.process import end_shop, start_shop
from workshop.shop.breakdown import describe
from workshop.shop.client import Shop, ShopError
from workshop.shop.database import open_database
from workshop.shop.gate import Gate
from workshop.shop.service import shop_app

ORDER = {"customer": "ada@example.com", "items": TEAPOTS}
BODY: dict[str, Any] = {"order_id": "order-1"}

WRITES: list[tuple[str, str, dict[str, Any]]] = [
    ("PUT", "/orders/order-1", ORDER),
    ("PUT", "/orders/order-2", ORDER),
    ("POST", "/orders/order-1/cancel", {"reason": "no"}),
    ("POST", "/charges", BODY | {"amount": 1}),
    ("POST", "/orders/order-1/refund", {}),
    ("POST", "/reservations", BODY | {"items": TEAPOTS}),
    ("POST", "/orders/order-1/release", {}),
    ("POST", "/shipments", BODY),
    ("POST", "/orders/order-1/cancel-shipment", {}),
    ("POST", "/mails", BODY | {"to": "ada", "subject": "hello"}),
    ("POST", "/charges", BODY | {"amount": -1}),  # refused, which the ledger would show
    ("POST", "/order-numbers", {}),
    ("POST", "/faults", BODY | {"kind": "decline", "operation": "charge"}),
    ("DELETE", "/faults", {}),
    ("POST", "/outages", {"status": 503, "seconds": 1.0}),
    ("DELETE", "/outages", {}),
]
READS = ["/orders/order-1", "/ledger/order-1", "/ledger", "/stock/tea", "/health"]


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_database(tmp_path / "shop.db")) as db:
        yield db


@pytest.fixture
async def own_http(db: sqlite3.Connection) -> AsyncIterator[httpx.AsyncClient]:
    """A shop in this process, so that its database can be made to fail; it knows one order."""
    transport = httpx.ASGITransport(app=Gate(shop_app(db, "test-lab")))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
        assert (await http.put("/orders/order-1", json=ORDER)).status_code == 201
        assert (await http.post("/charges", json=BODY | {"amount": 5})).status_code == 201
        faults = {"kind": "delay", "operation": "ship", "seconds": 0.01}
        assert (await http.post("/faults", json=BODY | faults)).status_code == 201
        yield http


async def every_write(http: httpx.AsyncClient, db: sqlite3.Connection, expected: int) -> str:
    """Try every write and hold the answers to be alike, and the books as they were; the type."""
    before = list(db.iterdump())
    types = set()
    for method, path, body in WRITES:
        answer = await http.request(method, path, json=body or None)
        assert answer.status_code == expected, (method, path, answer.text)
        said = answer.json()
        assert said.keys() == {"detail", "type"}
        assert ";" in said["detail"]  # what is wrong; what to do
        types.add(said["type"])
        assert not db.in_transaction
    for path in READS:
        assert (await http.get(path)).status_code == 200
    assert list(db.iterdump()) == before
    (kind,) = types
    return str(kind)


async def every_write_is_done(http: httpx.AsyncClient) -> None:
    for method, path, body in WRITES:
        if path not in ("/outages", "/orders/order-1/cancel"):
            answer = await http.request(method, path, json=body or None)
            assert answer.is_success or body.get("amount") == -1, answer.text


async def test_what_may_not_be_written_is_answered_with_503(
    own_http: httpx.AsyncClient, db: sqlite3.Connection
) -> None:
    db.execute("PRAGMA query_only = ON")
    assert await every_write(own_http, db, 503) == "ReadOnly"
    db.execute("PRAGMA query_only = OFF")
    await every_write_is_done(own_http)


async def test_a_database_that_another_holds_is_answered_with_503(
    own_http: httpx.AsyncClient, db: sqlite3.Connection, tmp_path: Path
) -> None:
    db.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(tmp_path / "shop.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await every_write(own_http, db, 503) == "Locked"
    await every_write_is_done(own_http)


async def test_a_full_disk_is_answered_with_507_and_what_was_done_stays(
    own_http: httpx.AsyncClient, db: sqlite3.Connection
) -> None:
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 3}")
    done = []
    for number in range(1000):
        body = {"order_id": "order-3", "to": "ada", "subject": f"{number} {'x' * 400}"}
        answer = await own_http.post("/mails", json=body, headers={"Idempotency-Key": f"{number}"})
        if answer.is_error:
            break
        done.append(answer.json()["mail_id"])
    assert (answer.status_code, answer.json()["type"]) == (507, "DiskFull")
    assert "free some space" in answer.json()["detail"]
    ledger = (await own_http.get("/ledger/order-3")).json()
    assert [mail["id"] for mail in ledger["mails"]] == done
    assert len(ledger["calls"]) == len(done)
    db.execute("PRAGMA max_page_count = 1000000")
    for _ in range(2):
        again = await own_http.post("/mails", json=body, headers={"Idempotency-Key": f"{number}"})
        assert again.json()["mail_id"] == f"order-3-mail-{len(done) + 1}"
    await every_write_is_done(own_http)


async def test_a_file_that_was_overwritten_is_answered_with_503(
    own_http: httpx.AsyncClient, db: sqlite3.Connection, tmp_path: Path
) -> None:
    path = tmp_path / "shop.db"
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.execute("PRAGMA shrink_memory")  # or it would not look at the file
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"x" * (path.stat().st_size - 4096))
    for answer in (
        await own_http.get("/ledger/order-1"),
        await own_http.post("/charges", json=BODY | {"amount": 5}),
    ):
        assert (answer.status_code, answer.json()["type"]) == (503, "Damaged")


@pytest.mark.skipif(sys.platform != "linux", reason="sets a limit on another process")
def test_a_disk_that_takes_no_more_is_answered_by_the_process_and_got_over(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.db")
    with Shop(url) as shop:
        assert shop.next_order_number() == 1
        limits = psutil.Process(process.pid)
        before = limits.rlimit(psutil.RLIMIT_FSIZE)
        size = (tmp_path / "shop.db-wal").stat().st_size
        limits.rlimit(psutil.RLIMIT_FSIZE, (size, before[1]))
        for _ in range(3):
            with pytest.raises(ShopError, match="see whether it is full"):
                shop.next_order_number()
        assert shop.stock("tea") > 0
        limits.rlimit(psutil.RLIMIT_FSIZE, before)
        assert shop.next_order_number() == 2
    assert set(end_shop(process).splitlines()) == {
        "ERROR:    POST '/order-numbers': disk I/O error"
    }


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with ulimit")
def test_a_shop_that_starts_on_a_full_disk_says_so_in_a_sentence(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workshop.shop", "--database", str(tmp_path / "shop.db")]
    shop = subprocess.Popen(
        ["sh", "-c", 'ulimit -f 0 && exec "$0" "$@"', *command],
        stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert shop.wait() == 1
    errors = end_shop(shop)
    assert errors.startswith(f"shop: cannot use {tmp_path / 'shop.db'} as its database (")
    assert len(errors.splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (sqlite3.OperationalError("database or disk is full"), 507),
        (sqlite3.OperationalError("attempt to write a readonly database"), 503),
        (sqlite3.OperationalError("disk I/O error"), 503),
        (sqlite3.OperationalError("database is locked"), 503),
        (sqlite3.OperationalError("database table is locked"), 503),
        (sqlite3.OperationalError("unable to open database file"), 503),
        (sqlite3.OperationalError("no such table: mails"), 503),
        (sqlite3.DatabaseError("database disk image is malformed"), 503),
        (sqlite3.DatabaseError("file is not a database"), 503),
        (sqlite3.IntegrityError("UNIQUE constraint failed: charges.id"), None),
        (sqlite3.ProgrammingError("Cannot operate on a closed database."), None),
        (sqlite3.InterfaceError("bad parameter"), None),
    ],
    ids=str,
)
def test_only_what_is_not_the_shop_s_own_fault_is_described(
    error: sqlite3.Error, status: int | None
) -> None:
    assert isinstance(error, sqlite3.DatabaseError) or status is None
    described = describe(error)  # type: ignore[arg-type]
    assert (described and described[0]) == status
