"""Whatever is sent, the answer is a 4xx with a sentence, and never a 500."""

import itertools
import json
from typing import Any

import httpx
import pytest

from workshop.shop.client import Shop

NASTY: list[Any] = [
    None, True, -1, 0, 10**19, 10**400, 1.5, "", "x" * 100_000, "a\x00b", "\ud800", "12", "../..",
    "😀", [], [[]], {}, {"\ud800": "\x00"}, [None], [{"sku": "\ud800", "quantity": 0}],
    [{"sku": "unicorn", "quantity": 1, "unit_price": 1}],
    [{"sku": "teapot", "quantity": 10**30, "unit_price": -1}],
]  # fmt: skip

GOOD_ITEMS = [{"sku": "teapot", "quantity": 1, "unit_price": 1}]
BODIES: list[tuple[str, str, dict[str, Any]]] = [
    ("PUT", "/orders/nasty", {"customer": "ada", "items": GOOD_ITEMS}),
    ("POST", "/orders/nasty-cancel/cancel", {"reason": "no"}),
    ("POST", "/charges", {"order_id": "nasty", "amount": 1}),
    ("POST", "/reservations", {"order_id": "nasty", "items": GOOD_ITEMS}),
    ("POST", "/shipments", {"order_id": "nasty", "address": "here"}),
    ("POST", "/mails", {"order_id": "nasty", "to": "ada", "subject": "hello"}),
    ("POST", "/faults", {
        "kind": "delay", "operation": "charge", "order_id": "nobody", "seconds": 1, "times": 1,
    }),
    ("POST", "/faults", {
        "kind": "status", "operation": "charge", "order_id": "nobody", "status": 503,
    }),
]  # fmt: skip


def check(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    assert 400 <= answer.status_code < 500, answer.text[:300]
    detail = answer.json()["detail"]
    assert isinstance(detail, str)
    assert 10 < len(detail) < 700, detail


@pytest.mark.parametrize(("method", "path", "good"), BODIES)
def test_no_field_can_break_the_shop(
    http: httpx.Client, method: str, path: str, good: dict[str, Any]
) -> None:
    for field, value in itertools.product([*good, "surprise"], NASTY):
        # json.dumps writes lone surrogates as escapes, which httpx's own encoder refuses to.
        content = json.dumps({**good, field: value})
        check(http.request(method, path, content=content, headers=JSON))
    for field in good:
        content = json.dumps({name: value for name, value in good.items() if name != field})
        check(http.request(method, path, content=content, headers=JSON))


JSON = {"Content-Type": "application/json"}
RAW = [
    b"", b"{", b"null", b"3", b'"text"', b"[]", b"\xff\xfe\x00", b"[" * 50_000, b"\x00" * 10,
    b'{"order_id": "nasty", "amount": ' + b"9" * 10_000 + b"}",
    b'{"order_id": "nasty", "amount": NaN}', b'{"order_id": "nasty", "amount": 1e999}',
    b'{"order_id": "nasty", "amount": 1, "amount": "x"}',
]  # fmt: skip


@pytest.mark.parametrize("content", RAW, ids=range(len(RAW)))
@pytest.mark.parametrize("path", ["/charges", "/faults"])
def test_no_body_can_break_the_shop(http: httpx.Client, path: str, content: bytes) -> None:
    for headers in (JSON, {"Content-Type": "text/plain"}, {}):
        answer = http.post(path, content=content, headers=headers)
        assert answer.is_client_error
        check(answer)


@pytest.mark.parametrize(
    "piece", ["%00", "%ff", "..", "%2F", "a b", "x" * 5000, "%ED%A0%80", "😀", "-", "a%0Ab", "%"]
)
def test_no_path_can_break_the_shop(http: httpx.Client, piece: str) -> None:
    for path in ("/orders/{}", "/ledger/{}", "/stock/{}", "/{}"):
        answer = http.get(path.format(piece))
        assert answer.is_client_error
        check(answer)
    for path in ("/orders/{}/refund", "/orders/{}/release", "/orders/{}/cancel-shipment"):
        answer = http.post(path.format(piece))
        assert answer.is_client_error
        check(answer)


def test_no_key_can_break_the_shop(http: httpx.Client) -> None:
    for key in (b"", b"\xff\xfe", b"k" * 5000, b"'; --"):
        for _ in range(2):
            check(http.post("/orders/nasty/refund", headers={b"Idempotency-Key": key}))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({"order_id": "order-1", "amount": -5}, "amount should be greater than or equal to 1, found -5"),
        ({"order_id": "order-1"}, "amount is missing"),
        ({"order_id": "order-1", "amount": 1, "tip": 2}, "tip is not known here"),
        ({"order_id": "order-1", "amount": "9.99"}, "amount should be a valid integer, found '9.99'"),
        (3, "the body should be a JSON object, sent as application/json"),
        (
            {"order_id": "a b", "amount": 1},
            "order_id should begin with a letter or digit, hold only letters, digits and . _ : @ -,"
            " and be at most 200 long, found 'a b'",
        ),
    ],
)  # fmt: skip
def test_the_sentence_names_the_field_and_what_was_found(
    http: httpx.Client, body: Any, sentence: str
) -> None:
    answer = http.post("/charges", json=body)
    assert (answer.status_code, answer.json()["detail"]) == (422, sentence)


def test_a_field_inside_a_list_is_named_with_its_place(http: httpx.Client) -> None:
    items = [{"sku": "teapot", "quantity": 0}]
    answer = http.post("/reservations", json={"order_id": "order-1", "items": items})
    assert answer.json()["detail"] == (
        "items[0].quantity should be greater than or equal to 1, found 0"
    )


def test_a_sku_the_shop_does_not_sell_is_answered_with_those_it_has(http: httpx.Client) -> None:
    answer = http.get("/stock/unicorn")
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("the shop does not sell 'unicorn'; it has teapot,")


def test_an_unknown_kind_of_fault_is_answered_with_the_kinds_there_are(http: httpx.Client) -> None:
    answer = http.post("/faults", json={"kind": "explode"})
    assert answer.json()["detail"] == (
        "kind should be one of decline, status, delay, lose_answer, found 'explode'"
    )
    assert http.post("/faults", json={}).json()["detail"] == "kind is missing"


def test_a_wrong_path_or_method_is_said_to_be_so(http: httpx.Client) -> None:
    assert http.get("/charge").json()["detail"] == "there is nothing at GET /charge"
    assert http.get("/charges").status_code == 405
    assert http.get("/charges").json()["detail"].startswith("GET /charges is not something")


def test_a_refused_call_stands_in_the_ledger(http: httpx.Client, shop: Shop, order: str) -> None:
    http.post("/charges", json={"order_id": order, "amount": -5})
    (call,) = shop.ledger(order).calls_of("charge")
    assert (call.status, shop.ledger(order).charges) == (422, ())
