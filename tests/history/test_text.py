import asyncio

import pytest
from temporalio.client import Client

from workshop.history import History, words

from .runs import closed, exported, start


async def test_twenty_runs_of_a_parallel_workflow_read_the_same(client: Client) -> None:
    items = ["tea", "cups", "milk", "sugar", "spoons"]
    handles = [await start(client, "ReserveEverything", items) for _ in range(20)]
    histories = await asyncio.gather(*(closed(handle) for handle in handles))
    orders = {tuple(event.event_type for event in history.events) for history in histories}
    completions = {tuple(run.closed_event for run in history.activities) for history in histories}
    assert len(orders) > 1 or len(completions) > 1, "the runs did not differ: this proves nothing"
    assert len({repr(history) for history in histories}) == 1


def test_the_text_tells_what_happened_in_order() -> None:
    history = History.from_json("order-1", exported("wait_a_day.cli"))
    assert repr(history) == (
        "WaitADay · completed\n"
        '  started        {"order_id": "order-1"}\n'
        '  activity       create_order({"order_id": "order-1"}) → "order-1"\n'
        "  timer          24h · fired (time was skipped)\n"
        "  timer          1h · cancelled\n"
        '  signal         cancel_order("changed my mind")\n'
        '  completed      {"reason": "changed my mind", "status": "cancelled"}'
    )


def test_failures_and_attempts_are_readable() -> None:
    assert 'charge_card("order-1", 3) · on attempt 4 → "ch-order-1"' in repr(
        History.from_json("order-1", exported("retries.cli"))
    )
    failed = repr(History.from_json("order-1", exported("one_of_three_fails.cli")))
    assert "CardDeclined: card declined, because ValueError: limit is 50 (non-retryable)" in failed


def test_a_task_that_fails_again_and_again_is_told_once() -> None:
    history = History.from_json("order-1", exported("stuck.cli"))
    assert repr(history).count("NameError: name 'totl' is not defined") == 1


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("key 0b9a1c52-7f0e-4a53-9d5c-7d1b2a3c4d5e.", "key <uuid>."),
        ("at 2026-11-22T17:13:25.155814Z", "at <time>"),
        ("deliver on 2026-12-24T09:00:00Z", "deliver on 2026-12-24T09:00:00Z"),
        ("<Order object at 0x7f3a2c1b>", "<Order object at <address>>"),
    ],
)
def test_ids_and_clock_readings_are_replaced_and_written_dates_kept(
    written: str, read: str
) -> None:
    assert words.without_ids_and_clocks(written) == read
