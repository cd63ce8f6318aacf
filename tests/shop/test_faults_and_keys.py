"""What goes wrong on purpose, and what an idempotency key is good for."""

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from workshop.shop.client import Shop, ShopError
from workshop.shop.operations import OPERATIONS


def charge(
    http: httpx.Client, order_id: str, key: str | None = None, amount: int = 4200
) -> httpx.Response:
    headers = {} if key is None else {"Idempotency-Key": key}
    return http.post("/charges", json={"order_id": order_id, "amount": amount}, headers=headers)


def test_without_a_key_asking_twice_charges_twice(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    charge(http, order)
    charge(http, order)
    assert len(shop.ledger(order).open_charges) == 2


def test_with_a_key_asking_twice_charges_once_and_answers_the_same(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    first, second = charge(http, order, f"{order}/1"), charge(http, order, f"{order}/1")
    assert first.json() == second.json()
    assert (first.status_code, second.status_code) == (201, 201)
    assert "Idempotency-Replayed" not in first.headers
    assert second.headers["Idempotency-Replayed"] == "true"
    ledger = shop.ledger(order)
    assert len(ledger.charges) == 1
    assert [call.replayed for call in ledger.calls_of("charge")] == [False, True]
    assert all(call.with_key for call in ledger.calls_of("charge"))


def test_a_key_cannot_be_used_for_another_request(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    charge(http, order, f"{order}/1")
    other_amount = charge(http, order, f"{order}/1", amount=1)
    other_operation = http.post(
        f"/orders/{order}/refund", headers={"Idempotency-Key": f"{order}/1"}
    )
    for answer in (other_amount, other_operation):
        assert answer.status_code == 422
        assert "was used before for another request" in answer.json()["detail"]
    assert len(shop.ledger(order).open_charges) == 1


def test_the_same_key_at_the_same_time_has_one_effect(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.delay("charge", order, seconds=0.1, times=4)
    with ThreadPoolExecutor(12) as pool:
        answers = list(pool.map(lambda _: charge(http, order, f"{order}/1"), range(12)))
    assert {answer.status_code for answer in answers} == {201}
    assert len(shop.ledger(order).charges) == 1
    assert sum(call.replayed for call in shop.ledger(order).calls) == 11


def test_a_lost_answer_gives_two_charges_without_a_key(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.lose_answer("charge", order)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        charge(http, order)
    assert charge(http, order).status_code == 201
    assert len(shop.ledger(order).open_charges) == 2


def test_a_lost_answer_gives_one_charge_with_a_key(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.lose_answer("charge", order)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        charge(http, order, f"{order}/1")
    assert charge(http, order, f"{order}/1").headers["Idempotency-Replayed"] == "true"
    ledger = shop.ledger(order)
    assert len(ledger.open_charges) == 1
    assert [call.answer_lost for call in ledger.calls_of("charge")] == [True, False]


def test_a_failure_is_not_remembered_for_the_key(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.fail("charge", order, status=503, times=2)
    statuses = [charge(http, order, f"{order}/1").status_code for _ in range(3)]
    assert statuses == [503, 503, 201]
    assert len(shop.ledger(order).charges) == 1


def test_a_decline_lasts_until_the_faults_are_cleared(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.decline("charge", order)
    assert [charge(http, order).status_code for _ in range(3)] == [402, 402, 402]
    assert charge(http, order).json()["type"] == "PaymentDeclined"
    shop.clear_faults(order)
    assert charge(http, order).status_code == 201


def test_what_is_paid_cannot_be_declined_afterwards(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    charge(http, order, f"{order}/1")
    shop.decline("charge", order, times=1)
    assert charge(http, order, f"{order}/1").status_code == 201
    assert charge(http, order, f"{order}/2").status_code == 402


def test_faults_come_in_the_order_they_were_ordered(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.fail("charge", order, status=500, times=1)
    shop.decline("charge", order, times=1)
    shop.fail("charge", order, status=429, times=1)
    assert [charge(http, order).status_code for _ in range(4)] == [500, 402, 429, 201]


def test_a_delayed_charge_is_made_at_once_and_answered_late(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.delay("charge", order, seconds=30, times=1)
    with pytest.raises(httpx.ReadTimeout):
        http.post("/charges", json={"order_id": order, "amount": 1}, timeout=0.2)
    assert len(shop.ledger(order).charges) == 1
    assert charge(http, order).status_code == 201


def test_a_delay_can_come_on_top_of_another_fault(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.delay("charge", order, seconds=0.2, times=1)
    shop.decline("charge", order, times=1)
    started = time.monotonic()
    assert charge(http, order).status_code == 402
    assert time.monotonic() - started >= 0.2


def test_a_delayed_call_does_not_hold_up_the_others(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.delay("charge", order, seconds=3, times=1)
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(charge, http, order)
        while not shop.ledger(order).charges:
            time.sleep(0.01)
        shop.stock("cup")
        assert not slow.done()
        assert slow.result().status_code == 201


def test_faults_of_one_order_leave_the_others_alone(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    shop.decline("charge", order)
    shop.decline("charge", f"{order}-b")
    shop.clear_faults(order)
    assert charge(http, order).status_code == 201
    assert charge(http, f"{order}-b").status_code == 402


@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_operation_can_fail_and_be_lost(
    http: httpx.Client, shop: Shop, order_id: str, operation: str
) -> None:
    items = [{"sku": "cup", "quantity": 1, "unit_price": 650}]
    calls = {
        "create_order": ("PUT", f"/orders/{order_id}", {"customer": "ada", "items": items}),
        "charge": ("POST", "/charges", {"order_id": order_id, "amount": 1}),
        "refund": ("POST", f"/orders/{order_id}/refund", {}),
        "reserve": ("POST", "/reservations", {"order_id": order_id, "items": items}),
        "release": ("POST", f"/orders/{order_id}/release", {}),
        "ship": ("POST", "/shipments", {"order_id": order_id}),
        "cancel_shipment": ("POST", f"/orders/{order_id}/cancel-shipment", {}),
        "mail": ("POST", "/mails", {"order_id": order_id, "to": "ada", "subject": "hello"}),
        "cancel_order": ("POST", f"/orders/{order_id}/cancel", {"reason": "no"}),
    }
    method, path, body = calls[operation]
    shop.fail(operation, order_id, status=503, times=1)
    shop.lose_answer(operation, order_id)
    assert http.request(method, path, json=body).status_code == 503
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        http.request(method, path, json=body)
    assert http.request(method, path, json=body).is_success
    outcomes = [(call.operation, call.answer_lost) for call in shop.ledger(order_id).calls]
    assert outcomes == [(operation, False), (operation, True), (operation, False)]


def test_a_misspelt_operation_is_named_with_the_valid_ones(shop: Shop) -> None:
    with pytest.raises(ValueError, match=r"no operation 'chrage'; did you mean 'charge'.*refund"):
        shop.decline("chrage", "order-1")


def test_an_impossible_fault_is_refused_with_a_sentence(shop: Shop) -> None:
    with pytest.raises(ShopError, match="status should be greater than or equal to 400, found 200"):
        shop.fail("charge", "order-1", status=200)
    with pytest.raises(ShopError, match="seconds should be greater than 0, found -1"):
        shop.delay("charge", "order-1", seconds=-1)
    with pytest.raises(ShopError, match="times should be greater than or equal to 1, found 0"):
        shop.decline("charge", "order-1", times=0)
    with pytest.raises(ShopError, match="order_id should begin with a letter or digit"):
        shop.decline("charge", "order 1")
