"""The shop as a process: how it starts, and every way in which it ends."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import psutil
import pytest

from tests.shop.process import end_shop, start_shop
from workshop.shop.client import Shop


def ended_within(process: psutil.Process, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not process.is_running() or process.status() == psutil.STATUS_ZOMBIE:
            return True
        time.sleep(0.01)
    return False


def open_delayed_request(url: str) -> None:
    """Leave a request open that the shop would answer in a minute."""
    with Shop(url) as shop:
        shop.delay("charge", "order-1", seconds=60)

    def ask() -> None:
        with pytest.raises(httpx.TransportError):
            httpx.post(f"{url}/charges", json={"order_id": "order-1", "amount": 1}, timeout=30)

    threading.Thread(target=ask, daemon=True).start()
    with Shop(url) as shop:
        while not shop.ledger("order-1").charges:
            time.sleep(0.01)


def test_the_port_is_open_when_it_is_printed(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])), timeout=1).close()
    assert httpx.get(f"{url}/health", timeout=10).json() == {"lab_id": "test-lab"}
    assert end_shop(process) == ""


def test_an_answer_does_not_wait_for_the_network_to_acknowledge(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    with Shop(url) as shop:
        shop.stock("tea")
        took = []
        for _ in range(20):
            started = time.monotonic()
            shop.stock("tea")
            took.append(time.monotonic() - started)
        assert min(took) < 0.03  # with Nagle's algorithm each takes 0.04, on any machine
    end_shop(process)


def test_it_ends_when_its_standard_input_ends(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    open_delayed_request(url)
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=1) == 0


def test_it_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent_code = (
        "import subprocess, sys, time\n"
        "shop = subprocess.Popen([sys.executable, '-m', 'workshop.shop', '--database', sys.argv[1]],"
        " stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)\n"
        "print(shop.pid, shop.stdout.readline(), flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", parent_code, str(tmp_path / "shop.sqlite")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert parent.stdout is not None
    pid, _, line = parent.stdout.readline().partition(" ")
    shop = psutil.Process(int(pid))
    assert httpx.get(f"http://127.0.0.1:{json.loads(line)['port']}/health", timeout=10).is_success
    parent.kill()
    parent.communicate()
    assert ended_within(shop, 1)


def test_sigterm_ends_it_at_once_with_a_request_open(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    open_delayed_request(url)
    process.terminate()
    process.wait(timeout=1)
    assert end_shop(process) == ""


@pytest.mark.parametrize("wait_for_answer", [True, False], ids=["running", "starting"])
def test_the_interrupt_of_a_notebook_does_not_stop_it(
    tmp_path: Path, wait_for_answer: bool
) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    if wait_for_answer:
        assert httpx.get(f"{url}/health", timeout=10).is_success
    os.kill(process.pid, signal.SIGINT)
    assert httpx.get(f"{url}/health", timeout=10).is_success
    assert end_shop(process) == ""


def test_the_ledger_survives_a_kill(tmp_path: Path) -> None:
    process, url = start_shop(tmp_path / "shop.sqlite")
    httpx.post(f"{url}/charges", json={"order_id": "order-1", "amount": 1}, timeout=10)
    process.kill()
    end_shop(process)
    process, url = start_shop(tmp_path / "shop.sqlite")
    with Shop(url) as shop:
        assert len(shop.ledger("order-1").charges) == 1
    assert end_shop(process) == ""


def test_a_database_that_cannot_be_opened_is_named() -> None:
    shop = subprocess.Popen(
        [sys.executable, "-m", "workshop.shop", "--database", "/nowhere/shop.sqlite"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert shop.wait(timeout=5) == 1
    assert end_shop(shop).startswith("shop: cannot use /nowhere/shop.sqlite as its database")
