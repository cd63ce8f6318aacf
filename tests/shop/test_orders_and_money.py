"""What the shop does when all goes well, and what its books say afterwards."""

import httpx

from workshop.shop.client import Shop

ADA = {
    "customer": "ada@example.com",
    "items": [{"sku": "teapot", "quantity": 2, "unit_price": 2100}],
}
TWO_TEAPOTS = [{"sku": "teapot", "quantity": 2}]


def test_health_tells_the_lab_id(http: httpx.Client) -> None:
    assert http.get("/health").json() == {"lab_id": "test-lab"}


def test_an_order_can_be_put_twice_and_is_there_once(http: httpx.Client, order_id: str) -> None:
    assert http.put(f"/orders/{order_id}", json=ADA).status_code == 201
    assert http.put(f"/orders/{order_id}", json=ADA).status_code == 200
    assert http.get(f"/orders/{order_id}").json()["customer"] == "ada@example.com"


def test_an_unknown_order_is_not_found_and_its_ledger_is_empty(
    http: httpx.Client, shop: Shop, order_id: str
) -> None:
    answer = http.get(f"/orders/{order_id}")
    assert (answer.status_code, answer.json()["detail"]) == (404, f"there is no order {order_id}")
    assert shop.ledger(order_id).order is None
    assert shop.ledger(order_id).calls == ()


def test_ids_are_counted_per_order(http: httpx.Client, shop: Shop, order: str) -> None:
    for _ in range(2):
        http.post("/charges", json={"order_id": order, "amount": 100})
        http.post("/reservations", json={"order_id": order, "items": TWO_TEAPOTS})
        http.post("/shipments", json={"order_id": order})
        http.post("/mails", json={"order_id": order, "to": "ada@example.com", "subject": "hello"})
    ledger = shop.ledger(order)
    assert [charge.id for charge in ledger.charges] == [f"{order}-charge-1", f"{order}-charge-2"]
    assert ledger.reservations[1].id == f"{order}-reservation-2"
    assert ledger.shipments[1].id == f"{order}-shipment-2"
    assert ledger.mails[1].id == f"{order}-mail-2"


def test_a_refund_refunds_every_open_charge_once(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    for amount in (100, 250):
        http.post("/charges", json={"order_id": order, "amount": amount})
    assert http.post(f"/orders/{order}/refund").json()["amount"] == 350
    assert http.post(f"/orders/{order}/refund").json()["amount"] == 0
    ledger = shop.ledger(order)
    assert [refund.amount for refund in ledger.refunds] == [100, 250]
    assert ledger.open_charges == ()


def test_reserved_goods_leave_the_shelf_and_come_back(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    before = shop.stock("honey")
    honey = [{"sku": "honey", "quantity": 3}, {"sku": "honey", "quantity": 1}]
    http.post("/reservations", json={"order_id": order, "items": honey})
    assert shop.stock("honey") == before - 4
    assert shop.ledger(order).held_stock == {"honey": 4}
    http.post(f"/orders/{order}/release")
    http.post(f"/orders/{order}/release")
    assert shop.stock("honey") == before
    assert shop.ledger(order).held_stock == {}


def test_what_is_sold_out_is_refused_and_nothing_else_is_taken(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    before = shop.stock("cup")
    items = [{"sku": "cup", "quantity": 1}, {"sku": "golden_teapot", "quantity": 1}]
    answer = http.post("/reservations", json={"order_id": order, "items": items})
    assert answer.status_code == 409
    assert answer.json() == {"detail": "golden_teapot: 0 left, 1 asked", "type": "OutOfStock"}
    assert shop.stock("cup") == before


def test_undoing_what_never_happened_is_harmless(
    http: httpx.Client, shop: Shop, order_id: str
) -> None:
    for undo in ("refund", "release", "cancel-shipment"):
        assert http.post(f"/orders/{order_id}/{undo}").status_code == 200
    assert shop.ledger(order_id).leftovers == ()


def test_cancelling_refunds_and_releases_and_can_be_repeated(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    http.post("/charges", json={"order_id": order, "amount": 4200})
    http.post("/reservations", json={"order_id": order, "items": TWO_TEAPOTS})
    assert shop.ledger(order).leftovers == (f"{order}-charge-1", f"{order}-reservation-1")
    for _ in range(2):
        answer = http.post(f"/orders/{order}/cancel", json={"reason": "changed my mind"})
        assert answer.status_code == 200
    ledger = shop.ledger(order)
    assert ledger.order is not None
    assert (ledger.order.status, ledger.order.reason) == ("cancelled", "changed my mind")
    assert ledger.leftovers == ()
    assert len(ledger.refunds) == 1


def test_an_order_cancelled_before_it_was_known_refuses_what_comes_late(
    http: httpx.Client, shop: Shop, order_id: str
) -> None:
    http.post(f"/orders/{order_id}/cancel", json={"reason": "never mind"})
    late = [
        http.put(f"/orders/{order_id}", json=ADA),
        http.post("/charges", json={"order_id": order_id, "amount": 1}),
        http.post("/reservations", json={"order_id": order_id, "items": TWO_TEAPOTS}),
        http.post("/shipments", json={"order_id": order_id}),
    ]
    for answer in late:
        assert answer.status_code == 409
        assert answer.json()["detail"] == f"order {order_id} is cancelled"
    assert shop.ledger(order_id).leftovers == ()


def test_a_shipped_order_cannot_be_cancelled_until_its_shipment_is(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    http.post("/charges", json={"order_id": order, "amount": 4200})
    http.post("/shipments", json={"order_id": order, "address": "12 Mill Lane"})
    answer = http.post(f"/orders/{order}/cancel", json={"reason": "too late"})
    assert (answer.status_code, answer.json()["type"]) == (409, "AlreadyShipped")
    assert len(shop.ledger(order).open_charges) == 1
    http.post(f"/orders/{order}/cancel-shipment")
    assert http.post(f"/orders/{order}/cancel", json={"reason": "now"}).status_code == 200


def test_the_audit_lists_every_order_with_what_is_left_over(
    http: httpx.Client, shop: Shop, order: str
) -> None:
    http.post("/charges", json={"order_id": order, "amount": 4200})
    (summary,) = [each for each in shop.summaries() if each["order_id"] == order]
    assert summary["status"] == "created"
    assert summary["leftovers"] == [f"{order}-charge-1"]
    assert summary["calls"] == 2
