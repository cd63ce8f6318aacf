"""An order to play with, so that a lesson need not make one up."""

from workshop.orders.models import OrderInput, OrderItem
from workshop.shop.catalogue import CATALOGUE


def sample_order(order_id: str = "order-1") -> OrderInput:
    """Ada's order of two teapots, 42.00 in all, under the id you give it."""
    teapots = OrderItem("teapot", quantity=2, unit_price=CATALOGUE["teapot"].unit_price)
    return OrderInput(order_id, customer="ada@example.com", items=[teapots])
