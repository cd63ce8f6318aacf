"""The shop answers as its OpenAPI document says, whatever it is asked."""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.shop.process import end_shop, start_shop

HOOKS = Path(__file__).with_name("openapi_hooks.py")


@pytest.mark.thorough
@pytest.mark.timeout(900)
def test_every_answer_is_as_described(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.db", secret="a-secret_of_22_letters")
    tests = subprocess.run(
        [
            *(sys.executable, "-m", "schemathesis.cli", "run", f"{url}/openapi.json"),
            "--generation-deterministic",
            *("--max-examples", "10", "--suppress-health-check", "all", "--no-color"),
        ],
        cwd=tmp_path,
        env={**os.environ, "SHOP_UNDER_TEST": url, "SCHEMATHESIS_HOOKS": str(HOOKS)},
        capture_output=True,
        text=True,
    )
    complaints = set(end_shop(process).splitlines())
    assert tests.returncode == 0, f"{tests.stdout}\n{tests.stderr}"
    # Some of what it sends is no HTTP, which the HTTP server refuses by itself.
    assert complaints <= {"WARNING:  Invalid HTTP request received."}


def test_each_url_is_described_with_its_answers(http: httpx.Client) -> None:
    document = http.get("/openapi.json").json()
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            told = operation["responses"]
            where = f"{method} {path}"
            assert operation["description"], where
            assert {"4XX", "5XX"} < told.keys(), where
            assert any(status.startswith("2") for status in told), where
            for status, answer in told.items():
                assert answer["description"] != "Successful Response", where
                shape = answer["content"]["application/json"]["schema"]
                assert shape, where
                is_refusal = shape == {"$ref": "#/components/schemas/Refusal"}
                assert is_refusal is not status.startswith("2"), where


def test_the_validators_sentences_are_patterns_in_the_document(http: httpx.Client) -> None:
    shapes = http.get("/openapi.json").json()["components"]["schemas"]
    assert shapes["ChargeBody"]["properties"]["order_id"]["pattern"].startswith("^[A-Za-z0-9]")
    assert "pattern" in shapes["MailBody"]["properties"]["subject"]
    assert "teapot" in shapes["PricedItem"]["properties"]["sku"]["enum"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/orders/order-1", "GET, PUT"),
        ("GET", "/charges", "POST"),
        ("PUT", "/faults", "DELETE, POST"),
        ("DELETE", "/health", "GET"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(
    http: httpx.Client, method: str, path: str, allowed: str
) -> None:
    answer = http.request(method, path)
    assert (answer.status_code, answer.headers["Allow"]) == (405, allowed)
