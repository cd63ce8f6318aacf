"""What activities take and give has to survive the way through Temporal."""

import subprocess
import sys
from typing import Any

import pytest
from temporalio.converter import DataConverter

from workshop.orders import (
    CancelInput,
    InventoryInput,
    InventoryResult,
    NotificationInput,
    NotificationResult,
    OrderItem,
    OrderResult,
    PaymentInput,
    PaymentResult,
    ShipmentInput,
    ShipmentResult,
    sample_order,
)


@pytest.mark.parametrize(
    "value",
    [
        sample_order("order-17"),
        OrderResult("order-17", "completed"),
        PaymentInput("order-17", 4200),
        PaymentResult("order-17-charge-1", 4200),
        InventoryInput("order-17", [OrderItem("tea", 1, 480)]),
        InventoryResult("order-17-reservation-1"),
        ShipmentInput("order-17", "12 Mill Lane"),
        ShipmentResult("order-17-shipment-1"),
        CancelInput("order-17", "changed my mind"),
        NotificationInput("order-17", ["ada@example.com"], "It is on its way"),
        NotificationResult(["order-17-mail-1"]),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_a_model_comes_back_equal_from_the_default_converter(value: Any) -> None:
    converter = DataConverter.default
    payloads = await converter.encode([value])
    assert await converter.decode(payloads, [type(value)]) == [value]


def test_the_sample_order_costs_42() -> None:
    assert sample_order("order-17").order_id == "order-17"
    assert sample_order().total == 4200


def test_the_models_import_only_the_standard_library() -> None:
    # By path, as a file of its own: importing the package would bring the activities along.
    code = (
        "import importlib.util, sys, workshop; before = set(sys.modules)\n"
        "spec = importlib.util.find_spec('workshop').submodule_search_locations[0]\n"
        "import runpy; runpy.run_path(spec + '/orders/models.py')\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(new - sys.stdlib_module_names))\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=10
    )
    assert run.stdout == "[]\n"
