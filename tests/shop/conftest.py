"""The real shop, as a process, for the tests of this folder."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from workshop.shop.client import Shop


def start_shop(database: Path) -> tuple["subprocess.Popen[str]", str]:
    """Start the shop; returns its process and its URL."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "workshop.shop",
            "--database",
            str(database),
            "--lab-id",
            "test-lab",
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    return process, f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"


def end_shop(process: "subprocess.Popen[str]") -> str:
    """Let go of the shop and wait for its end; returns what it wrote to standard error."""
    _, errors = process.communicate(timeout=5)  # closes its standard input
    return errors


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
    return str(request.node.name).replace("[", "-").replace("]", "")


TEAPOTS: list[dict[str, Any]] = [{"sku": "teapot", "quantity": 2, "unit_price": 2100}]


@pytest.fixture
def order(http: httpx.Client, order_id: str) -> str:
    """The id of an order of two teapots that was just created."""
    answer = http.put(f"/orders/{order_id}", json={"customer": "ada@example.com", "items": TEAPOTS})
    assert answer.status_code == 201
    return order_id
