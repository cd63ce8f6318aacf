"""A shop that is down: for every order, one operation or all of them, until it comes back."""

import time
from collections.abc import Iterator

import httpx
import pytest

from workshop.shop.client import Shop, ShopError


@pytest.fixture(autouse=True)
def open_again(shop: Shop) -> Iterator[None]:
    """The shop is shared with the other tests of this folder."""
    yield
    shop.come_back()


def charge(http: httpx.Client, order_id: str, key: str | None = None) -> int:
    headers = {} if key is None else {"Idempotency-Key": key}
    body = {"order_id": order_id, "amount": 4200}
    return http.post("/charges", json=body, headers=headers).status_code


def test_an_operation_that_is_down_fails_for_every_order_and_the_calls_are_counted(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.go_down("charge")
    assert [charge(http, order), charge(http, f"{order}-b"), charge(http, order)] == [503] * 3
    assert http.post("/mails", json={"order_id": order, "to": "ada", "subject": "x"}).is_success
    shop.come_back()
    assert charge(http, order) == 201
    assert [call.status for call in shop.ledger(order).calls_of("charge")] == [503, 503, 201]
    assert len(shop.ledger(f"{order}-b").calls) == 1
    assert len(shop.ledger(order).charges) == 1


def test_without_an_operation_the_whole_shop_is_down(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.go_down(status=500)
    assert charge(http, order) == 500
    assert http.post(f"/orders/{order}/cancel", json={"reason": "no"}).status_code == 500
    assert shop.stock("cup") > 0  # who looks is let in
    shop.go_down("charge", status=429)  # the more precise outage counts
    assert charge(http, order) == 429
    shop.come_back()
    assert charge(http, order) == 201


def test_what_was_done_is_not_told_while_the_shop_is_down(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    assert charge(http, order, f"{order}/1") == 201
    shop.go_down()
    assert charge(http, order, f"{order}/1") == 503
    shop.come_back()
    assert charge(http, order, f"{order}/1") == 201
    assert len(shop.ledger(order).charges) == 1


def test_faults_of_an_order_wait_until_the_shop_is_back(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.decline("charge", order, times=1)
    shop.go_down("charge")
    assert charge(http, order) == 503
    shop.clear_faults(f"{order}-b")  # has nothing to do with it
    assert charge(http, order) == 503
    shop.come_back()
    assert [charge(http, order), charge(http, order)] == [402, 201]


def test_a_forgotten_outage_ends_by_itself(http: httpx.Client, shop: Shop, order: str) -> None:
    shop.go_down("charge", seconds=0.2)
    assert charge(http, order) == 503
    time.sleep(0.25)
    assert charge(http, order) == 201


def test_an_impossible_outage_is_refused_with_a_sentence(shop: Shop) -> None:
    with pytest.raises(ValueError, match=r"no operation 'chrage'; did you mean 'charge'"):
        shop.go_down("chrage")
    with pytest.raises(ShopError, match="status should be greater than or equal to 400, found 200"):
        shop.go_down(status=200)
    with pytest.raises(ShopError, match="seconds should be greater than 0, found 0"):
        shop.go_down(seconds=0)
