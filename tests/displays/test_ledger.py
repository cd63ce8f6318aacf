"""The two faces of a ledger."""

from workshop.displays import as_html
from workshop.shop.ledger import (
    Call,
    Charge,
    Item,
    Ledger,
    Mail,
    Order,
    Reservation,
    Shipment,
)

EMPTY = Ledger("order-9", None, (), (), (), (), (), ())


def call(operation: str, status: int, lost: bool = False, replayed: bool = False) -> Call:
    return Call(operation, status, lost, with_key=True, replayed=replayed)


LEDGER = Ledger(
    order_id="order-17",
    order=Order("created", "ada@example.com", (Item("teapot", 2, 2100),), None),
    charges=(Charge("order-17-charge-1", 4200, True),),
    refunds=(),
    reservations=(Reservation("order-17-reservation-1", (Item("teapot", 2),), True),),
    shipments=(Shipment("order-17-shipment-1", "12 Mill Lane", False),),
    mails=(Mail("order-17-mail-1", "ada@example.com", "<b>Sorry</b>"),),
    calls=(
        call("reserve", 201),
        call("charge", 503),
        call("create_order", 201),
        call("charge", 201, lost=True),
        call("charge", 201, replayed=True),
    ),
)


def test_the_text_is_an_aligned_table_with_calls_by_operation() -> None:
    assert repr(LEDGER) == (
        "ledger of order-17\n"
        "  order        created · ada@example.com · 2 items · 42.00\n"
        "  charge       order-17-charge-1 · 42.00 · refunded\n"
        "  reservation  order-17-reservation-1 · teapot × 2 · released\n"
        "  shipment     order-17-shipment-1 · 12 Mill Lane · under way\n"
        "  mail         order-17-mail-1 · to ada@example.com · <b>Sorry</b>\n"
        "  calls        create_order 201 · charge 503, answer lost, 201 (replayed) · reserve 201"
    )


def test_an_order_nobody_heard_of_has_an_empty_ledger() -> None:
    assert repr(EMPTY) == ("ledger of order-9\n  order        not created\n  calls        none")


def test_the_html_is_a_captioned_table_in_the_theme_s_colours_with_text_escaped() -> None:
    html = as_html(LEDGER)
    assert "<caption>ledger of order-17</caption>" in html
    assert "&lt;b&gt;Sorry&lt;/b&gt;" in html
    assert "<b>" not in html
    assert "var(--jp-content-font-color1, inherit)" in html
    assert 'class="workshop-ledger"' in html


def test_leftovers_name_what_was_not_undone() -> None:
    assert LEDGER.leftovers == ("order-17-shipment-1",)
    assert EMPTY.leftovers == ()
