"""Who is let in: with a secret only those who know it, and never a web page."""

import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import psutil
import pytest
from temporalio.testing import ActivityEnvironment

from tests.shop.process import end_shop, launch_shop, start_shop
from workshop.orders import PaymentInput, cancel_order_activity, process_payment
from workshop.orders.models import CancelInput
from workshop.shop.client import Shop, ShopError

SECRET = "a-secret_of_22_letters"
CHARGE = {"order_id": "order-1", "amount": 100}


@pytest.fixture(scope="module")
def secret_shop(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    process, url = start_shop(tmp_path_factory.mktemp("shop") / "shop.sqlite", secret=SECRET)
    try:
        yield process, url
    finally:
        errors = end_shop(process)
    assert errors == "", "the shop complained"


@pytest.fixture(scope="module")
def secret_url(secret_shop: tuple["subprocess.Popen[str]", str]) -> str:
    return secret_shop[1]


@pytest.fixture(scope="module")
def root(secret_url: str) -> str:
    """The shop's address without the secret."""
    return secret_url.removesuffix(f"/{SECRET}")


def tally(url: str) -> int:
    """How many calls the shop has written down."""
    with Shop(url) as shop:
        return sum(int(summary["calls"]) for summary in shop.summaries())


def raw(url: str, request: bytes) -> bytes:
    """What the shop says to bytes that no client would send."""
    with socket.create_connection(("127.0.0.1", urlsplit(url).port or 0), timeout=10) as line:
        line.sendall(request)
        line.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: line.recv(65536), b""))


def test_code_that_joins_paths_to_the_url_needs_not_know_of_the_secret(
    secret_url: str, order_id: str
) -> None:
    charge = {"order_id": order_id, "amount": 100}
    with httpx.Client(base_url=secret_url, trust_env=False) as http, Shop(secret_url) as shop:
        assert http.post("/charges", json=charge).status_code == 201
        assert http.get(f"{secret_url}/stock/tea", params={"x": "1"}).status_code == 200
        shop.fail("charge", order_id, times=1)
        assert http.post("/charges", json=charge).status_code == 503
        assert [call.status for call in shop.ledger(order_id).calls] == [201, 503]


async def test_activities_work_with_a_secret_and_tell_nobody(
    monkeypatch: pytest.MonkeyPatch, secret_url: str, order_id: str
) -> None:
    monkeypatch.setenv("WORKSHOP_SHOP_URL", secret_url)
    payment = await ActivityEnvironment().run(process_payment, PaymentInput(order_id, 100))
    assert payment.charge_id == f"{order_id}-charge-1"
    with Shop(secret_url) as shop:
        shop.fail("cancel_order", order_id, status=404, times=1)
        shop.fail("cancel_order", order_id, status=500, times=1)
    for _ in range(2):
        with pytest.raises(Exception, match=r"failed|500") as error:
            await ActivityEnvironment().run(cancel_order_activity, CancelInput(order_id, "no"))
        assert SECRET not in repr(error.value)


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "//", "/charges", "/health", "/openapi.json", f"/{SECRET[:-1]}/charges",
        f"/{SECRET}x/charges", f"//{SECRET}/charges", f"/x/{SECRET}/charges",
        f"/{SECRET.upper()}/charges", f"/{SECRET}%00/charges", f"/%20{SECRET}/charges", "/%ff/é",
        f"/charges?{SECRET}", f"/x/../y{SECRET}/charges", f"/{SECRET};/charges",
    ],
)  # fmt: skip
def test_without_the_secret_there_is_nothing(
    http: httpx.Client, secret_url: str, root: str, path: str
) -> None:
    before = tally(secret_url)
    for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS", "BREW"):
        answer = http.request(method, root + path, json=CHARGE)
        assert answer.status_code == 404
        assert answer.json() == {"detail": "there is nothing here", "type": "NotFound"}
        assert "Allow" not in answer.headers
    assert tally(secret_url) == before


@pytest.mark.parametrize("size", [10**5, 10**7])
def test_a_big_body_on_a_wrong_path_does_no_harm(
    http: httpx.Client, secret_url: str, root: str, size: int
) -> None:
    try:
        answer = http.post(f"{root}/charges", content=b"x" * size)
        assert answer.status_code == 404
    except (httpx.WriteError, httpx.ReadError):
        pass  # The shop has answered and hung up before all was sent.
    with Shop(secret_url) as shop:
        assert shop.stock("tea") > 0


@pytest.mark.parametrize(
    ("method", "path", "sentence"),
    [
        ("GET", "", "there is nothing at GET /"),
        ("GET", "/", "there is nothing at GET /"),
        ("GET", "/charge", "there is nothing at GET /charge"),
        ("GET", "/charges", "GET /charges is not something the shop does; use another method"),
        ("PUT", "/health", "PUT /health is not something the shop does; use another method"),
        ("GET", "/charges/", "there is nothing at GET /charges/"),
    ],
)
def test_sentences_are_those_of_a_shop_without_a_secret(
    http: httpx.Client, secret_url: str, url: str, method: str, path: str, sentence: str
) -> None:
    for base in (secret_url, url):
        answer = http.request(method, base + path)
        assert answer.json()["detail"] == sentence


def test_errors_of_the_client_do_not_show_the_secret(secret_url: str) -> None:
    with Shop(secret_url) as shop:
        with pytest.raises(ShopError) as refused:
            shop.stock("unicorn")
        assert SECRET not in f"{refused.value!r} {shop!r}"


def test_openapi_is_under_the_secret_and_says_where_the_shop_is(
    http: httpx.Client, secret_url: str
) -> None:
    document = http.get(f"{secret_url}/openapi.json").json()
    assert document["servers"] == [{"url": f"/{SECRET}"}]
    without = http.get("/openapi.json").json()
    assert document["paths"] == without["paths"]


