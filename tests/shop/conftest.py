"""The real shop, as a process, for the tests of this folder."""

import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.shop.process import end_shop, start_shop
from workshop.shop.client import Shop


@pytest.fixture(scope="session")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    process, url = start_shop(tmp_path_factory.mktemp("shop") / "shop.sqlite")
    try:
        yield url
    finally:
        errors = end_shop(process)
    assert errors == "", "the shop complained"


@pytest.fixture(scope="session")
def shop(url: str) -> Iterator[Shop]:
    with Shop(url) as shop:
        yield shop


@pytest.fixture(scope="session")
def http(url: str) -> Iterator[httpx.Client]:
    """What somebody without the client would use."""
    with httpx.Client(base_url=url, trust_env=False) as http:
        yield http


@pytest.fixture
def order_id(request: pytest.FixtureRequest) -> str:
    """An order that no other test uses."""
    return re.sub(r"[^A-Za-z0-9._-]+", "-", request.node.name)[:200]


TEAPOTS: list[dict[str, Any]] = [{"sku": "teapot", "quantity": 2, "unit_price": 2100}]


@pytest.fixture
def order(http: httpx.Client, order_id: str) -> str:
    """The id of an order of two teapots that was just created."""
    answer = http.put(f"/orders/{order_id}", json={"customer": "ada@example.com", "items": TEAPOTS})
    assert answer.status_code == 201
    return order_id
