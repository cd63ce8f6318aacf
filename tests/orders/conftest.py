"""The real shop, as a process, for the tests of this folder."""

import os
from collections.abc import Iterator

import pytest

from tests.shop.process import end_shop, start_shop
from workshop.shop.client import Shop


@pytest.fixture(scope="package")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    """The shop, known to activities by the environment variable."""
    process, url = start_shop(tmp_path_factory.mktemp("shop") / "shop.sqlite")
    before = os.environ.get("WORKSHOP_SHOP_URL")
    os.environ["WORKSHOP_SHOP_URL"] = url
    try:
        with Shop(url) as shop:
            yield shop
    finally:
        if before is None:
            del os.environ["WORKSHOP_SHOP_URL"]
        else:
            os.environ["WORKSHOP_SHOP_URL"] = before
        errors = end_shop(process)
    assert errors == "", "the shop complained"


@pytest.fixture
def order_id(request: pytest.FixtureRequest) -> str:
    """An order that no other test uses."""
    return str(request.node.name).replace("[", "-").replace("]", "")