def test_the_secret_is_not_on_the_command_line(
    secret_shop: tuple["subprocess.Popen[str]", str],
) -> None:
    assert SECRET not in " ".join(psutil.Process(secret_shop[0].pid).cmdline())


@pytest.mark.parametrize("secret", ["", "short", "x" * 15, "a/secret/with/slashes", "ä" * 20])
def test_a_secret_that_is_none_is_refused_and_not_shown(tmp_path: Path, secret: str) -> None:
    process = launch_shop(tmp_path / "shop.sqlite", secret=secret)
    errors = end_shop(process)
    assert process.returncode == 1
    assert errors.startswith("shop: WORKSHOP_SHOP_SECRET should be 16 to 200 letters, digits")
    assert not secret or secret not in errors


HOSTS = [
    ("127.0.0.1", True), ("127.0.0.1:7300", True), ("localhost", True), ("LocalHost:1", True),
    ("[::1]", True), ("[::1]:7300", True),
    ("evil.example", False), ("evil.example:7300", False), ("127.0.0.1.evil.example", False),
    ("localhost.evil.example", False), ("evil.example#127.0.0.1", False), ("127.0.0.2", False),
    ("0.0.0.0", False), ("[::1].evil.example", False), ("[::2]", False), ("::1", False),
    ("127.0.0.1:x", False), ("127.0.0.1@evil.example", False), ("", False), (":7300", False),
    ("2130706433", False), ("localhost:", False), ("localhost:1:2", False),
]  # fmt: skip


@pytest.mark.parametrize(("host", "is_ours"), HOSTS)
def test_only_a_loopback_name_is_answered(
    http: httpx.Client, shop: Shop, url: str, order: str, host: str, is_ours: bool
) -> None:
    before = shop.ledger(order)
    answer = http.post(f"/orders/{order}/refund", headers={"Host": host})
    assert answer.status_code == (200 if is_ours else 421)
    if not is_ours:
        assert answer.json()["type"] == "ForeignHost"
        assert shop.ledger(order) == before


def test_no_host_or_two_change_nothing(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    for head in [
        "POST {path} HTTP/1.0\r\n",
        "POST http://evil.example{path} HTTP/1.1\r\nHost: evil.example\r\n",
        "POST http://127.0.0.1{path} HTTP/1.1\r\nHost: evil.example\r\n",
        "POST {path} HTTP/1.1\r\n",
        "POST {path} HTTP/1.1\r\nHost: evil.example\r\nHost: 127.0.0.1\r\n",
        "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n",
    ]:
        line = head.format(path="/orders/order-1/refund")
        said = raw(url, f"{line}Connection: close\r\nContent-Length: 0\r\n\r\n".encode())
        assert said.split()[1] in (b"400", b"421"), said
        assert tally(url) == 0
    # What is no HTTP/1.1 at all is refused by the HTTP server, which says so in its log.
    assert set(end_shop(process).splitlines()) == {"WARNING:  Invalid HTTP request received."}


ORIGINS = [
    "http://evil.example", "null", "", "http://127.0.0.1:8888", "http://localhost:8888", "file://",
    "https://127.0.0.1",
]  # fmt: skip


@pytest.mark.parametrize("origin", ORIGINS)
def test_no_page_changes_anything(http: httpx.Client, shop: Shop, order: str, origin: str) -> None:
    before = shop.ledger(order)
    bodies = [
        {"content": f'{{"order_id": "{order}", "amount": 1}}', "type": "text/plain"},
        {"content": f"order_id={order}&amount=1", "type": "application/x-www-form-urlencoded"},
        {"content": "--x--", "type": "multipart/form-data; boundary=x"},
        {"content": f'{{"order_id": "{order}", "amount": 1}}', "type": "application/json"},
    ]
    for body in bodies:
        for path in ("/charges", f"/orders/{order}/refund", "/outages", "/order-numbers"):
            headers = {"Content-Type": body["type"], "Origin": origin}
            answer = http.post(path, content=body["content"], headers=headers)
            assert (answer.status_code, answer.json()["type"]) == (403, "CrossOrigin")
    assert http.get("/ledger", headers={"Origin": origin}).status_code == 403
    assert http.delete("/faults", headers={"Origin": origin}).status_code == 403
    assert shop.ledger(order) == before


@pytest.mark.parametrize(
    ("site", "status"),
    [("cross-site", 403), ("same-site", 403), ("Cross-Site", 403), ("new", 403), ("", 403),
     ("same-origin", 200), ("none", 200)],
)  # fmt: skip
def test_what_a_browser_says_of_the_page_counts(
    http: httpx.Client, shop: Shop, order: str, site: str, status: int
) -> None:
    before = shop.ledger(order)
    answer = http.post(f"/orders/{order}/refund", headers={"Sec-Fetch-Site": site})
    assert answer.status_code == status
    assert (shop.ledger(order) == before) is (status == 403)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ["/charges", "/orders/x", "/faults", "/nowhere"])
def test_a_preflight_is_refused(http: httpx.Client, method: str, path: str) -> None:
    headers = {
        "Origin": "http://evil.example",
        "Access-Control-Request-Method": method,
        "Access-Control-Request-Headers": "content-type,idempotency-key",
        "Access-Control-Request-Private-Network": "true",
    }
    answer = http.options(path, headers=headers)
    assert answer.status_code == 403
    asked_without_a_page = http.options(path)
    for each in (answer, asked_without_a_page, http.get("/ledger")):
        assert not [name for name in each.headers if name.startswith("access-control")]
